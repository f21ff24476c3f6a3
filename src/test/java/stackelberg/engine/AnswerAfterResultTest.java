package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFamily;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Faults;
import stackelberg.scenario.Scenario;

/** A run's result does not wait for the exact answer, which may take long, or never come. */
class AnswerAfterResultTest {
    private static final CountDownLatch GIVEN = new CountDownLatch(1);

    private static final String SOLVER = "exact answer";

    /** A game whose exact method waits for something. */
    public record Puzzle() implements GameFamily {
        @Override
        public BaseGame assemble() {
            if (Thread.currentThread().getName().equals(SOLVER)) {
                try {
                    GIVEN.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return new SimpleAllocation().assemble();
        }

        @Override
        public void check(Faults faults) {}
    }

    /** A game whose exact method fails. */
    public record Riddle() implements GameFamily {
        @Override
        public BaseGame assemble() {
            if (Thread.currentThread().getName().equals(SOLVER)) {
                throw new IllegalArgumentException("it is too hard");
            }
            return new SimpleAllocation().assemble();
        }

        @Override
        public void check(Faults faults) {}
    }

    private static Run begun(GameFamily game) {
        Scenario tiny = Tiny.scenario(5_000);
        Run run =
                new Run(
                        new Scenario(
                                tiny.title(),
                                "",
                                game,
                                tiny.followers(),
                                tiny.leader(),
                                tiny.episode(),
                                tiny.budget(),
                                "1"),
                        1,
                        null);
        run.start();
        return run;
    }

    @Test
    void theResultIsThereWhileTheAnswerIsSought() throws InterruptedException {
        try (Run stopped = begun(new Puzzle());
                Run patient = begun(new Puzzle())) {
            for (Run run : List.of(stopped, patient)) {
                Tiny.until(() -> run.latest().state() == RunState.FINISHED);
                RunResult result = run.result().orElseThrow();
                assertThat(result.leaderReward()).isNotNull();
                assertThat(result.optimum()).isNull();
                assertThat(result.complete()).isFalse();
                assertThat(run.latest().verdict()).isNull();
                assertThat(run.latest().message()).contains("being sought");
            }
            stopped.stop();
            stopped.await();
            assertThat(stopped.latest().state()).isEqualTo(RunState.FINISHED);
            assertThat(stopped.latest().message()).isEmpty();
            assertThat(stopped.result().orElseThrow().complete()).isFalse();

            GIVEN.countDown();
            patient.await();
            RunResult result = patient.result().orElseThrow();
            assertThat(result.complete()).isTrue();
            assertThat(result.optimum()).isNotNull();
            assertThat(patient.latest().verdict()).isNotNull();
            assertThat(result.wallSeconds()).isEqualTo(patient.latest().wallSeconds());
        }
    }

    @Test
    void aMethodThatFailsLeavesTheResult() throws InterruptedException {
        try (Run run = begun(new Riddle())) {
            run.await();
            assertThat(run.latest().state()).isEqualTo(RunState.FINISHED);
            RunResult result = run.result().orElseThrow();
            assertThat(result.leaderReward()).isNotNull();
            assertThat(result.complete()).isTrue();
            assertThat(result.optimum()).isNull();
        }
    }
}
