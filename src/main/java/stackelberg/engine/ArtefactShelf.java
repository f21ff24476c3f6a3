package stackelberg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.follower.Artefact;
import stackelberg.follower.Preparation;

/**
 * Where a run finds what was trained for its followers: in its own folder, beside the scenario, or
 * among what other runs of this program have trained; what it trains itself goes to all three. A
 * file that belongs to another game or to other settings is refused, and the reason is told.
 *
 * <p>Runs that need the same thing at the same time train it once: the others wait.
 */
final class ArtefactShelf implements Preparation.Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(ArtefactShelf.class);

    /** The most artefacts that are kept in memory. */
    private static final int MOST = 64;

    private static final Map<String, Artefact> MADE = new ConcurrentHashMap<>();
    private static final Map<String, ReentrantLock> BEING_MADE = new ConcurrentHashMap<>();

    private final @Nullable Path runFolder;
    private final @Nullable Path scenario;
    private final Consumer<String> tell;
    private final Runnable waiting;

    /**
     * @param runFolder where the run is recorded; null if nowhere
     * @param scenario the scenario's file; null if it has none
     * @param tell hears what a person should know
     * @param waiting called many times a second while another run trains; may throw to give up
     */
    ArtefactShelf(
            @Nullable Path runFolder,
            @Nullable Path scenario,
            Consumer<String> tell,
            Runnable waiting) {
        this.runFolder = runFolder;
        this.scenario = scenario;
        this.tell = tell;
        this.waiting = waiting;
    }

    @Override
    public Artefact get(String name, String fingerprint, Supplier<Artefact> training)
            throws IOException {
        ReentrantLock mine = BEING_MADE.computeIfAbsent(fingerprint, f -> new ReentrantLock());
        take(mine);
        try {
            Artefact found = found(name, fingerprint);
            Artefact artefact = found != null ? found : training.get();
            keep(name, fingerprint, artefact);
            return artefact;
        } finally {
            mine.unlock();
        }
    }

    private void take(ReentrantLock lock) {
        try {
            while (!lock.tryLock(50, TimeUnit.MILLISECONDS)) {
                waiting.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    private @Nullable Artefact found(String name, String fingerprint) throws IOException {
        if (runFolder != null && Files.exists(inRun(runFolder, name))) {
            return new ArtefactFile(inRun(runFolder, name)).read(fingerprint);
        }
        Artefact made = MADE.get(fingerprint);
        if (made != null) {
            return made;
        }
        if (scenario == null || !Files.exists(beside(scenario, name))) {
            return null;
        }
        try {
            return new ArtefactFile(beside(scenario, name)).read(fingerprint);
        } catch (IOException e) {
            tell.accept(e.getMessage() + ". It is trained anew.");
            return null;
        }
    }

    private void keep(String name, String fingerprint, Artefact artefact) throws IOException {
        if (MADE.size() >= MOST) {
            MADE.clear();
        }
        MADE.put(fingerprint, artefact);
        if (runFolder != null && !Files.exists(inRun(runFolder, name))) {
            new ArtefactFile(inRun(runFolder, name)).write(fingerprint, artefact);
        }
        if (scenario != null) {
            keepBeside(new ArtefactFile(beside(scenario, name)), fingerprint, artefact);
        }
    }

    /** The scenario's folder may be one that cannot be written: then the run goes on without. */
    private static void keepBeside(ArtefactFile file, String fingerprint, Artefact artefact) {
        try {
            if (!file.belongs(fingerprint)) {
                file.write(fingerprint, artefact);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("what was trained is not kept beside the scenario: {}", e.getMessage());
        }
    }

    private static Path inRun(Path folder, String name) {
        return folder.resolve(name + ".trained");
    }

    /** {@code prices.json} has {@code prices.meta-response-1.trained} beside it. */
    private static Path beside(Path scenario, String name) {
        String stem = Optional.ofNullable(scenario.getFileName()).orElse(scenario).toString();
        String bare = stem.endsWith(".json") ? stem.substring(0, stem.length() - 5) : stem;
        return scenario.resolveSibling(bare + "." + name + ".trained");
    }
}
