package stackelberg.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;
import stackelberg.engine.RunState;

/**
 * Runs that are worked off a few at a time, in order, with a progress bar. If the program is told
 * to end, the runs under way are stopped first, so that their checkpoints are of that moment.
 */
final class RunQueue implements AutoCloseable {
    private static final long POLL_MILLIS = 50;

    private final Deque<Run> waiting;

    /** Read by the shutdown hook while the main thread changes it. */
    private final List<Run> running = new CopyOnWriteArrayList<>();

    private final int jobs;
    private final long budget;
    private final @Nullable ProgressBar bar;
    private final Thread onExit = new Thread(this::stopAll, "stop runs");
    private long finishedTransitions;

    RunQueue(List<Run> runs, int jobs, boolean showProgress) {
        this.waiting = new ArrayDeque<>(runs);
        this.jobs = jobs;
        this.budget = runs.stream().mapToLong(run -> run.scenario().budget()).sum();
        this.bar =
                showProgress
                        ? new ProgressBarBuilder()
                                .setTaskName("training")
                                .setInitialMax(budget)
                                .setStyle(ProgressBarStyle.ASCII)
                                .showSpeed()
                                .build()
                        : null;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Waits for the next run to be over; null when all are. */
    @Nullable Run next() throws InterruptedException {
        while (true) {
            while (running.size() < jobs && !waiting.isEmpty()) {
                Run run = waiting.removeFirst();
                running.add(run);
                run.start();
            }
            for (Run run : running) {
                if (run.latest().state().over()) {
                    run.await();
                    running.remove(run);
                    finishedTransitions += run.scenario().budget();
                    showProgress();
                    return run;
                }
            }
            if (running.isEmpty()) {
                return null;
            }
            showProgress();
            if (running.get(0).await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                showProgress();
            }
        }
    }

    private void showProgress() {
        if (bar != null) {
            long done = finishedTransitions;
            for (Run run : running) {
                if (run.latest().state() != RunState.WAITING) {
                    done += Math.min(run.latest().transitions(), run.scenario().budget());
                }
            }
            bar.stepTo(Math.min(done, budget));
        }
    }

    private void stopAll() {
        running.forEach(Run::close);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook is at work.
            return;
        }
        if (bar != null) {
            bar.close();
        }
    }
}
