package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stackelberg.game.BayesianNormalForm;
import stackelberg.game.Commitment;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.parameter.Table;

/** A search for the exact answer ends soon after nobody waits for it any more. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GivenUpAnswerTest {
    private static final int ROWS = 16;
    private static final int TYPES = 12;
    private static final int ACTIONS = 10;

    /** As large as a mixed-integer program may be: it takes far longer than any test. */
    private static GameFamily hard(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[][][] cells = new double[TYPES * ROWS][ACTIONS][2];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                Arrays.setAll(cell, player -> random.nextDouble());
            }
        }
        double[][] prior = new double[1][TYPES];
        Arrays.fill(prior[0], 1.0 / TYPES);
        return new BayesianNormalForm(
                Table.of(cells),
                Table.of(
                        new double[][][] {
                            Arrays.stream(prior[0])
                                    .mapToObj(p -> new double[] {p})
                                    .toArray(double[][]::new)
                        }),
                List.of(TYPES),
                List.of(ACTIONS),
                Commitment.RANDOMISED);
    }

    /** Whether a thread is at a mixed-integer program. */
    private static boolean searching() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().startsWith("org.ojalgo.optimisation"));
    }

    @Test
    void theSolverEndsWithTheLastWhoWaits() throws Exception {
        GameFamily game = hard(1);
        CompletableFuture<Answer> answer;
        try (ExactAnswers.Wish first = ExactAnswers.wish(game)) {
            answer = first.comingOrNone();
            ExactAnswers.wish(game).close();
            Tiny.until(GivenUpAnswerTest::searching);
            assertThat(answer).as("one still waits").isNotDone();
        }
        Tiny.until(() -> !searching());
        Tiny.until(answer::isDone);
    }

    @Test
    void whoAsksAgainIsNotTakenForOneWhoGaveUp() throws Exception {
        GameFamily game = hard(2);
        ExactAnswers.wish(game).close();
        try (ExactAnswers.Wish again = ExactAnswers.wish(game)) {
            CompletableFuture<Answer> answer = again.comingOrNone();
            Tiny.until(GivenUpAnswerTest::searching);
            assertThat(answer).isNotDone();
        }
        Tiny.until(() -> !searching());
    }

    @Test
    void aThreadThatIsInterruptedWaitsNoLonger() throws Exception {
        Thread asking = new Thread(() -> ExactAnswers.of(hard(3)), "asks");
        asking.setDaemon(true);
        asking.setUncaughtExceptionHandler((thread, cancelled) -> {});
        asking.start();
        Tiny.until(GivenUpAnswerTest::searching);
        asking.interrupt();
        asking.join();
        Tiny.until(() -> !searching());
    }
}
