package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * A sequential price mechanism, with or without messages: buyers with private types send a message
 * each, then the leader visits them one at a time and posts a price for every item left; a buyer
 * takes the item of largest value less price if that is positive. The leader's reward is the
 * allocated value less the efficient one, at most 0. With one message the mechanism is a plain SPM
 * of truthful buyers.
 */
@Registered(
        type = "sequential-pricing",
        label = "Sequential pricing",
        help =
                "Buyers send messages; then the leader visits them one at a time and posts prices."
                        + " One message: a plain sequential price mechanism.",
        source = "Brero et al. 2024, (message) sequential price mechanisms")
public record SequentialPricing(
        @Parameter(
                        label = "Values",
                        symbol = "v",
                        rows = "buyer",
                        columns = "type",
                        required = true,
                        help =
                                "A row for each buyer and a column for each of its types; in a"
                                        + " cell the type's value for each item, from 0 to 1.")
                Table values,
        @Parameter(
                        label = "Prior",
                        symbol = "D",
                        rows = "type",
                        columns = "others",
                        required = true,
                        help =
                                "The probability of each type profile, possibly correlated: a row"
                                        + " for each type of buyer 1, a column for each joint type"
                                        + " of the others, the last buyer's changing fastest.")
                Table prior,
        @Parameter(
                        label = "Messages",
                        symbol = "k",
                        min = 1,
                        max = 64,
                        help =
                                "How many messages each buyer can choose from. 1: a plain"
                                    + " sequential price mechanism, with nothing to respond to.")
                int messages,
        @Parameter(
                        label = "Units",
                        min = 1,
                        max = 64,
                        help = "How many units there are of each item, at least 1.")
                List<Integer> units,
        @Parameter(label = "Prices", symbol = "p", help = "Which prices the leader may post.")
                PostedPrices prices,
        @Parameter(
                        label = "A buyer buys",
                        help = "Whether a buyer whom a price leaves nothing takes the item.")
                PurchaseRule purchase)
        implements GameFamily {

    /** The most type profiles, for each of which the efficient value is computed beforehand. */
    static final long MOST_PROFILES = 50_000;

    /** The most message profiles times states of the buyers. */
    static final long MOST_OBSERVATIONS = 20_000;

    /** Sets of items are the bits of an {@code int}. */
    static final int MOST_ITEMS = 30;

    private static final double TOLERANCE = 1e-9;

    /** Two buyers with values 0, ½ and 1, uniform and independent; two messages. */
    public SequentialPricing() {
        this(
                Table.of(new double[][][] {{{0}, {0.5}, {1}}, {{0}, {0.5}, {1}}}),
                Table.of(uniform(3, 3)),
                2,
                List.of(1),
                PostedPrices.MIDPOINTS,
                PurchaseRule.STRICT);
    }

    public SequentialPricing {
        units = List.copyOf(units);
    }

    private static double[][][] uniform(int rows, int columns) {
        double[][][] cells = new double[rows][columns][1];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                cell[0] = 1.0 / (rows * columns);
            }
        }
        return cells;
    }

    @Override
    public void check(Faults faults) {
        checkValues(faults.at("values"));
        checkUnits(faults.at("units"));
        double profiles = Math.pow(values.columns(), values.rows());
        if (profiles > MOST_PROFILES) {
            faults.at("values")
                    .add(
                            number(values.columns())
                                    + " types of "
                                    + number(values.rows())
                                    + " buyers make "
                                    + number(profiles)
                                    + " type profiles, more than the "
                                    + number(MOST_PROFILES)
                                    + " that can be enumerated",
                            "Use fewer buyers or types");
        } else {
            checkPrior(faults.at("prior"), (int) profiles / values.columns());
        }
        double observations =
                Math.pow(messages, values.rows()) * Math.pow(values.width() + 2.0, values.rows());
        if (observations > MOST_OBSERVATIONS) {
            faults.at("messages")
                    .add(
                            number(messages)
                                    + " messages and "
                                    + number(values.width() + 2.0)
                                    + " states of each of "
                                    + number(values.rows())
                                    + " buyers make "
                                    + number(observations)
                                    + " leader observations, more than the limit of "
                                    + number(MOST_OBSERVATIONS),
                            "Use fewer messages, items or buyers");
        }
    }

    private void checkValues(Faults faults) {
        for (int buyer = 0; buyer < values.rows(); buyer++) {
            for (int type = 0; type < values.columns(); type++) {
                for (int item = 0; item < values.width(); item++) {
                    double value = values.at(buyer, type, item);
                    if (value < 0 || value > 1) {
                        faults.at(buyer)
                                .at(type)
                                .at(item)
                                .add(
                                        "it is " + value + ", which no price from 0 to 1 can match",
                                        "Scale the values so that they lie from 0 to 1");
                    }
                }
            }
        }
    }

    private void checkUnits(Faults faults) {
        if (values.width() > MOST_ITEMS) {
            faults.add(
                    "there are " + values.width() + " items, more than the limit of " + MOST_ITEMS,
                    "Use fewer items");
        }
        if (units.size() != values.width()) {
            faults.add(
                    "it has " + units.size() + " entries for " + values.width() + " items",
                    "Give one number of units for each item");
        }
        for (int item = 0; item < units.size(); item++) {
            if (units.get(item) < 1) {
                faults.at(item).add("it is less than 1", "Enter 1 or more");
            }
        }
    }

    private void checkPrior(Faults faults, int others) {
        if (prior.rows() != values.columns() || prior.columns() != others || prior.width() != 1) {
            faults.add(
                    "it has "
                            + prior.rows()
                            + " rows and "
                            + prior.columns()
                            + " columns of "
                            + prior.width()
                            + (prior.width() == 1 ? " number" : " numbers"),
                    "Give "
                            + values.columns()
                            + " rows, one for each type of buyer 1, and "
                            + others
                            + " columns, one for each joint type of the other buyers, with one"
                            + " number in each cell");
            return;
        }
        double sum = 0;
        for (int row = 0; row < prior.rows(); row++) {
            for (int column = 0; column < prior.columns(); column++) {
                double probability = prior.at(row, column, 0);
                if (probability < 0) {
                    faults.at(row)
                            .at(column)
                            .at(0)
                            .add("the probability is negative: " + probability, "Enter 0 or more");
                }
                sum += probability;
            }
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            faults.add("its probabilities sum to " + PriceWords.precise(sum), "Make them sum to 1");
        }
    }

    private static String number(double value) {
        return value < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    /** Rewards are losses, of which the least after messages often is 0: they are taken as such. */
    @Override
    public double tolerance(double optimum) {
        return messages > 1 ? Tolerance.ABSOLUTE : Tolerance.usual(optimum);
    }

    @Override
    public List<Comparison> comparisons() {
        return messages > 1
                ? List.of(
                        Comparison.best(
                                "best without messages",
                                new SequentialPricing(values, prior, 1, units, prices, purchase)))
                : List.of();
    }

    @Override
    public SequentialPriceGame assemble() {
        return new SequentialPriceGame(this);
    }
}
