package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Fault;
import stackelberg.scenario.Scenario;

class ScenarioEditorTest {
    private static final ParameterPath TITLE = ParameterPath.ROOT.at("title");
    private static final ParameterPath PLAYS = ParameterPath.ROOT.at("episode").at("responsePlays");
    private static final ParameterPath RATE = ParameterPath.ROOT.at("followers").at(0).at("rate");

    private final ScenarioEditor editor = new ScenarioEditor(new Scenario());

    @Test
    void anEditDeepInsideLeavesTheRestAsItWas() {
        Scenario before = editor.scenario();
        editor.edit(RATE, 0.25);
        assertThat(editor.scenario().followers()).containsExactly(new MultiplicativeWeights(0.25));
        assertThat(editor.scenario().game()).isSameAs(before.game());
        assertThat(RATE.text()).isEqualTo("$.followers[0].rate");
        assertThat(RATE.read(editor.scenario())).isEqualTo(0.25);
    }

    @Test
    void faultsCarryThePathOfTheirField() {
        editor.edit(PLAYS, 0);
        assertThat(editor.faults()).extracting(Fault::path).contains("$.episode.responsePlays");
        editor.undo();
        assertThat(editor.faults()).isEmpty();
    }

    @Test
    void unreadableTextIsAFaultUntilMended() {
        editor.refuse(PLAYS, "\"many\" is not a number", "Enter a whole number");
        assertThat(editor.faults()).hasSize(1);
        assertThat(editor.unsaved()).isTrue();
        assertThat(editor.unreadableAt(PLAYS)).isTrue();
        editor.edit(PLAYS, 300);
        assertThat(editor.faults()).isEmpty();
        assertThat(editor.unreadableAt(PLAYS)).isFalse();
    }

    @Test
    void undoTakesUnreadableTextBackBeforeAnyEdit() {
        editor.edit(PLAYS, 300);
        editor.refuse(PLAYS, "\"3oo\" is not a number", "Enter a whole number");
        editor.undo();
        assertThat(editor.scenario().episode().responsePlays()).isEqualTo(300);
        assertThat(editor.faults()).isEmpty();
        editor.undo();
        assertThat(editor.scenario()).isEqualTo(new Scenario());
        editor.redo();
        assertThat(editor.scenario().episode().responsePlays()).isEqualTo(300);
    }

    @Test
    void savedIsWhatWasSavedLast() {
        assertThat(editor.unsaved()).isFalse();
        editor.edit(TITLE, "Mine");
        assertThat(editor.unsaved()).isTrue();
        editor.saved(Path.of("mine.json"));
        assertThat(editor.unsaved()).isFalse();
        editor.undo();
        assertThat(editor.unsaved()).isTrue();
        editor.redo();
        assertThat(editor.unsaved()).isFalse();
    }

    @Test
    void listenersHearWhatHappened() {
        List<ScenarioEditor.Change> heard = new ArrayList<>();
        editor.listen(heard::add);
        editor.edit(TITLE, "Mine");
        editor.undo();
        editor.saved(Path.of("mine.json"));
        assertThat(heard)
                .containsExactly(
                        ScenarioEditor.Change.EDITED,
                        ScenarioEditor.Change.RESTORED,
                        ScenarioEditor.Change.SAVED);
    }

    @Test
    void whatWasNeverSavedStaysUnsavedWhenTakenUpAgain() {
        Scenario left = (Scenario) TITLE.write(new Scenario(), "Left");
        editor.recover(left, null);
        assertThat(editor.scenario().title()).isEqualTo("Left");
        assertThat(editor.unsaved()).isTrue();
    }

    @Test
    void anotherGameIsOneEditAway() {
        editor.edit(ParameterPath.ROOT.at("game"), new SimpleAllocation(4, 2));
        assertThat(editor.faults()).isEmpty();
        assertThat(editor.followerCount()).isEqualTo(1);
        editor.edit(ParameterPath.ROOT.at("game").at("types"), -1);
        assertThat(editor.faults()).extracting(Fault::path).containsExactly("$.game.types");
    }
}
