package stackelberg.scenario;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * Writes records as JSON by their declarations: a field a line, a table's row a line. What is
 * automatic is left out, objects included.
 */
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    String scenario(Scenario scenario) {
        group(scenario, "\n");
        return text.append('\n').toString();
    }

    /** A parameter's value in the same form, as it would stand alone. */
    static String value(Declared parameter, Object value) {
        if (parameter.isAutomatic(value)) {
            return quoted(Declared.AUTOMATIC);
        }
        JsonText json = new JsonText();
        json.value(parameter, value, "\n");
        return json.text.toString();
    }

    private void group(Record record, String line) {
        Declaration declaration = Declaration.of(record);
        Registered registered = declaration.registered();
        String inner = line + "  ";
        String separator = "";
        text.append('{');
        if (registered != null) {
            text.append(inner).append("\"type\": ").append(quoted(registered.type()));
            separator = ",";
        }
        for (Declared parameter : declaration.parameters()) {
            if (leftOut(parameter, parameter.value(record), declaration)) {
                continue;
            }
            text.append(separator).append(inner).append(quoted(parameter.name())).append(": ");
            value(parameter, parameter.value(record), inner);
            separator = ",";
        }
        text.append(line).append('}');
    }

    /**
     * Whether a value is one that a reader settles if it is absent: it is automatic, or an object
     * that states nothing but the usual type.
     */
    private static boolean leftOut(Declared parameter, Object value, Declaration declaration) {
        return switch (parameter.kind()) {
            case GROUP, MEMBER, MEMBERS -> {
                Record usual = declaration.defaults();
                yield !parameter.about().required()
                        && value.equals(parameter.value(Declaration.automatic(usual)))
                        && !value.equals(parameter.value(usual));
            }
            default -> parameter.isAutomatic(value);
        };
    }

    private void value(Declared parameter, Object value, String line) {
        switch (parameter.kind()) {
            case WHOLE, FLAG -> text.append(value);
            case REAL -> text.append(number((Double) value));
            case TEXT -> text.append(quoted((String) value));
            case CHOICE -> text.append(quoted(((Choice) value).text()));
            case TABLE -> table((Table) value, line);
            case GROUP, MEMBER -> group((Record) value, line);
            case MEMBERS -> members((List<?>) value, line);
            case LINES -> lines((List<?>) value, line);
            case WHOLES ->
                    text.append(
                            ((List<?>) value)
                                    .stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private void members(List<?> members, String line) {
        String separator = "";
        text.append('[');
        for (Object member : members) {
            text.append(separator).append(line).append("  ");
            group((Record) member, line + "  ");
            separator = ",";
        }
        text.append(line).append(']');
    }

    private void lines(List<?> lines, String line) {
        String separator = "";
        text.append('[');
        for (Object each : lines) {
            text.append(separator).append(line).append("  ").append(quoted((String) each));
            separator = ",";
        }
        text.append(lines.isEmpty() ? "" : line).append(']');
    }

    private void table(Table table, String line) {
        text.append('[');
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            text.append(row == 0 ? "" : ",").append(line).append("  ");
            text.append(
                    IntStream.range(0, table.columns())
                            .mapToObj(column -> cell(table, at, column))
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        text.append(line).append(']');
    }

    private static String cell(Table table, int row, int column) {
        if (table.width() == 1) {
            return number(table.at(row, column, 0));
        }
        return IntStream.range(0, table.width())
                .mapToObj(entry -> number(table.at(row, column, entry)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** The shortest text that reads as exactly this number. */
    static String number(double value) {
        boolean ordinary = Double.isFinite(value) && value != 0;
        if (!ordinary) {
            return value == 0 && 1 / value > 0 ? "0" : Double.toString(value);
        }
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean plain = decimal.scale() < 0 && decimal.precision() - decimal.scale() <= 15;
        return plain ? decimal.toPlainString() : decimal.toString();
    }
}
