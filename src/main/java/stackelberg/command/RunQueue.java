package stackelberg.command;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;

/**
 * Runs that are worked off a few at a time, in order, with a progress bar. If the program is told
 * to end, the runs under way are stopped first, so that their checkpoints are of that moment.
 */
final class RunQueue implements AutoCloseable {
    private static final long POLL_MILLIS = 50;

    /** Steps of the bar for a run. */
    private static final int STEPS = 1000;

    private final Iterator<Run> waiting;

    /** Read by the shutdown hook while the main thread changes it. */
    private final List<Run> running = new CopyOnWriteArrayList<>();

    private final int jobs;
    private final @Nullable ProgressBar bar;
    private final Thread onExit = new Thread(this::stopAll, "stop runs");
    private int finished;

    RunQueue(List<Run> runs, int jobs, boolean showProgress) {
        this.waiting = runs.iterator();
        this.jobs = jobs;
        this.bar =
                showProgress
                        ? new ProgressBarBuilder()
                                .setTaskName("training")
                                .setInitialMax((long) STEPS * runs.size())
                                .setStyle(ProgressBarStyle.ASCII)
                                .build()
                        : null;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Waits for the next run to be over; null when all are. */
    @Nullable Run next() throws InterruptedException {
        while (true) {
            while (running.size() < jobs && waiting.hasNext()) {
                Run run = waiting.next();
                running.add(run);
                run.start();
            }
            for (Run run : running) {
                if (run.latest().state().over()) {
                    run.await();
                    running.remove(run);
                    finished++;
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
            double done = finished;
            String stage = "";
            for (Run run : running) {
                done += run.latest().share();
                stage = run.latest().message();
            }
            bar.stepTo(Math.round(STEPS * done));
            bar.setExtraMessage(stage.isEmpty() ? "" : " " + stage);
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
