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
