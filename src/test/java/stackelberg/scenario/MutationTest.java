package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import stackelberg.scenario.ScenarioFile.LocatedFault;
import stackelberg.scenario.ScenarioFile.Reading;

/** However a file is damaged, reading it ends with a scenario or with faults inside the text. */
class MutationTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\n",
        "\r",
        "0",
        "-",
        ".",
        "1e999",
        "1e-999999999",
        "-1",
        "NaN",
        "-Infinity",
        "null",
        "true",
        "\"x\"",
        "[]",
        "{}",
        "\u0000",
        "\ud83d",
        "é",
        "//",
        "99999999999999999999",
        "2.5",
        "\"type\": \"ppo\",",
        "[[",
        "\\u12",
        "'",
        "\ufeff",
        " "
    };

    @Property(tries = 3000)
    void aDamagedTextIsReadWithoutExceptions(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String text = Samples.text("escape.json");
        int damages = random.nextInt(1, 6);
        for (int i = 0; i < damages; i++) {
            text = damaged(text, random);
        }
        check(ScenarioFile.read(text), text);
    }

    @Property(tries = 100)
    void aFileOfDamagedBytesIsReadWithoutExceptions(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = Samples.text("maintain.json").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = Files.createTempFile("damaged", ".json");
        try {
            Files.write(file, bytes);
            check(ScenarioFile.read(file), null);
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Reading reading, String text) {
        assertThat(reading.scenario() == null).isEqualTo(!reading.faults().isEmpty());
        for (LocatedFault fault : reading.faults()) {
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
            assertThat(fault.path()).startsWith("$");
            assertThat(fault.toString().lines()).hasSize(1);
            assertThat(fault.toString()).doesNotContain("com.fasterxml", "JsonToken", "Exception");
            if (text != null) {
                assertThat(fault.line()).isLessThanOrEqualTo(text.split("\r\n|\r|\n", -1).length);
            }
        }
    }

    private static String damaged(String text, SplittableRandom random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String piece = PIECES[random.nextInt(PIECES.length)];
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + piece + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(to);
            case 3 -> text.substring(0, to) + text.substring(from);
            default -> text.substring(0, from);
        };
    }
}
