package stackelberg.workbench.session;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest of something on disk by a thread of its own; what comes faster than the disk is
 * skipped. A disk that refuses is nothing that the window must hear of.
 *
 * @param <T> immutable
 */
final class BehindWriter<T> {
    /** Puts content on disk. */
    interface Writing<T> {
        void run(T content) throws IOException;
    }

    /** Changes something on disk. */
    interface Change {
        void make() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(BehindWriter.class);

    private final String name;
    private final Writing<T> writing;
    private final AtomicReference<@Nullable T> next = new AtomicReference<>();
    private final ExecutorService thread;

    BehindWriter(String name, Writing<T> writing) {
        this.name = name;
        this.writing = writing;
        this.thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread worker = new Thread(task, name);
                            worker.setDaemon(true);
                            return worker;
                        });
    }

    /** Writes content, soon; nothing after {@link #close}. */
    void write(T content) {
        if (thread.isShutdown()) {
            return;
        }
        if (next.getAndSet(content) == null) {
            thread.execute(
                    () -> {
                        T newest = next.getAndSet(null);
                        if (newest != null) {
                            attempt(() -> writing.run(newest));
                        }
                    });
        }
    }

    /** Does something else with the disk after what is being written; what waits is dropped. */
    void instead(Change change) {
        next.set(null);
        then(change);
    }

    /** Does something else with the disk after what is being written and what waits. */
    void then(Change change) {
        if (!thread.isShutdown()) {
            thread.execute(() -> attempt(change));
        }
    }

    private void attempt(Change change) {
        try {
            change.make();
        } catch (IOException | RuntimeException e) {
            LOG.debug("{}: not kept", name, e);
        }
    }

    /** Waits a moment for what is still to be written. */
    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
