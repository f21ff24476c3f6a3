package stackelberg.bench.untuned;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * Draws games and trains each with every seed, a few runs at a time and in order. Each game is
 * drawn, and its exact answer found, before the clock of its first run begins.
 */
public final class UntunedTraining implements AutoCloseable {
    private final UntunedGame.Models models;
    private final long generator;
    private final ExecutorService threads;
    private final CompletionService<UntunedOutcome> outcomes;
    private final Map<Named, UntunedGame> games = new ConcurrentHashMap<>();
    private int awaited;

    private record Named(UntunedFamily family, int number) {}

    /**
     * Nothing starts yet.
     *
     * @param generator the seed of all games
     * @param jobs runs side by side
     */
    public UntunedTraining(UntunedGame.Models models, long generator, int jobs) {
        this.models = models;
        this.generator = generator;
        this.threads =
                Executors.newFixedThreadPool(
                        jobs,
                        work -> {
                            Thread thread = new Thread(work, "untuned");
                            thread.setDaemon(true);
                            return thread;
                        });
        this.outcomes = new ExecutorCompletionService<>(threads);
    }

    /** Trains this many games of a family, each with these seeds. */
    public void add(UntunedFamily family, int count, List<Long> seeds) {
        for (int k = 1; k <= count; k++) {
            Named name = new Named(family, k);
            for (long seed : seeds) {
                outcomes.submit(() -> train(name, seed));
                awaited++;
            }
        }
    }

    /** How many runs are not handed out by {@link #next} yet. */
    public int left() {
        return awaited;
    }

    /** Waits for the next run to be over; null when all are. */
    public @Nullable UntunedOutcome next() throws InterruptedException {
        if (awaited == 0) {
            return null;
        }
        awaited--;
        try {
            return outcomes.take().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a game could not be drawn: " + e.getCause(), e);
        }
    }

    private UntunedOutcome train(Named name, long seed) throws InterruptedException {
        UntunedGame game = games.computeIfAbsent(name, n -> n.family().draw(generator, n.number()));
        ScenarioFile.Reading reading = ScenarioFile.read(game.json(models));
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            return UntunedOutcome.failed(game, seed, String.valueOf(reading.faults().get(0)));
        }
        try (Run run = new Run(scenario, seed, null)) {
            run.start();
            run.await();
            return UntunedOutcome.of(game, run);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A learner from outside may fail before its run begins.
            return UntunedOutcome.failed(game, seed, e.toString());
        }
    }

    /** Stops what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
