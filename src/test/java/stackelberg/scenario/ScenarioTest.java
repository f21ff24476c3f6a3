package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.MatrixDesign;
import stackelberg.leader.SimpleQ;
import stackelberg.parameter.Fault;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RewardPhase;

/** What does not go together in a scenario, and in which words a file is refused. */
class ScenarioTest {
    private static final Scenario USUAL = new Scenario();

    private static Scenario of(List<FollowerModel> followers, Episode episode, String seeds) {
        return new Scenario(
                "Any", "", USUAL.game(), followers, USUAL.leader(), episode, USUAL.budget(), seeds);
    }

    private static List<String> faults(Scenario scenario) {
        return scenario.faults().stream().map(Fault::path).toList();
    }

    @Test
    void everyPartIsChecked() {
        List<FollowerModel> followers = USUAL.followers();
        assertThat(faults(of(followers, USUAL.episode(), "1"))).isEmpty();
        assertThat(faults(of(followers, USUAL.episode(), "one"))).containsExactly("$.seeds");
        assertThat(faults(of(followers, new Episode(-5, RewardPhase.EXACT, 1, 1), "1")))
                .containsExactly("$.episode.responsePlays");
        Episode rewarded = new Episode(100, RewardPhase.EXACT, 1, 0.5, false, false, true);
        assertThat(faults(of(followers, rewarded, "1")))
                .containsExactly("$.episode.responseTransitions");
        List<FollowerModel> many =
                List.of(new MultiplicativeWeights(), new MultiplicativeWeights());
        assertThat(faults(of(many, USUAL.episode(), "1"))).containsExactly("$.followers");
        List<FollowerModel> wild = List.of(new MultiplicativeWeights(-3));
        assertThat(faults(of(wild, USUAL.episode(), "1")))
                .singleElement()
                .satisfies(path -> assertThat(path).startsWith("$.followers[0]"));
    }

    @Test
    void aLearnerThatCannotLearnInTheGameIsAFault() {
        MatrixDesign payments = new MatrixDesign();
        Scenario continuous =
                new Scenario(
                        "Any",
                        "",
                        payments,
                        USUAL.followers(),
                        new SimpleQ(),
                        USUAL.episode(),
                        USUAL.budget(),
                        "1");
        assertThat(continuous.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.path()).isEqualTo("$.leader");
                            assertThat(fault.problem()).startsWith("SimpleQ compares finitely");
                        });
    }

    /** What is stated stays; what is not ends when the learner has closed. */
    @Test
    void aBudgetThatIsStatedStays() {
        Scenario open = USUAL.automatic();
        assertThat(open.openEnded()).isTrue();
        assertThat(open.settled().openEnded()).isFalse();
        assertThat(open.settled().budget()).isPositive();
        Scenario stated = of(USUAL.followers(), USUAL.episode(), "1");
        assertThat(stated.openEnded()).isFalse();
        assertThat(stated.settled().budget()).isEqualTo(USUAL.budget());
    }

    @Test
    void aFilesTroubleIsSaidInPlainWords() {
        assertThat(FileTrouble.words(new NoSuchFileException("x"))).contains("no such file");
        assertThat(FileTrouble.words(new FileNotFoundException("x"))).contains("no such file");
        assertThat(FileTrouble.words(new AccessDeniedException("x"))).contains("permissions");
        assertThat(FileTrouble.words(new FileAlreadyExistsException("x"))).contains("already");
        assertThat(reason("No space left on device")).isEqualTo("the disk is full");
        assertThat(reason("Is a directory")).isEqualTo("it is a folder");
        assertThat(reason("anything else")).isEqualTo("anything else");
        assertThat(FileTrouble.words(new FileSystemException("x"))).contains("no reason");
        assertThat(FileTrouble.words(new IOException("as it says"))).isEqualTo("as it says");
    }

    private static String reason(String reason) {
        return FileTrouble.words(new FileSystemException("x", null, reason));
    }
}
