package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;

/**
 * The way from a record to one of its parameters, through nested records and lists. Its text is the
 * JSON path that faults use, for instance {@code $.followers[0].rate}.
 *
 * @param steps a name (String) for each record and an index (Integer) for each list on the way
 */
public record ParameterPath(List<Object> steps) {
    /** The record itself. */
    public static final ParameterPath ROOT = new ParameterPath(List.of());

    public ParameterPath {
        steps = List.copyOf(steps);
    }

    /** The parameter {@code name} of the record here. */
    public ParameterPath at(String name) {
        return extended(name);
    }

    /** The entry {@code index} of the list here. */
    public ParameterPath at(int index) {
        return extended(index);
    }

    private ParameterPath extended(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ParameterPath(longer);
    }

    /** The value at this path. */
    public Object read(Record root) {
        Object value = root;
        for (Object step : steps) {
            value =
                    step instanceof Integer index
                            ? ((List<?>) value).get(index)
                            : parameter((Record) value, (String) step).value((Record) value);
        }
        return value;
    }

    /** {@code root} with {@code value} at this path; {@code root} itself is not changed. */
    public Record write(Record root, Object value) {
        return (Record) write(root, 0, value);
    }

    private Object write(Object holder, int depth, Object value) {
        if (depth == steps.size()) {
            return value;
        }
        Object step = steps.get(depth);
        if (step instanceof Integer index) {
            List<Object> entries = new ArrayList<>((List<?>) holder);
            entries.set(index, write(entries.get(index), depth + 1, value));
            return List.copyOf(entries);
        }
        Record record = (Record) holder;
        String name = (String) step;
        Object inner = parameter(record, name).value(record);
        return Declaration.of(record).with(record, name, write(inner, depth + 1, value));
    }

    private static Declared parameter(Record holder, String name) {
        return Declaration.of(holder).parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(tr("{0} has no {1}", holder, name)));
    }

    /** The JSON path. */
    public String text() {
        StringBuilder text = new StringBuilder("$");
        for (Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append('.').append(step);
            }
        }
        return text.toString();
    }

    /** Whether the JSON path {@code path} is {@code prefix} or lies below it. */
    public static boolean within(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || path.charAt(prefix.length()) == '.'
                        || path.charAt(prefix.length()) == '[');
    }

    @Override
    public String toString() {
        return text();
    }
}
