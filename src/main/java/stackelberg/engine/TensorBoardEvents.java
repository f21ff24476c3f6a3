package stackelberg.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The curves of a run as an event file that TensorBoard reads: records of length, masked CRC-32C,
 * content, masked CRC-32C (the TFRecord format), whose contents are messages {@code Event} of
 * tensorflow/core/util/event.proto.
 */
public final class TensorBoardEvents {
    private static final int MASK_DELTA = 0xa282ead8;

    // Field numbers and wire types of the protocol buffers.
    private static final int EVENT_WALL_TIME = 1 << 3 | 1;
    private static final int EVENT_STEP = 2 << 3;
    private static final int EVENT_FILE_VERSION = 3 << 3 | 2;
    private static final int EVENT_SUMMARY = 5 << 3 | 2;
    private static final int SUMMARY_VALUE = 1 << 3 | 2;
    private static final int VALUE_TAG = 1 << 3 | 2;
    private static final int VALUE_SIMPLE = 2 << 3 | 5;

    private TensorBoardEvents() {}

    /**
     * Writes curves to {@code folder/events.out.tfevents.SECONDS.stackelberg}.
     *
     * @param curves by chart; those whose points are not the leader's transitions are left out
     * @param seconds since 1970 when the run was; TensorBoard's wall time
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Path folder, Map<Chart, List<Curve>> curves, long seconds)
            throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("events.out.tfevents." + seconds + ".stackelberg");
        try (OutputStream out = Files.newOutputStream(file)) {
            ByteArrayOutputStream version = event(seconds, 0);
            text(version, EVENT_FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
            frame(out, version.toByteArray());
            for (Map.Entry<Chart, List<Curve>> chart : curves.entrySet()) {
                if (!chart.getKey().across().equals(Chart.LEADER_REWARD.across())) {
                    continue;
                }
                for (Curve curve : chart.getValue()) {
                    write(out, chart.getKey().title() + "/" + curve.name(), curve, seconds);
                }
            }
        }
        return file;
    }

    private static void write(OutputStream out, String tag, Curve curve, long seconds)
            throws IOException {
        for (int i = 0; i < curve.values().length; i++) {
            if (Double.isNaN(curve.values()[i])) {
                continue;
            }
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            text(value, VALUE_TAG, tag.getBytes(StandardCharsets.UTF_8));
            value.write(VALUE_SIMPLE);
            value.write(little(4).putFloat((float) curve.values()[i]).array());
            ByteArrayOutputStream summary = new ByteArrayOutputStream();
            text(summary, SUMMARY_VALUE, value.toByteArray());
            ByteArrayOutputStream event = event(seconds, (long) curve.transitions()[i]);
            text(event, EVENT_SUMMARY, summary.toByteArray());
            frame(out, event.toByteArray());
        }
    }

    private static ByteArrayOutputStream event(double seconds, long step) throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.write(EVENT_WALL_TIME);
        event.write(little(8).putDouble(seconds).array());
        event.write(EVENT_STEP);
        number(event, step);
        return event;
    }

    private static void text(ByteArrayOutputStream out, int field, byte[] content)
            throws IOException {
        out.write(field);
        number(out, content.length);
        out.write(content);
    }

    /** Seven bits a byte, the lowest first, the eighth telling that more follow. */
    private static void number(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static void frame(OutputStream out, byte[] content) throws IOException {
        byte[] length = little(8).putLong(content.length).array();
        out.write(length);
        out.write(little(4).putInt(masked(length)).array());
        out.write(content);
        out.write(little(4).putInt(masked(content)).array());
    }

    private static int masked(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Integer.rotateRight((int) sum.getValue(), 15) + MASK_DELTA;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
