package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A run obeys: start, pause, resume, step, slow down, stop. */
class RunCommandsTest {
    @Test
    void itRunsToItsBudgetAndSaysWhatCameOfIt() throws InterruptedException {
        try (Run run = new Run(Tiny.scenario(20_000), 1, null)) {
            assertThat(run.latest().state()).isEqualTo(RunState.WAITING);
            run.start();
            run.await();
            Snapshot end = run.latest();
            assertThat(end.state()).isEqualTo(RunState.FINISHED);
            assertThat(end.transitions()).isGreaterThanOrEqualTo(20_000);
            assertThat(end.curves().keySet())
                    .containsExactlyInAnyOrder(
                            Chart.LEADER_REWARD,
                            Chart.FOLLOWER_REGRET,
                            Chart.MECHANISM,
                            Chart.DIAGNOSTICS,
                            Chart.CONVERGENCE);
            RunResult result = run.result().orElseThrow();
            assertThat(result.optimum()).isEqualTo(1);
            assertThat(result.steps()).isEqualTo(end.transitions());
            assertThat(result.gap()).isEqualTo(1 - result.leaderReward());
            assertThat(result.json()).startsWith("{\"scenario\":\"Tiny\",\"seed\":1,\"steps\":");
        }
    }

    @Test
    void aPauseHoldsItAndResumeLetsItGoOn() throws InterruptedException {
        try (Run run = new Run(Tiny.endless(), 1, null)) {
            run.start();
            Tiny.until(() -> run.latest().transitions() > 1000);
            run.pause();
            Tiny.until(() -> Tiny.reached(run, RunState.PAUSED));
            long held = run.latest().transitions();
            run.speed(10);
            run.speed(Double.POSITIVE_INFINITY);
            assertThat(run.latest().transitions()).isEqualTo(held);
            run.resume();
            Tiny.until(() -> run.latest().transitions() > held);
        }
    }

    @Test
    void aStepIsOneOuterEpisode() throws InterruptedException {
        try (Run run = new Run(Tiny.endless(), 1, null)) {
            run.stepEpisode();
            Tiny.until(() -> Tiny.reached(run, RunState.PAUSED));
            Snapshot first = run.latest();
            assertThat(first.plays()).as("90 response and 9 reward plays").isEqualTo(99);
            assertThat(first.episodeReward()).isBetween(0.0, 1.0);
            run.stepEpisode();
            Tiny.until(() -> run.latest().plays() > 99 && Tiny.reached(run, RunState.PAUSED));
            assertThat(run.latest().plays()).isEqualTo(198);
        }
    }

    @Test
    void slowMotionHoldsItBackAndStopEndsItAtOnce() throws InterruptedException {
        try (Run run = new Run(Tiny.endless(), 1, null)) {
            run.speed(0.001);
            run.start();
            Tiny.until(() -> Tiny.reached(run, RunState.RUNNING));
            run.stop();
            run.await();
            assertThat(run.latest().state()).isEqualTo(RunState.STOPPED);
            assertThat(run.latest().plays()).isLessThan(1000);
        }
    }

    @Test
    void aRunThatNeverStartedCanBeStopped() throws InterruptedException {
        Run run = new Run(Tiny.endless(), 1, null);
        run.stop();
        run.await();
        assertThat(run.latest().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void closingLeavesNoThread() throws InterruptedException {
        Run run = new Run(Tiny.endless(), 77, null);
        run.start();
        Tiny.until(() -> run.latest().transitions() > 0);
        run.close();
        Tiny.until(
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(t -> t.getName().endsWith("seed 77")));
    }

    @Test
    void theNewestSnapshotWins() throws InterruptedException {
        try (Run run = new Run(Tiny.scenario(50_000), 1, null)) {
            run.start();
            run.await();
            assertThat(run.snapshots().take()).isSameAs(run.latest());
            assertThat(run.snapshots().take()).isNull();
        }
    }

    @Test
    void watchingAndPausingChangeNothing() throws InterruptedException {
        try (Run calm = new Run(Tiny.scenario(30_000), 5, null);
                Run disturbed = new Run(Tiny.scenario(30_000), 5, null)) {
            calm.start();
            disturbed.stepEpisode();
            for (int k = 0; k < 5; k++) {
                Tiny.until(() -> Tiny.reached(disturbed, RunState.PAUSED));
                disturbed.stepEpisode();
                Tiny.until(() -> disturbed.snapshots().take() != null);
            }
            disturbed.resume();
            Tiny.until(
                    () -> {
                        disturbed.resume();
                        return disturbed.latest().state().over();
                    });
            calm.await();
            assertThat(Arrays.deepToString(calm.latest().exploration()))
                    .isEqualTo(Arrays.deepToString(disturbed.latest().exploration()));
        }
    }

    @Test
    void aScenarioWithFaultsIsNotRun() {
        assertThatThrownBy(() -> new Run(Tiny.scenario(-1), 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.budget");
    }
}
