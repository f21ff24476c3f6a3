package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.engine.About;
import stackelberg.study.Cell;
import stackelberg.study.Job;
import stackelberg.study.Outcomes;
import stackelberg.study.Study;
import stackelberg.study.StudyFolder;
import stackelberg.study.StudyState;
import stackelberg.study.StudyTraining;

/**
 * A study in the window: what its folder holds, read again and again on a thread of its own, and
 * its training if this window does that.
 */
public final class WatchedStudy {
    private static final long LOOK_MILLIS = 700;

    /** Lies in its folder from when a window begins to train it until it is trained or stopped. */
    private static final String UNDER_WAY = "under-way";

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStudy.class);

    private final Study study;
    private final List<Cell> cells;
    private final StudyFolder folder;
    private final AtomicBoolean news = new AtomicBoolean();
    private volatile About about;
    private volatile @Nullable StudyState state;
    private volatile String trouble = "";
    private volatile boolean watched;
    private volatile @Nullable StudyTraining training;

    WatchedStudy(Study study, List<Cell> cells, StudyFolder folder) {
        this.study = study;
        this.cells = cells;
        this.folder = folder;
        this.about = About.of(folder.path());
    }

    /** What a list calls it. */
    public String name() {
        return about.name().isEmpty() ? study.title() : about.name();
    }

    /** Whether all these words are among what a list and its folder say of it. */
    public boolean has(String words) {
        String said =
                String.join(
                                " ",
                                name(),
                                study.title(),
                                study.question(),
                                about.note(),
                                String.valueOf(folder.path().getFileName()))
                        .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(said::contains);
    }

    /** What a person has said of it. */
    public About about() {
        return about;
    }

    /**
     * Keeps what a person says of it.
     *
     * @throws IOException with a message for a person if it cannot be written
     */
    void say(About words) throws IOException {
        words.keep(folder.path());
        about = words;
    }

    public Study study() {
        return study;
    }

    public List<Cell> cells() {
        return cells;
    }

    public StudyFolder folder() {
        return folder;
    }

    /** What its folder held when it was last looked at; null before the first time. */
    public @Nullable StudyState state() {
        return state;
    }

    /** Whether that has changed since this was last asked. */
    public boolean news() {
        return news.getAndSet(false);
    }

    /** What is wrong, in a sentence; empty if nothing. */
    public String trouble() {
        StudyTraining present = training;
        if (present != null && !present.failures().isEmpty()) {
            StudyTraining.Failure first = present.failures().get(0);
            int more = present.failures().size() - 1;
            return tr(
                    "{0} failed: {1}.{2}",
                    first.job(), first.message(), (more > 0 ? tr(" So did {0} more.", more) : ""));
        }
        return trouble;
    }

    /** Whether this window trains it now. */
    public boolean training() {
        return training != null && !training.done();
    }

    /** Whether nothing is left to train. */
    public boolean complete() {
        StudyState present = state;
        return present != null && present.over() == present.jobs();
    }

    /** Whether its training in this window ended before everything was trained. */
    public boolean stopped() {
        StudyTraining.Progress present = progress();
        return present != null && !training() && present.over() + present.failed() < present.jobs();
    }

    /** How far its training has come; null if this window has not trained it. */
    public StudyTraining.@Nullable Progress progress() {
        return training == null ? null : training.progress();
    }

    /**
     * Whether a window that trained it was gone before it was trained or stopped, and nobody goes
     * on with it. Not on the window's thread.
     */
    public boolean interrupted() {
        try {
            if (!Files.exists(underWay()) || training() || folder.inUse()) {
                return false;
            }
            for (Job job : Job.all(study, cells)) {
                if (folder.result(job).isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            LOG.debug("{} cannot be looked into", folder.path(), e);
            return false;
        }
    }

    private Path underWay() {
        return folder.path().resolve(UNDER_WAY);
    }

    private void mark() {
        try {
            Files.write(underWay(), new byte[0]);
        } catch (IOException e) {
            // What keeps it from being trained is told by the training.
            LOG.debug("{} cannot be written", underWay(), e);
        }
    }

    /** It is as a person wants it: trained, stopped, or left as it is. */
    public void setAside() {
        try {
            Files.deleteIfExists(underWay());
        } catch (IOException e) {
            LOG.debug("{} stays", underWay(), e);
        }
    }

    /** Trains what is not over. */
    public void train(int workers) {
        if (training()) {
            return;
        }
        mark();
        try {
            training = new StudyTraining(folder, Job.all(study, cells), workers).start();
            trouble = "";
        } catch (IOException e) {
            trouble = e.getMessage() + ".";
        }
        watch();
    }

    /** Ends its training because a person wants it; it can be gone on with. */
    public void stop() {
        setAside();
        halt();
    }

    /** Ends its training because the window goes: the next one offers to go on with it. */
    void close() {
        watched = false;
        halt();
    }

    private void halt() {
        if (training != null) {
            training.stop();
        }
    }

    void settle() {
        if (training != null) {
            training.close();
        }
    }

    /** Begins to look at the folder, unless that is so already. */
    public synchronized void watch() {
        if (watched) {
            return;
        }
        watched = true;
        Thread watcher = new Thread(this::look, "watches " + study.title());
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look() {
        try {
            // What is complete does not change any more, unless it is trained again.
            while (watched) {
                long began = System.nanoTime();
                boolean first = state == null;
                try {
                    StudyState fresh = StudyState.read(study, cells, folder, !first);
                    news.set(news.get() || !same(fresh, state));
                    state = fresh;
                    if (complete() && !first) {
                        if (training != null || !Files.exists(folder.report())) {
                            folder.publish(new Outcomes(study, cells, folder));
                        }
                        watched = false;
                    }
                } catch (IOException e) {
                    trouble = e.getMessage() + ".";
                    news.set(true);
                } catch (RuntimeException e) {
                    LOG.error("a study cannot be looked at", e);
                    trouble = tr("It cannot be looked at: {0}.", e);
                    news.set(true);
                    watched = false;
                }
                long took = (System.nanoTime() - began) / 1_000_000;
                Thread.sleep(first ? 1 : Math.max(LOOK_MILLIS, 4 * took));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean same(StudyState fresh, @Nullable StudyState before) {
        return before != null
                && fresh.over() == before.over()
                && fresh.curves().size() == before.curves().size()
                && points(fresh) == points(before);
    }

    private static double points(StudyState state) {
        return state.curves().stream()
                .mapToDouble(
                        c ->
                                c.mean().length == 0
                                        ? 0
                                        : c.transitions()[c.mean().length - 1] + c.seeds())
                .sum();
    }
}
