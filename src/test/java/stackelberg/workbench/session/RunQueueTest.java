package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.engine.RunState;
import stackelberg.oracle.Answer;
import stackelberg.scenario.Scenario;

class RunQueueTest {
    private static final Answer NONE = new Answer(1, 1, 1, "known", "", new double[0][]);

    @TempDir Path data;

    private final List<FakeRun> runs = new ArrayList<>();
    private final List<@Nullable Path> folders = new ArrayList<>();
    private final RunQueue queue = new RunQueue(2);
    private final PendingAnswers answers = new PendingAnswers(game -> NONE, scenario -> List.of());

    private TrainingDesk desk(Path folder) {
        return new TrainingDesk(
                queue,
                answers,
                new UserFolders(folder),
                (scenario, seed, place) -> {
                    FakeRun run = new FakeRun(scenario, seed);
                    runs.add(run);
                    folders.add(place);
                    return run;
                },
                () -> LocalDateTime.of(2026, 1, 2, 3, 4, 5));
    }

    private static Scenario seeds(String seeds) {
        return (Scenario) ParameterPath.ROOT.at("seeds").write(new Scenario(), seeds);
    }

    private List<RunState> states() {
        queue.runs().forEach(WatchedRun::refresh);
        return queue.runs().stream().map(WatchedRun::state).toList();
    }

    @Test
    void noMoreTrainThanThereAreThreads() {
        desk(data).begin(seeds("1-4"));
        queue.tend();
        assertThat(states())
                .containsExactly(
                        RunState.RUNNING, RunState.RUNNING, RunState.WAITING, RunState.WAITING);
        runs.get(0).become(RunState.FINISHED);
        states();
        queue.tend();
        assertThat(states().get(2)).isEqualTo(RunState.RUNNING);
    }

    @Test
    void pausedMeansThatNothingStarts() {
        desk(data).begin(seeds("1-4"));
        queue.tend();
        states();
        queue.pause();
        runs.get(0).become(RunState.FAILED);
        states();
        queue.tend();
        assertThat(states())
                .containsExactly(
                        RunState.FAILED, RunState.PAUSED, RunState.WAITING, RunState.WAITING);
        assertThat(queue.held()).isTrue();
        queue.resume();
        assertThat(states().subList(1, 3)).containsOnly(RunState.RUNNING);
        assertThat(queue.held()).isFalse();
    }

    @Test
    void whatIsTrainedNextNeedNotWaitForPausedRuns() {
        TrainingDesk desk = desk(data);
        desk.begin(seeds("1-2"));
        queue.tend();
        states();
        queue.pause();
        desk.begin(seeds("7"));
        queue.tend();
        assertThat(states()).containsExactly(RunState.PAUSED, RunState.PAUSED, RunState.RUNNING);
        assertThat(queue.held()).isFalse();
        runs.get(2).become(RunState.FINISHED);
        states();
        assertThat(queue.held()).isTrue();
        queue.resume();
        assertThat(states().subList(0, 2)).containsOnly(RunState.RUNNING);
    }

    @Test
    void stoppingEndsAlsoWhatWaits() {
        desk(data).begin(seeds("1-4"));
        queue.tend();
        queue.stop();
        assertThat(states()).containsOnly(RunState.STOPPED);
        queue.tend();
        assertThat(runs).allMatch(run -> run.state() == RunState.STOPPED);
        assertThat(queue.busy()).isFalse();
    }

    @Test
    void aStepFromTheStartTakesTheFirstRunOnly() {
        desk(data).begin(seeds("1-3"));
        queue.pause();
        queue.step();
        queue.tend();
        assertThat(states()).containsExactly(RunState.PAUSED, RunState.WAITING, RunState.WAITING);
    }

    @Test
    void aWaitingRunStartsAtTheSpeedOfTheOthers() {
        desk(data).begin(seeds("1-3"));
        queue.tend();
        queue.speed(10);
        runs.get(0).become(RunState.FINISHED);
        states();
        queue.tend();
        assertThat(runs.get(2).speed()).isEqualTo(10);
    }

    @Test
    void aNewExperimentTakesTheEarlierOffTheCharts() {
        TrainingDesk desk = desk(data);
        desk.begin(seeds("1"));
        Experiment second = desk.begin(seeds("2"));
        assertThat(queue.runs()).extracting(WatchedRun::shown).containsExactly(false, true);
        assertThat(second.name()).isEqualTo("#2 Untitled");
        assertThat(second.solutionFailure()).isEmpty();
    }

    @Test
    void everyRunHasAFolderOfItsOwn() {
        TrainingDesk desk = desk(data);
        desk.begin(seeds("1-2"));
        desk.begin(seeds("1"));
        assertThat(folders).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(folders.get(0)).hasFileName("20260102-030405-untitled-1");
        assertThat(folders.get(2)).hasFileName("20260102-030405-untitled-1-2");
        assertThat(desk.trouble()).isEmpty();
    }

    @Test
    void withoutAPlaceToWriteItTrainsAndSaysSo() throws IOException {
        Path file = Files.writeString(data.resolve("a-file"), "");
        TrainingDesk desk = desk(file);
        desk.begin(seeds("1-2"));
        assertThat(folders).containsOnlyNulls();
        assertThat(desk.trouble()).contains("a-file").contains("cannot be written");
    }

    @Test
    void aRemovedRunIsStoppedAndForgotten() {
        desk(data).begin(seeds("1-2"));
        queue.tend();
        states();
        queue.remove(queue.runs().get(0));
        assertThat(runs.get(0).state()).isEqualTo(RunState.STOPPED);
        assertThat(queue.runs()).hasSize(1);
    }
}
