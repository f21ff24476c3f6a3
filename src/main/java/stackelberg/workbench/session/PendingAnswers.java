package stackelberg.workbench.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import stackelberg.engine.Landmark;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.scenario.Scenario;

/**
 * Exact answers, each game's computed once, and what a scenario's mechanism is compared with, on
 * threads of their own: a large game may take the oracle minutes, and the window waits for nothing.
 */
public final class PendingAnswers {
    private final Function<GameFamily, Answer> oracle;
    private final Map<GameFamily, CompletableFuture<Answer>> known = new ConcurrentHashMap<>();
    private final Function<Scenario, List<Landmark>> landmarks;
    private final Map<Scenario, CompletableFuture<List<Landmark>>> compared =
            new ConcurrentHashMap<>();
    private final ExecutorService thread = thread("exact answers");
    private final ExecutorService second = thread("comparisons");

    /**
     * @param oracle finds exact answers; may take long
     * @param landmarks finds what a mechanism is compared with; may take long
     */
    public PendingAnswers(
            Function<GameFamily, Answer> oracle, Function<Scenario, List<Landmark>> landmarks) {
        this.oracle = oracle;
        this.landmarks = landmarks;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                task -> {
                    Thread worker = new Thread(task, name);
                    worker.setDaemon(true);
                    return worker;
                });
    }

    /** The answer to a game without faults, now or later; fails if the oracle does. */
    public CompletableFuture<Answer> solve(GameFamily game) {
        return known.computeIfAbsent(
                game, g -> CompletableFuture.supplyAsync(() -> oracle.apply(g), thread));
    }

    /** What a scenario without faults is compared with, now or later; fails if that fails. */
    public CompletableFuture<List<Landmark>> compare(Scenario scenario) {
        return compared.computeIfAbsent(
                scenario, s -> CompletableFuture.supplyAsync(() -> landmarks.apply(s), second));
    }

    /** Drops what is not begun; what is under way ends with the program. */
    public void close() {
        second.shutdownNow();
        thread.shutdownNow();
    }
}
