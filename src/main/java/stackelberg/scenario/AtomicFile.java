package stackelberg.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces files so that at every instant, even after a loss of power, either the old or the new
 * content is there whole: it is written and forced to disk beside the file, then moved over it.
 */
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final Pattern BESIDE = Pattern.compile("\\.[0-9a-f-]{36}\\.tmp");

    /** No file takes so long to write. */
    private static final Duration LONG = Duration.ofHours(1);

    private AtomicFile() {}

    /**
     * Writes {@code content} to {@code file}, keeping the permissions of a file that is there; if
     * it is a symbolic link, what it points to is replaced.
     *
     * @throws IOException if that fails, with a message that names the file and the trouble
     */
    public static void write(Path file, byte[] content) throws IOException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new IOException("it is a folder");
            } else if (Files.exists(target) && !Files.isWritable(target)) {
                throw new IOException("it is read-only");
            }
            replace(target, content);
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + FileTrouble.words(e), e);
        }
    }

    private static void replace(Path target, byte[] content) throws IOException {
        String name = "." + UUID.randomUUID() + ".tmp";
        Path beside = target.resolveSibling(name);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            keepPermissions(target, beside);
            move(beside, target);
        } catch (IOException e) {
            takeAway(beside, e);
            throw e;
        }
    }

    /**
     * Deletes what programs that ended in the middle of {@link #write} have left in a folder, as
     * far as that can be; what is younger than an hour may still be written by somebody.
     */
    public static void sweep(Path folder) {
        Instant old = Instant.now().minus(LONG);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AtomicFile::beside).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} is not swept", folder, e);
        }
    }

    private static boolean beside(Path file) {
        return BESIDE.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** What failed is told, not that nothing could be done about what it left. */
    private static void takeAway(Path file, IOException trouble) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            trouble.addSuppressed(e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
