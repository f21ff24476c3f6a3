package stackelberg.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages texts and bytes a little, so that what comes out is often nearly right. */
final class Damage {
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
        "\t",
        "0",
        "-",
        ".",
        "/",
        "1e999",
        "1e-999999999",
        "-1",
        "NaN",
        "-Infinity",
        "null",
        "true",
        "[]",
        "{}",
        "\u0000",
        "\ud83d",
        "é",
        "//",
        "99999999999999999999",
        "2147483648",
        "1000000",
        "2.5",
        "[[",
        "\\u12",
        "'",
        "\ufeff",
        "\u2028",
        "%s",
        "%n",
        "<script>",
        "&amp;",
        "../..",
        "1-1000",
        "\"x\"",
        "\"type\": \"ppo\",",
        "\"type\": \"q-learning\"",
        "\"type\": \"normal-form\""
    };

    private Damage() {}

    static String text(String whole, SplittableRandom random) {
        String text = whole;
        for (int k = random.nextInt(4); k >= 0; k--) {
            text = once(text, random);
        }
        return text;
    }

    private static String once(String text, SplittableRandom random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(16));
        String piece = PIECES[random.nextInt(PIECES.length)];
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + piece + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(to);
            case 3 -> text.substring(0, to) + text.substring(from);
            case 4 -> text.substring(0, from) + piece.repeat(random.nextInt(3000));
            case 5, 6, 7 -> number(text, from, random);
            default -> random.nextInt(8) == 0 ? text.substring(0, from) : text;
        };
    }

    /** Another number where the next one stands: what is most often still a valid file. */
    private static String number(String text, int from, SplittableRandom random) {
        int start = from;
        while (start < text.length() && !Character.isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && "0123456789.eE".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String number =
                switch (random.nextInt(6)) {
                    case 0 -> String.valueOf(random.nextInt(-2, 12));
                    case 1 -> String.valueOf(random.nextInt(2000));
                    case 2 -> String.valueOf(random.nextDouble());
                    case 3 -> "1e" + random.nextInt(-320, 320);
                    case 4 -> String.valueOf(random.nextLong());
                    default -> String.valueOf(1 << random.nextInt(31));
                };
        return text.substring(0, start) + number + text.substring(end);
    }

    static byte[] bytes(byte[] whole, SplittableRandom random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(whole.length + 1) : whole.length;
        byte[] bytes = Arrays.copyOf(whole, length);
        for (int k = random.nextInt(4); k >= 0 && length > 0; k--) {
            bytes[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
