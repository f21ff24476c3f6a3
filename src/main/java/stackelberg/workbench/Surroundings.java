package stackelberg.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.ExactAnswers;
import stackelberg.engine.Landmark;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.LiveRun;
import stackelberg.workbench.session.SampleScenarios;
import stackelberg.workbench.session.UserFolders;

/**
 * What the window finds around it; a test puts its own in.
 *
 * @param folders where the person's data is kept
 * @param samples the folder of the gallery; null if there is none
 * @param runs makes runs
 * @param oracle finds exact answers; may take long
 * @param landmarks finds what a mechanism is compared with; may take long
 */
record Surroundings(
        UserFolders folders,
        @Nullable Path samples,
        LiveRun.Maker runs,
        Function<GameFamily, Answer> oracle,
        Function<Scenario, List<Landmark>> landmarks) {

    /**
     * This system's, with the engine's runs. The system property {@code stackelberg.data} puts the
     * person's data elsewhere.
     */
    static Surroundings ofThisSystem() {
        String elsewhere = System.getProperty("stackelberg.data", "");
        UserFolders folders =
                elsewhere.isBlank()
                        ? UserFolders.ofThisSystem()
                        : new UserFolders(Path.of(elsewhere));
        return new Surroundings(
                folders, SampleScenarios.folder(), LiveRun::of, ExactAnswers::of, Landmark::of);
    }
}
