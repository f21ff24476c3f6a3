package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** A thread that does things with the disk one after the other, and goes away when idle. */
final class DiskThread implements Executor {
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor executor;

    /** Something that is done with the disk. */
    interface Work {
        void run() throws IOException;
    }

    DiskThread() {
        executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread worker = new Thread(task, "disk");
                            worker.setDaemon(true);
                            return worker;
                        });
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Does something, then reads what there is, and tells of it on the window's thread.
     *
     * @param show takes what there is then, whether or not the work could be done
     * @param trouble takes a sentence if it could not
     */
    <T> void work(Work work, Supplier<T> read, Consumer<T> show, Consumer<String> trouble) {
        execute(
                () -> {
                    String said = "";
                    try {
                        work.run();
                    } catch (IOException e) {
                        said = tr(e.getMessage()) + ".";
                    }
                    String wrong = said;
                    T there = read.get();
                    Platform.runLater(
                            () -> {
                                show.accept(there);
                                if (!wrong.isEmpty()) {
                                    trouble.accept(wrong);
                                }
                            });
                });
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }
}
