package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches what nobody caught: it is logged whole and said plainly, and the window stays open with
 * everything in it.
 */
final class Failures implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Consumer<String> say;

    private Failures(Consumer<String> say) {
        this.say = say;
    }

    /** Catches from now on, on the window's thread and on any without a handler of its own. */
    static void catchAll(Consumer<String> say) {
        Failures failures = new Failures(say);
        Thread.currentThread().setUncaughtExceptionHandler(failures);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LOG.error("unexpected fault on {}", thread.getName(), failure);
        String words =
                tr(
                        "Something went wrong that should not have: {0}. Nothing you made is lost.",
                        failure);
        if (Platform.isFxApplicationThread()) {
            say.accept(words);
        } else {
            Platform.runLater(() -> say.accept(words));
        }
    }
}
