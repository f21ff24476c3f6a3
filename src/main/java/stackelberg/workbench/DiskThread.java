package stackelberg.workbench;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }
}
