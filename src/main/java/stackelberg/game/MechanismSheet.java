package stackelberg.game;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A mechanism as a person reads it: a table of words, whose cells also have a number, for the
 * colours of a heat map.
 *
 * @param corner what the names of the rows are, for instance "sees"
 * @param columns the heads of the other columns
 * @param rows from top to bottom
 */
public record MechanismSheet(String corner, List<String> columns, List<Row> rows) {
    /** One row; it may have fewer cells than there are columns. */
    public record Row(String name, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param words one line or two
     * @param value the larger, the stronger the colour; NaN for none
     */
    public record Cell(String words, double value) {
        /** Nothing to say. */
        public static final Cell EMPTY = new Cell("", Double.NaN);

        /** A number to three places; an undefined one is a dash. */
        public static Cell of(double number) {
            if (Double.isNaN(number)) {
                return new Cell("–", number);
            }
            DecimalFormat format =
                    new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
            String words = format.format(number).replace('-', '−');
            return new Cell(words.equals("−0") ? "0" : words, number);
        }
    }

    /** Names that fit into a cell of a map as they are. */
    private static final int SHORT = 8;

    /** Nothing to show. */
    public static final MechanismSheet NONE = new MechanismSheet("", List.of(), List.of());

    /**
     * A map: what a leader does where its observation has two coordinates, {@code first + row ·
     * |columns| + column}. A cell says the likeliest meaning, and how likely it is if that is not
     * certain; its number is the expected index of the meaning, from 0 to 1.
     *
     * @param mechanism {@code [leader observation][meaning]}, each row a distribution; none of an
     *     observation that is never reached
     */
    public static MechanismSheet map(
            BaseGame game,
            int first,
            String corner,
            List<String> rows,
            List<String> columns,
            double[][] mechanism) {
        if (mechanism.length < first + rows.size() * columns.size()) {
            return NONE;
        }
        String[] names = brief(game.meaningNames());
        List<Row> filled = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                cells.add(cell(names, mechanism[first + row * columns.size() + column]));
            }
            filled.add(new Row(rows.get(row), cells));
        }
        return new MechanismSheet(corner, columns, filled);
    }

    /** Long names without the words that all of them begin with. */
    private static String[] brief(String[] names) {
        int longest = Arrays.stream(names).mapToInt(String::length).max().orElse(0);
        if (longest <= SHORT || names.length < 2) {
            return names;
        }
        String common = names[0];
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        int words = common.lastIndexOf(' ') + 1;
        return Arrays.stream(names).map(name -> name.substring(words)).toArray(String[]::new);
    }

    private static Cell cell(String[] names, double[] shares) {
        if (shares.length == 0) {
            return Cell.EMPTY;
        }
        int likeliest = 0;
        double index = 0;
        for (int k = 0; k < shares.length; k++) {
            likeliest = shares[k] > shares[likeliest] ? k : likeliest;
            index += k * shares[k];
        }
        String words = names[likeliest];
        if (shares[likeliest] < 0.995) {
            words += String.format(Locale.ROOT, " %.0f %%", 100 * shares[likeliest]);
        }
        return new Cell(words, names.length > 1 ? index / (names.length - 1) : 0);
    }

    /** Plain numbers, {@code values[row][column]}; an empty row is left out. */
    public static MechanismSheet ofNumbers(
            String corner, List<String> rows, List<String> columns, double[][] values) {
        List<Row> filled = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            if (values[row].length > 0) {
                filled.add(
                        new Row(
                                rows.get(row),
                                Arrays.stream(values[row]).mapToObj(Cell::of).toList()));
            }
        }
        return new MechanismSheet(corner, columns, filled);
    }

    /**
     * What a leader does at each of its observations, a column for each of {@link
     * BaseGame#meaningNames}.
     *
     * @param meanings {@code [leader observation][meaning]}; an empty row is left out
     */
    public static MechanismSheet ofMeanings(BaseGame game, double[][] meanings) {
        List<Row> filled = new ArrayList<>();
        for (int observation = 0; observation < meanings.length; observation++) {
            if (meanings[observation].length > 0) {
                filled.add(
                        new Row(
                                game.leaderObservationName(observation),
                                Arrays.stream(meanings[observation]).mapToObj(Cell::of).toList()));
            }
        }
        return new MechanismSheet("sees", Arrays.asList(game.meaningNames()), filled);
    }
}
