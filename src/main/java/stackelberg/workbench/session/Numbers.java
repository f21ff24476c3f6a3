package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people write and read them. */
public final class Numbers {
    private static final char THIN_SPACE = '\u202f';

    private Numbers() {}

    /** The shortest text that reads back as {@code value}, for a field. */
    public static String edited(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value != 0 && (Math.abs(value) < 1e-5 || Math.abs(value) >= 1e12)) {
            return Double.toString(value).replace("E", "e").replace(".0e", "e");
        }
        String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return plain.equals("-0") ? "0" : plain;
    }

    /** Six significant digits of it, for a field that shows what was worked out. */
    public static String sixDigits(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? edited(value)
                : edited(new BigDecimal(value).round(new MathContext(6)).doubleValue());
    }

    /** About four significant digits, for a table; a dash for NaN. */
    public static String shown(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (size >= 1e6 || (size > 0 && size < 1e-4)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int places = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 4;
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
        String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return text.replace('-', '−');
    }

    /** A count with thin spaces between the thousands. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', THIN_SPACE);
    }

    /** A count of about three digits: 950, 12.3k, 4M. */
    public static String brief(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return threeDigits(value / 1e9) + "G";
        } else if (size >= 1e6) {
            return threeDigits(value / 1e6) + "M";
        } else if (size >= 1e4) {
            return threeDigits(value / 1e3) + "k";
        }
        return shown(value);
    }

    /** Three digits of it; a dash if it is undefined. */
    public static String threeDigits(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return shown(value);
        }
        return shown(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    /** A duration in the two units that matter. */
    public static String duration(double seconds) {
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            return "–";
        }
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        } else if (whole < 3600) {
            return tr("{0} min {1} s", whole / 60, whole % 60);
        }
        return tr("{0} h {1} min", whole / 3600, whole % 3600 / 60);
    }

    /**
     * Reads a number as a person writes one: spaces between thousands are allowed.
     *
     * @throws IllegalArgumentException with what is wrong, as a sentence without its final stop
     */
    public static double parse(String text) {
        String plain = text.strip().replaceAll("[\\s\u00a0\u202f_]", "").replace('−', '-');
        if (plain.isEmpty()) {
            throw new IllegalArgumentException(tr("it is empty"));
        }
        if (plain.matches("[+-]?\\d+,\\d+")) {
            throw new IllegalArgumentException(
                    tr("\"{0}\" has a comma; decimals are written with a point", text.strip()));
        }
        if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?")) {
            throw new IllegalArgumentException(tr("\"{0}\" is not a number", abridged(text)));
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(tr("\"{0}\" is too large", abridged(text)));
        }
        return value;
    }

    /**
     * Reads a whole number; 1e6 is one.
     *
     * @throws IllegalArgumentException with what is wrong, as a sentence without its final stop
     */
    public static long parseWhole(String text) {
        double value = parse(text);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(tr("\"{0}\" is not a whole number", abridged(text)));
        }
        if (Math.abs(value) > 1e15) {
            throw new IllegalArgumentException(tr("\"{0}\" is too large", abridged(text)));
        }
        return (long) value;
    }

    private static String abridged(String text) {
        String plain = text.strip();
        return plain.length() <= 24 ? plain : plain.substring(0, 23) + "…";
    }
}
