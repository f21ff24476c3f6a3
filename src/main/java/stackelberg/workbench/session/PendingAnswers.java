package stackelberg.workbench.session;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;

/**
 * Exact answers, each game's computed once, on a thread of their own: a large game may take the
 * oracle minutes, and the window waits for nothing.
 */
public final class PendingAnswers {
    private final Function<GameFamily, Answer> oracle;
    private final Map<GameFamily, CompletableFuture<Answer>> known = new ConcurrentHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread worker = new Thread(task, "exact answers");
                        worker.setDaemon(true);
                        return worker;
                    });

    public PendingAnswers(Function<GameFamily, Answer> oracle) {
        this.oracle = oracle;
    }

    /** The answer to a game without faults, now or later; fails if the oracle does. */
    public CompletableFuture<Answer> solve(GameFamily game) {
        return known.computeIfAbsent(
                game, g -> CompletableFuture.supplyAsync(() -> oracle.apply(g), thread));
    }

    /** Drops what is not begun; what is under way ends with the program. */
    public void close() {
        thread.shutdownNow();
    }
}
