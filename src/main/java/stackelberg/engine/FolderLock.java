package stackelberg.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That one run, or one window, writes to a folder: a lock on a file that is there for nothing else,
 * and that ends with the program. Most systems take a program's lock on a file away as soon as the
 * program closes that file, however it had opened it, even to set its time; so nobody else may read
 * the file, and within this program nobody opens it a second time.
 */
public final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    /** What the file is called. */
    public static final String NAME = "lock";

    /** Another program that looks whether a run is under way holds its lock for an instant. */
    private static final int ATTEMPTS = 20;

    private static final long BETWEEN_NANOS = 10_000_000;

    /** What this program holds, by folder. */
    private static final Map<Path, FolderLock> HELD = new HashMap<>();

    private final Path file;
    private final Path folder;
    private final FileChannel channel;

    /** When whoever holds it wrote to the file, by which it is known again. */
    private final FileTime written;

    private FolderLock(Path file, Path folder, FileChannel channel) throws IOException {
        this.file = file;
        this.folder = folder;
        this.channel = channel;
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        channel.force(true);
        this.written = Files.getLastModifiedTime(file);
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws IOException if it cannot be made, or somebody else holds it
     */
    public static FolderLock take(Path folder) throws IOException {
        synchronized (HELD) {
            Path real = folder.toRealPath();
            if (mine(real)) {
                throw taken();
            }
            Path file = folder.resolve(NAME);
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                lock(channel);
                FolderLock lock = new FolderLock(file, real, channel);
                HELD.put(real, lock);
                return lock;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    private static boolean mine(Path real) {
        FolderLock lock = HELD.get(real);
        return lock != null && lock.inPlace();
    }

    private static void lock(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException e) {
                // Held by this program under a name that the folder had before.
                throw taken();
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        throw taken();
    }

    private static IOException taken() {
        return new IOException(
                "another run is writing to it. Wait for that run or stop it, or choose another"
                        + " folder");
    }

    /** Whether somebody in this or another program holds the lock of a folder. */
    public static boolean held(Path folder) {
        synchronized (HELD) {
            try {
                Path file = folder.resolve(NAME);
                if (!Files.exists(file)) {
                    return false;
                }
                return mine(folder.toRealPath()) || lockedElsewhere(file);
            } catch (IOException e) {
                LOG.debug("the lock of {} cannot be read", folder, e);
                return false;
            }
        }
    }

    /** To be read is enough to ask: a library may be one that cannot be written to. */
    private static boolean lockedElsewhere(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            } catch (OverlappingFileLockException e) {
                return true;
            }
        }
    }

    /**
     * Whether what stands in the folder's place is still the folder: it may have been moved, and
     * another run begun where it was, whose files are not this run's to replace.
     */
    public boolean inPlace() {
        try {
            return Files.getLastModifiedTime(file).equals(written);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            channel.close();
            HELD.remove(folder, this);
        }
    }
}
