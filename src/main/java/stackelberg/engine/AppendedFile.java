package stackelberg.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file that only grows, line by line, with a check sum of what it holds. A line that cannot
 * be written whole, because the disk is full, is not there at all.
 */
final class AppendedFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppendedFile.class);

    private final Path file;
    private final FileChannel channel;
    private final CRC32 sum = new CRC32();

    /** Opens a file, which is made if it is not there; {@link #goOn} says from where. */
    AppendedFile(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** How many bytes were written, those before {@link #goOn} included. */
    long length() throws IOException {
        return channel.position();
    }

    /** The check sum of these bytes. */
    long sum() {
        return sum.getValue();
    }

    /**
     * Cuts the file to a length, from where it goes on.
     *
     * @return false if it is shorter, and nothing was done
     */
    boolean goOn(long length) throws IOException {
        if (channel.size() < length) {
            return false;
        }
        channel.truncate(length);
        channel.position(length);
        sum.reset();
        update(sum, file, length);
        return true;
    }

    /** Goes on after the last line that was written to its end. */
    void goOnAfterWholeLines() throws IOException {
        goOn(wholeLines(file).length);
    }

    /**
     * Writes lines.
     *
     * @throws IOException as the system gives it; the file then is as before
     */
    void append(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        long before = channel.position();
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("interrupted");
        } catch (IOException e) {
            takeBack(before);
            throw e;
        }
        sum.update(bytes);
    }

    private void takeBack(long length) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            LOG.debug("half a line stays in {}", file, e);
        }
    }

    /** Makes sure that what was written outlasts a loss of power. */
    void force() throws IOException {
        channel.force(false);
    }

    /** The lines of a file, but for a last one that was not written to its end. */
    static byte[] wholeLines(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int length = all.length;
        while (length > 0 && all[length - 1] != '\n') {
            length--;
        }
        return Arrays.copyOf(all, length);
    }

    /** The check sum of a file's first bytes, or of all if it has fewer; none if it is gone. */
    static long sum(Path file, long length) throws IOException {
        CRC32 sum = new CRC32();
        if (Files.exists(file)) {
            update(sum, file, length);
        }
        return sum.getValue();
    }

    private static void update(CRC32 sum, Path file, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            long rest = length;
            while (rest > 0) {
                int read = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
                if (read < 0) {
                    return;
                }
                sum.update(buffer, 0, read);
                rest -= read;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
