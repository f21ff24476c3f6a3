package stackelberg.study;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.engine.Run;
import stackelberg.engine.RunState;
import stackelberg.scenario.AtomicFile;

/**
 * Jobs of a study worked off by this program, some side by side. Others, here or on other machines,
 * may be at the same folder: a job is claimed before it is trained, one that another holds is come
 * back to, and one that is over is left alone. All methods but {@link #await} and {@link #close}
 * return at once.
 */
public final class StudyTraining implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final long STOP_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(StudyTraining.class);

    private final StudyFolder folder;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Run> running = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> workers = new ArrayList<>();
    private final CountDownLatch left;
    private final int all;
    private final int overBefore;
    private volatile int over;
    private volatile boolean stopping;
    private volatile long began;

    /**
     * What kept a job from ending.
     *
     * @param message a sentence without its final stop
     */
    public record Failure(Job job, String message) {}

    /**
     * @param jobs at most {@code workers} of them are trained side by side
     * @throws IOException with a message for a person if a result is damaged
     */
    public StudyTraining(StudyFolder folder, List<Job> jobs, int workers) throws IOException {
        this.folder = folder;
        this.all = jobs.size();
        for (Job job : jobs) {
            if (folder.result(job).isEmpty()) {
                waiting.add(job);
            }
        }
        this.overBefore = all - waiting.size();
        this.over = overBefore;
        this.left = new CountDownLatch(workers);
        AtomicFile.sweep(folder.path());
        for (int k = 0; k < workers; k++) {
            Thread worker = new Thread(this::work, "study, worker " + (k + 1));
            worker.setDaemon(true);
            this.workers.add(worker);
        }
    }

    /** Begins; told once. */
    public StudyTraining start() {
        began = System.nanoTime();
        workers.forEach(Thread::start);
        return this;
    }

    /**
     * How far it has come.
     *
     * @param jobs all of them
     * @param over those that are over, wherever they were trained
     * @param underWay those trained by this program now, each from 0 to 1, summed up
     * @param failed those that ended without a result
     * @param secondsLeft NaN while that cannot be told
     */
    public record Progress(int jobs, int over, double underWay, int failed, double secondsLeft) {
        /** From 0 to 1. */
        public double share() {
            return jobs == 0 ? 1 : (over + failed + underWay) / jobs;
        }
    }

    /** How far it has come. */
    public Progress progress() {
        double underWay = running.stream().mapToDouble(run -> run.latest().share()).sum();
        double done = over - overBefore + failures.size() + underWay;
        double seconds = began == 0 ? 0 : (System.nanoTime() - began) / 1e9;
        double open = all - overBefore - done;
        return new Progress(
                all,
                over,
                underWay,
                failures.size(),
                open <= 0 ? 0 : done > 0 ? seconds * open / done : Double.NaN);
    }

    /** Jobs that ended without a result, and why. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Whether there is nothing more to do, or it was stopped. */
    public boolean done() {
        return left.getCount() == 0;
    }

    /** Waits for that, but no longer than this; returns whether it is so. */
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return left.await(time, unit);
    }

    /** Ends every run at its next safe place; all go on from there another time. */
    public void stop() {
        stopping = true;
        running.forEach(Run::stop);
        workers.forEach(Thread::interrupt);
    }

    /** Stops, and waits a little for the last checkpoints. */
    @Override
    public void close() {
        stop();
        try {
            await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (Job job = next(); job != null; job = next()) {
                attempt(job);
            }
        } catch (InterruptedException e) {
            LOG.debug("a worker was stopped");
        } finally {
            left.countDown();
        }
    }

    private @Nullable Job next() {
        synchronized (waiting) {
            return stopping ? null : waiting.poll();
        }
    }

    private void later(Job job) throws InterruptedException {
        synchronized (waiting) {
            waiting.add(job);
        }
        Thread.sleep(LOOK_AGAIN_MILLIS);
    }

    private synchronized void count() {
        over++;
    }

    private void attempt(Job job) throws InterruptedException {
        try (Claimed claimed = new Claimed(folder.claim(job))) {
            if (folder.result(job).isPresent()) {
                count();
            } else if (claimed.lock().isEmpty()) {
                later(job);
            } else {
                train(job);
            }
        } catch (IOException e) {
            fail(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("a job failed unexpectedly", e);
            fail(job, "It met an unexpected fault: " + e);
        }
    }

    /** A lock that may be another's. */
    private record Claimed(Optional<JobLock> lock) implements AutoCloseable {
        @Override
        public void close() {
            lock.ifPresent(JobLock::close);
        }
    }

    private void train(Job job) throws IOException, InterruptedException {
        Run run = folder.run(job);
        running.add(run);
        try {
            if (stopping) {
                return;
            }
            run.start();
            awaitEnd(run);
            RunState state = run.latest().state();
            if (state == RunState.FINISHED) {
                count();
            } else if (state == RunState.FAILED) {
                fail(job, run.latest().message());
            }
        } finally {
            running.remove(run);
        }
    }

    /** Also when it was stopped: the lock is held until the last checkpoint is written. */
    private void awaitEnd(Run run) throws InterruptedException {
        try {
            run.await();
        } catch (InterruptedException e) {
            run.stop();
            run.await(STOP_SECONDS, TimeUnit.SECONDS);
            throw e;
        }
    }

    private void fail(Job job, String message) {
        failures.add(new Failure(job, message));
    }
}
