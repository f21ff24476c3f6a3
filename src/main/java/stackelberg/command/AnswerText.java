package stackelberg.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import stackelberg.oracle.Answer;

/** An exact answer for people and for programs. */
final class AnswerText {
    private AnswerText() {}

    /** The same, with what is known under the scenario's own response algorithm. */
    static String words(Answer answer, Optional<Answer> own) {
        return words(answer)
                + own.map(a -> String.format("Under the scenario's own response:%n") + words(a))
                        .orElse("");
    }

    /** A few lines of words; a bound is never shown as an optimum. */
    static String words(Answer answer) {
        StringBuilder text = new StringBuilder();
        line(text, "Optimum", answer.exact() ? number(answer.optimum()) : "not known");
        if (answer.exact()) {
            line(text, "Commitment", answer.commitment());
        }
        if (!Double.isNaN(answer.lower()) && answer.lower() != answer.optimum()) {
            line(text, answer.exact() ? "Assured" : "At least", number(answer.lower()));
        }
        if (!Double.isNaN(answer.upper()) && answer.upper() != answer.optimum()) {
            line(text, "At most", number(answer.upper()));
        }
        line(text, "Method", answer.method());
        return text.toString();
    }

    /**
     * One JSON object: {@code optimum, method, commitment, lower, upper, mechanism}; a number that
     * is not known is null.
     */
    static String json(Answer answer) {
        return object(answer).toString();
    }

    /** The same, with {@code ownResponse} where that is known. */
    static String json(Answer answer, Optional<Answer> own) {
        ObjectNode object = object(answer);
        own.ifPresent(a -> object.set("ownResponse", object(a)));
        return object.toString();
    }

    private static ObjectNode object(Answer answer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        put(object, "optimum", answer.optimum());
        object.put("method", answer.method());
        object.put("commitment", answer.commitment());
        put(object, "lower", answer.lower());
        put(object, "upper", answer.upper());
        ArrayNode mechanism = object.putArray("mechanism");
        for (double[] meaning : answer.mechanism()) {
            ArrayNode row = mechanism.addArray();
            for (double value : meaning) {
                row.add(value);
            }
        }
        return object;
    }

    private static void put(ObjectNode object, String key, double value) {
        if (Double.isNaN(value)) {
            object.putNull(key);
        } else {
            object.put(key, value);
        }
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("%-12s%s%n", label, value));
    }

    private static String number(double value) {
        return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
