package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that takes too long for the window's thread, on one of its own: whatever is begun ends what
 * was under way, and is told of on the window's thread.
 */
final class NewestWork {
    private static final Logger LOG = LoggerFactory.getLogger(NewestWork.class);

    private static final long EVERY_NANOS = 250_000_000;

    private static final ExecutorService THREAD =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread worker = new Thread(task, "look inside");
                        worker.setDaemon(true);
                        return worker;
                    });

    private @Nullable Future<?> underWay;

    /**
     * Begins.
     *
     * @param work stops when its thread is interrupted
     * @param made takes what came of it
     * @param trouble takes a sentence if nothing did
     */
    <T> void begin(Callable<T> work, Consumer<T> made, Consumer<String> trouble) {
        if (underWay != null) {
            underWay.cancel(true);
        }
        underWay = THREAD.submit(() -> work(work, made, trouble));
    }

    /**
     * Says now and then how far what is trained beforehand has come.
     *
     * @param say takes a sentence, on the window's thread
     * @return takes the share that is done, on any thread
     */
    static DoubleConsumer preparing(Consumer<String> say) {
        AtomicLong last = new AtomicLong(System.nanoTime());
        return share -> {
            long now = System.nanoTime();
            if (now - last.get() > EVERY_NANOS) {
                last.set(now);
                long percent = Math.round(100 * share);
                Platform.runLater(
                        () -> say.accept(tr("They are trained beforehand: {0} % done …", percent)));
            }
        };
    }

    private static <T> void work(Callable<T> work, Consumer<T> made, Consumer<String> trouble) {
        try {
            T done = work.call();
            Platform.runLater(() -> made.accept(done));
        } catch (CancellationException | InterruptedException e) {
            LOG.debug("another was asked for");
        } catch (Exception e) {
            LOG.debug("nothing came of it", e);
            String words = e.getMessage() == null ? e.toString() : e.getMessage();
            Platform.runLater(() -> trouble.accept(tr(words) + "."));
        }
    }
}
