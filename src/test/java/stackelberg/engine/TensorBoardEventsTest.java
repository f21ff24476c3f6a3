package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by a reader of its own, as the format's description has it. */
class TensorBoardEventsTest {
    @TempDir private Path folder;

    private record Point(String tag, long step, float value) {}

    @Test
    void everyPointIsReadBack() throws Exception {
        Curve reward =
                new Curve(
                        "greedy policy",
                        new double[] {0, 128, 5_000_000_000.0},
                        new double[] {0.25, Double.NaN, -1.5});
        Curve alone = new Curve("BCCE gap", new double[] {1}, new double[] {2});
        Path file =
                TensorBoardEvents.write(
                        folder.resolve("new"),
                        Map.of(
                                Chart.LEADER_REWARD,
                                List.of(reward),
                                Chart.CONVERGENCE,
                                List.of(alone)),
                        1_700_000_000L);
        assertThat(file.getFileName().toString()).contains("tfevents");
        List<Point> points = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        String version = "";
        while (all.hasRemaining()) {
            byte[] length = take(all, 8);
            assertThat(all.getInt()).isEqualTo(masked(length));
            byte[] content = take(all, (int) little(length).getLong());
            assertThat(all.getInt()).isEqualTo(masked(content));
            ByteBuffer event = little(content);
            long step = -1;
            while (event.hasRemaining()) {
                int key = (int) number(event);
                switch (key >>> 3) {
                    case 1 -> assertThat(event.getDouble()).isEqualTo(1_700_000_000.0);
                    case 2 -> step = number(event);
                    case 3 ->
                            version =
                                    new String(
                                            take(event, (int) number(event)),
                                            StandardCharsets.UTF_8);
                    case 5 -> points.add(point(little(take(event, (int) number(event))), step));
                    default -> throw new AssertionError("field " + (key >>> 3));
                }
            }
        }
        assertThat(version).isEqualTo("brain.Event:2");
        assertThat(points)
                .containsExactly(
                        new Point("Leader reward/greedy policy", 0, 0.25f),
                        new Point("Leader reward/greedy policy", 5_000_000_000L, -1.5f));
    }

    private static Point point(ByteBuffer summary, long step) {
        assertThat(number(summary)).isEqualTo(1 << 3 | 2);
        ByteBuffer value = little(take(summary, (int) number(summary)));
        assertThat(number(value)).isEqualTo(1 << 3 | 2);
        String tag = new String(take(value, (int) number(value)), StandardCharsets.UTF_8);
        assertThat(number(value)).isEqualTo(2 << 3 | 5);
        return new Point(tag, step, value.getFloat());
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** CRC-32C bit by bit, by its polynomial, and masked. */
    private static int masked(byte[] bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int k = 0; k < 8; k++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0x82f63b78 : crc >>> 1;
            }
        }
        crc = ~crc;
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }
}
