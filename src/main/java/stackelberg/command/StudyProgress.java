package stackelberg.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import stackelberg.study.StudyTraining;
import stackelberg.study.StudyTraining.Progress;

/**
 * Says how far a study has come, and how long it may still take: by a bar on a terminal, otherwise
 * by a line now and then. If the program is told to end, the study is stopped first, so that its
 * checkpoints are of that moment.
 */
final class StudyProgress implements AutoCloseable {
    private static final long POLL_MILLIS = 200;
    private static final long LINE_NANOS = 60_000_000_000L;
    private static final int STEPS = 1000;

    private final StudyTraining training;
    private final PrintWriter errors;
    private final @Nullable ProgressBar bar;
    private final Thread onExit;

    StudyProgress(StudyTraining training, PrintWriter errors) {
        this.training = training;
        this.errors = errors;
        this.bar =
                System.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName("training")
                                .setInitialMax((long) STEPS * training.progress().jobs())
                                .setStyle(ProgressBarStyle.ASCII)
                                .build();
        this.onExit = new Thread(training::close, "stop study");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Until there is nothing more to do. */
    void show() throws InterruptedException {
        long said = System.nanoTime();
        while (!training.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            Progress progress = training.progress();
            if (bar != null) {
                bar.stepTo(Math.round(STEPS * progress.share() * progress.jobs()));
                bar.setExtraMessage(" " + words(progress));
            } else if (System.nanoTime() - said > LINE_NANOS) {
                said = System.nanoTime();
                errors.println(words(progress));
                errors.flush();
            }
        }
    }

    private static String words(Progress progress) {
        String count = progress.over() + " of " + progress.jobs() + " jobs over";
        if (Double.isNaN(progress.secondsLeft())) {
            return count;
        }
        Duration left = Duration.ofSeconds(Math.round(progress.secondsLeft()));
        return String.format(
                "%s, about %d:%02d:%02d left",
                count, left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook is at work.
            return;
        }
    }
}
