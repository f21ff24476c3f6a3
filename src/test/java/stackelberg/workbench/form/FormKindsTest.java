package stackelberg.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.Commitment;
import stackelberg.leader.Learner;
import stackelberg.leader.Ppo;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Table;
import stackelberg.pomdp.Episode;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.theme.Theme;

/** A form shows every kind of parameter that a declaration can have. */
@ExtendWith(ApplicationExtension.class)
class FormKindsTest {
    /** One parameter of every kind. */
    public record Everything(
            @Parameter(label = "Whole", help = "w") long whole,
            @Parameter(label = "Real", symbol = "ρ", help = "r") double real,
            @Parameter(label = "Flag", help = "f") boolean flag,
            @Parameter(label = "Text", help = "t") String text,
            @Parameter(label = "Choice", help = "c") Commitment choice,
            @Parameter(label = "Table", help = "b") Table table,
            @Parameter(label = "Group", help = "g") Episode group,
            @Parameter(label = "Member", help = "m") Learner member,
            @Parameter(label = "Members", help = "n") List<FollowerModel> members,
            @Parameter(label = "Wholes", help = "o") List<Integer> wholes,
            @Parameter(label = "Lines", help = "l") List<String> lines) {}

    @Start
    void open(Stage unused) {
        // The form needs JavaFX, but no window.
    }

    @Test
    void everyKindHasAControl() {
        EnumSet<Declared.Kind> kinds = EnumSet.noneOf(Declared.Kind.class);
        Declaration.of(Everything.class).parameters().forEach(p -> kinds.add(p.kind()));
        assertThat(kinds).isEqualTo(EnumSet.allOf(Declared.Kind.class));
        Everything values =
                new Everything(
                        3,
                        0.25,
                        true,
                        "words",
                        Commitment.RANDOMISED,
                        Table.of(new double[][][] {{{1, 2}, {3, 4}}}),
                        new Episode(),
                        new Ppo(),
                        List.of(new MultiplicativeWeights(), new MultiplicativeWeights(0.3)),
                        List.of(2, 3),
                        List.of("one", "two"));
        Parent shown =
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000,
                        () -> {
                            RecordForm form =
                                    new RecordForm(
                                            Everything.class,
                                            ParameterPath.ROOT,
                                            new FormContext(
                                                    new ScenarioEditor(new Scenario()), nowhere()));
                            form.show(values, true);
                            Scene scene = new Scene((Parent) form.node(), 320, 700);
                            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
                            scene.getStylesheets().add("/stackelberg/workbench/app.css");
                            scene.getRoot().applyCss();
                            scene.getRoot().layout();
                            return (Parent) form.node();
                        });
        for (String field :
                Arrays.asList(
                        "whole",
                        "real",
                        "flag",
                        "text",
                        "choice",
                        "table-sheet",
                        "group-rewardPlays",
                        "member",
                        "members-0",
                        "members-1-rate",
                        "wholes",
                        "lines")) {
            Node node = shown.lookup("#field-" + field);
            assertThat(node).as(field).isNotNull();
        }
    }

    private static FilePicker nowhere() {
        return new FilePicker(new Stage(), new KeptPreferences(Path.of("there", "is", "none")));
    }
}
