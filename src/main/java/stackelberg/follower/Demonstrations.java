package stackelberg.follower;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;

/**
 * What people did: choices, each of an action at a type and an observation, and what each action
 * was worth to them then if that is known. Read from lines of a table with commas and a heading:
 *
 * <ul>
 *   <li>{@code action}: its name or its number from 1;
 *   <li>{@code type}, if there are several: its name or its number from 1;
 *   <li>{@code observation}, if followers observe something within a play: its number from 1;
 *   <li>{@code count}, if wanted: how often this was done, 1 if left out;
 *   <li>{@code payoff of X} for every action X, if known.
 * </ul>
 */
final class Demonstrations {
    private static final ObjectReader ROW =
            new CsvMapper().readerFor(String[][].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    private static final String PAYOFF = "payoff of ";

    /**
     * One row.
     *
     * @param view type · observations + observation
     * @param payoffs what each action was worth; null if unknown
     */
    record Choice(int view, int action, double count, double @Nullable [] payoffs) {}

    private final List<Choice> choices;
    private final boolean priced;

    private Demonstrations(List<Choice> choices, boolean priced) {
        this.choices = choices;
        this.priced = priced;
    }

    /** The rows, in the order of the lines. */
    List<Choice> choices() {
        return choices;
    }

    /** Whether it is known what actions were worth. */
    boolean priced() {
        return priced;
    }

    /** How many choices there are in all. */
    double count() {
        return choices.stream().mapToDouble(Choice::count).sum();
    }

    /**
     * Reads lines.
     *
     * @param faults at the lines: each fault says which, counted from 1
     * @return null if there are faults
     */
    static @Nullable Demonstrations read(
            List<String> lines, BaseGame game, int follower, Faults faults) {
        return new Reader(game, follower, faults).read(lines);
    }

    private static final class Reader {
        private final BaseGame game;
        private final int follower;
        private final Faults faults;
        private final int actions;
        private final int observations;
        private final List<Choice> choices = new ArrayList<>();
        private List<String> heading = List.of();
        private int[] payoffColumns = new int[0];
        private boolean faulty;

        Reader(BaseGame game, int follower, Faults faults) {
            this.game = game;
            this.follower = follower;
            this.faults = faults;
            this.actions = game.actions(follower);
            this.observations = game.followerObservations(follower);
        }

        @Nullable Demonstrations read(List<String> lines) {
            if (lines.isEmpty()) {
                fault(
                        "there are no demonstrations",
                        "Load a table of what people did, its heading first: " + wanted());
                return null;
            }
            readHeading(lines.get(0));
            for (int k = 1; k < lines.size() && !faulty; k++) {
                if (!lines.get(k).isBlank()) {
                    readRow(k + 1, lines.get(k));
                }
            }
            if (!faulty) {
                checkWhole();
            }
            return faulty ? null : new Demonstrations(choices, payoffColumns.length > 0);
        }

        private String wanted() {
            List<String> columns = new ArrayList<>();
            if (game.prior().types(follower) > 1) {
                columns.add("type");
            }
            if (observations > 1) {
                columns.add("observation");
            }
            columns.add("action");
            return String.join(",", columns);
        }

        private void fault(String problem, String remedy) {
            faulty = true;
            faults.add(problem, remedy);
        }

        private void readHeading(String line) {
            String[] fields = fields(1, line);
            heading = new ArrayList<>();
            for (String field : fields) {
                heading.add(field.strip().toLowerCase(Locale.ROOT));
            }
            if (heading.size() == 1 && (line.contains(";") || line.contains("\t"))) {
                fault(
                        "its columns are not separated by commas",
                        "Save the table with commas between columns and points in numbers");
                return;
            }
            for (String needed : wanted().split(",")) {
                if (!heading.contains(needed)) {
                    fault(
                            "line 1, the heading, has no column \"" + needed + "\"",
                            "Give it the columns " + wanted());
                    return;
                }
            }
            findPayoffs();
        }

        private void findPayoffs() {
            int[] columns = new int[actions];
            java.util.Arrays.fill(columns, -1);
            boolean any = false;
            for (int k = 0; k < heading.size() && !faulty; k++) {
                String name = heading.get(k);
                if (name.startsWith(PAYOFF)) {
                    any = true;
                    int action = named(name.substring(PAYOFF.length()), actions, this::actionName);
                    if (action < 0) {
                        unknown(1, "action", name.substring(PAYOFF.length()), actions);
                    } else {
                        columns[action] = k;
                    }
                } else if (!List.of("type", "observation", "action", "count").contains(name)) {
                    fault(
                            "line 1, the heading, has an unknown column \"" + name + "\"",
                            "Known are type, observation, action, count and \"payoff of …\"");
                }
            }
            for (int action = 0; action < actions && any && !faulty; action++) {
                if (columns[action] < 0) {
                    fault(
                            "there are columns of payoffs, but none for " + actionName(action),
                            "Add a column \"payoff of " + (action + 1) + "\"");
                }
            }
            payoffColumns = any ? columns : new int[0];
        }

        private String actionName(int action) {
            return game.actionName(follower, action);
        }

        private String[] fields(int line, String text) {
            try {
                String[][] rows = ROW.readValue(text);
                return rows.length == 0 ? new String[0] : rows[0];
            } catch (IOException e) {
                fault("line " + line + " cannot be read", "Close the quotes that are opened in it");
                return new String[0];
            }
        }

        private void readRow(int line, String text) {
            String[] fields = fields(line, text);
            if (faulty) {
                return;
            }
            if (fields.length != heading.size()) {
                fault(
                        "line "
                                + line
                                + " has "
                                + fields.length
                                + " fields where the heading has "
                                + heading.size(),
                        "Separate columns by commas, and write numbers with a point: 0.5, not 0,5");
                return;
            }
            int type = 0;
            if (heading.contains("type")) {
                type =
                        chosen(
                                line,
                                "type",
                                fields,
                                game.prior().types(follower),
                                t -> game.typeName(follower, t));
            }
            int observation = 0;
            if (heading.contains("observation")) {
                observation =
                        chosen(
                                line,
                                "observation",
                                fields,
                                observations,
                                o -> String.valueOf(o + 1));
            }
            int action = chosen(line, "action", fields, actions, this::actionName);
            double count = 1;
            if (heading.contains("count")) {
                count = number(line, fields[heading.indexOf("count")]);
                if (!faulty && !(count > 0 && count <= 1e12)) {
                    fault("line " + line + " has a count of " + count, "Enter more than 0");
                }
            }
            double[] payoffs = payoffs(line, fields);
            if (!faulty) {
                choices.add(new Choice(type * observations + observation, action, count, payoffs));
            }
        }

        private double @Nullable [] payoffs(int line, String[] fields) {
            if (payoffColumns.length == 0) {
                return null;
            }
            double[] payoffs = new double[actions];
            for (int action = 0; action < actions && !faulty; action++) {
                payoffs[action] = number(line, fields[payoffColumns[action]]);
            }
            return payoffs;
        }

        private double number(int line, String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Told below, like what is no finite number.
            }
            boolean comma = text.strip().matches("-?\\d+,\\d+");
            fault(
                    "line " + line + " has \"" + text.strip() + "\" where a number belongs",
                    comma
                            ? "Write it with a point: " + text.strip().replace(',', '.')
                            : "Enter a number, such as 0.5");
            return 0;
        }

        private int chosen(
                int line, String column, String[] fields, int count, IntFunction<String> name) {
            String text = fields[heading.indexOf(column)];
            int found = named(text, count, name);
            if (found < 0 && !faulty) {
                unknown(line, column, text, count);
            }
            return found;
        }

        private static int named(String text, int count, IntFunction<String> name) {
            String wanted = text.strip();
            for (int k = 0; k < count; k++) {
                if (name.apply(k).equalsIgnoreCase(wanted)) {
                    return k;
                }
            }
            for (int k = 0; k < count; k++) {
                if (String.valueOf(k + 1).equals(wanted)) {
                    return k;
                }
            }
            return -1;
        }

        private void unknown(int line, String column, String text, int count) {
            StringBuilder known = new StringBuilder();
            for (int k = 0; k < Math.min(count, 8); k++) {
                String name =
                        switch (column) {
                            case "action" -> actionName(k);
                            case "type" -> game.typeName(follower, k);
                            default -> String.valueOf(k + 1);
                        };
                known.append(k == 0 ? "" : ", ").append(name);
            }
            fault(
                    "line " + line + " has the " + column + " \"" + text.strip() + "\"",
                    "Enter a number from 1 to "
                            + count
                            + " or one of: "
                            + known
                            + (count > 8 ? " …" : ""));
        }

        private void checkWhole() {
            if (choices.isEmpty()) {
                fault(
                        "there is a heading but no demonstration",
                        "Add a line for each choice that was made");
            } else if (choices.stream().mapToInt(Choice::action).distinct().count() == 1) {
                fault(
                        "all demonstrations are of one action, "
                                + actionName(choices.get(0).action())
                                + ", so that nothing tells how likely the others are",
                        "Load demonstrations of at least two actions");
            }
        }
    }
}
