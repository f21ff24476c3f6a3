package stackelberg.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Oracle;

/**
 * The exact answer to each game, computed once in the life of the program; but a search that nobody
 * waits for any more is given up, and begins anew for who asks again.
 */
public final class ExactAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ExactAnswers.class);

    /** Guarded by itself. */
    private static final Map<GameFamily, Search> KNOWN = new HashMap<>();

    /** Threads that a program which ends does not wait for. */
    private static final Executor SOLVERS =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread solver = new Thread(task, "exact answer");
                        solver.setDaemon(true);
                        return solver;
                    });

    private ExactAnswers() {}

    /** A search, and how many wait for what it finds. */
    private static final class Search {
        private final CompletableFuture<Answer> answer;
        private volatile boolean givenUp;
        private int waiting;

        Search(GameFamily game) {
            answer =
                    CompletableFuture.supplyAsync(
                            () -> Oracle.solve(game.assemble(), share -> goOn()), SOLVERS);
        }

        private void goOn() {
            if (givenUp) {
                throw new CancellationException("nobody waits for it");
            }
        }
    }

    /** That somebody waits for the exact answer to a game; whoever has it closes it. */
    static final class Wish implements AutoCloseable {
        private final GameFamily game;
        private final Search search;

        private Wish(GameFamily game, Search search) {
            this.game = game;
            this.search = search;
        }

        /** The answer, now or later; a method that fails must not take what was learned with it. */
        CompletableFuture<Answer> comingOrNone() {
            return search.answer.exceptionally(
                    e -> {
                        LOG.warn("the exact answer cannot be found", e);
                        Throwable cause = e.getCause() == null ? e : e.getCause();
                        return Answer.between(
                                Double.NaN, Double.NaN, "The exact method failed: " + cause);
                    });
        }

        @Override
        public void close() {
            synchronized (KNOWN) {
                search.waiting--;
                if (search.waiting == 0 && !search.answer.isDone()) {
                    search.givenUp = true;
                    KNOWN.remove(game, search);
                }
            }
        }
    }

    /** Begins the search, unless the answer is known or being sought. */
    static Wish wish(GameFamily game) {
        synchronized (KNOWN) {
            Search search = KNOWN.computeIfAbsent(game, Search::new);
            search.waiting++;
            return new Wish(game, search);
        }
    }

    /**
     * The exact answer; the first call for a game may take long.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public static Answer of(GameFamily game) {
        try (Wish wish = wish(game)) {
            return wish.search.answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
