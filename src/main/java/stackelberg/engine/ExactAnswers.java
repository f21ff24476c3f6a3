package stackelberg.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Oracle;

/** The exact answer to each game, computed once in the life of the program. */
public final class ExactAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ExactAnswers.class);
    private static final Map<GameFamily, CompletableFuture<Answer>> KNOWN =
            new ConcurrentHashMap<>();

    /** Threads that a program which ends does not wait for. */
    private static final Executor SOLVERS =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread solver = new Thread(task, "exact answer");
                        solver.setDaemon(true);
                        return solver;
                    });

    private ExactAnswers() {}

    /** The exact answer; the first call for a game may take long. */
    public static Answer of(GameFamily game) {
        try {
            return coming(game).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The exact answer, now or later; fails if the method does. */
    private static CompletableFuture<Answer> coming(GameFamily game) {
        return KNOWN.computeIfAbsent(
                game,
                g -> CompletableFuture.supplyAsync(() -> Oracle.solve(g.assemble()), SOLVERS));
    }

    /** The same; a method that fails must not take what was learned with it. */
    static CompletableFuture<Answer> comingOrNone(GameFamily game) {
        return coming(game)
                .exceptionally(
                        e -> {
                            LOG.warn("the exact answer cannot be found", e);
                            Throwable cause = e.getCause() == null ? e : e.getCause();
                            return Answer.between(
                                    Double.NaN, Double.NaN, "The exact method failed: " + cause);
                        });
    }
}
