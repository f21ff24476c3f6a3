package stackelberg.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Faults;
import stackelberg.scenario.JsonValue.Entries;
import stackelberg.scenario.JsonValue.Figure;
import stackelberg.scenario.JsonValue.Nothing;

/** Turns JSON numbers into Java ones, exactly or not at all. */
final class NumberBinder {
    /** Longer literals say nothing that a {@code double} could hold. */
    private static final int LONGEST = 1000;

    private final FaultLog log;

    NumberBinder(FaultLog log) {
        this.log = log;
    }

    /** The {@code int}, {@code long} or {@code double} that {@code parameter} holds. */
    @Nullable Object number(Declared parameter, JsonValue value, Faults at) {
        String expected = "Enter " + Expectation.of(parameter);
        if (value instanceof Nothing && !parameter.about().required()) {
            expected += ", or leave the field out";
        }
        return parameter.type() == double.class
                ? real(value, expected, at)
                : whole(value, parameter.type(), expected, at);
    }

    /** The list of whole numbers that {@code parameter} holds. */
    @Nullable Object wholes(Declared parameter, JsonValue value, Faults at) {
        if (!(value instanceof Entries list)) {
            log.add(
                    at,
                    value.place(),
                    "it is " + value.words(),
                    "Enter " + Expectation.of(parameter));
            return null;
        }
        List<Object> wholes = new ArrayList<>();
        boolean good = true;
        for (int i = 0; i < list.entries().size(); i++) {
            Object whole =
                    whole(list.entries().get(i), int.class, "Enter a whole number", at.at(i));
            if (whole == null) {
                good = false;
            } else {
                wholes.add(whole);
            }
        }
        return good ? wholes : null;
    }

    /** A finite number; null, with a fault, if it is none. */
    @Nullable Double real(JsonValue value, String expected, Faults at) {
        if (!(value instanceof Figure figure)) {
            log.add(at, value.place(), "it is " + value.words(), expected);
            return null;
        }
        if (figure.literal().length() > LONGEST) {
            log.add(
                    at,
                    value.place(),
                    "it has " + figure.literal().length() + " digits",
                    "Write a number with at most 17 digits");
            return null;
        }
        if (Character.isLetter(figure.literal().charAt(figure.literal().length() - 1))) {
            log.add(at, value.place(), "it is " + value.words() + ", not a number", expected);
            return null;
        }
        double number = Double.parseDouble(figure.literal());
        if (Double.isInfinite(number)) {
            log.add(at, value.place(), "it is " + value.words() + ", too large", expected);
            return null;
        }
        return number;
    }

    private @Nullable Object whole(JsonValue value, Class<?> type, String expected, Faults at) {
        Double nearby = real(value, expected, at);
        if (nearby == null) {
            return null;
        }
        long least = type == int.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
        long most = type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
        String trouble = nearby < 0 ? "too small" : "too large";
        if (nearby >= least && nearby <= most) {
            try {
                long exact = new BigDecimal(((Figure) value).literal()).longValueExact();
                return type == int.class ? (Object) Math.toIntExact(exact) : (Object) exact;
            } catch (ArithmeticException | NumberFormatException e) {
                trouble = Math.abs(nearby) < 0x1p53 ? "not a whole number" : trouble;
            }
        }
        log.add(at, value.place(), "it is " + value.words() + ", " + trouble, expected);
        return null;
    }
}
