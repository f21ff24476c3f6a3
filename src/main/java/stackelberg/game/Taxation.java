package stackelberg.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * Income taxation: the leader announces a marginal rate r_b for each income bracket; a worker of
 * skill w, its type, chooses an effort e ∈ {0, …, 1} and earns z = w e. It enjoys u = z − T(z) − κ
 * e^(1 + 1/ε), where T(z) = Σ_b r_b · (the part of z within bracket b). Workers do not affect one
 * another, so that one follower whose type is drawn stands for all.
 *
 * <p>The leader maximises welfare Σ_w D(w) [g_w u_w + ḡ T(z_w)]: each worker's utility counts with
 * its type's welfare weight g, and all revenue is handed back in equal parts, so that it counts
 * with the mean weight ḡ = Σ_w D(w) g_w. Weights are divided by ḡ, and everything by the largest
 * income.
 */
@Registered(
        type = "taxation",
        label = "Taxation",
        help =
                "The leader sets a marginal tax rate for each income bracket; workers of several"
                    + " skills choose how hard to work. High rates redistribute, and discourage.",
        source = "Mirrlees 1971; Saez 2001; Zheng et al. 2022, The AI Economist")
public record Taxation(
        @Parameter(
                        label = "Workers",
                        required = true,
                        help =
                                "One row for each type of worker: its skill (income at full"
                                        + " effort), its share of all workers, and how much its"
                                        + " utility counts for the leader.")
                Table workers,
        @Parameter(
                        label = "Brackets",
                        required = true,
                        help =
                                "One row: the income at which each tax bracket begins. The first is"
                                        + " 0, the others increase.")
                Table brackets,
        @Parameter(
                        label = "Highest rate",
                        min = 0.01,
                        max = 1,
                        help = "The highest marginal tax rate that the leader may set.")
                double highestRate,
        @Parameter(
                        label = "Effort levels",
                        min = 2,
                        max = 100,
                        help =
                                "From no effort to full effort in even steps. More levels make the"
                                        + " worker's choice finer and the exact answer slower.")
                int effortLevels,
        @Parameter(
                        label = "Elasticity",
                        symbol = "ε",
                        min = 0.01,
                        max = 10,
                        help =
                                "How strongly effort answers to the wage after tax. The larger, the"
                                        + " more a tax discourages.",
                        source = "Saez 2001")
                double elasticity,
        @Parameter(
                        label = "Cost of full effort",
                        symbol = "κ",
                        unit = "income",
                        min = 0,
                        max = 1e9,
                        help = "What full effort costs a worker, in units of income.")
                double effortCost)
        implements GameFamily {

    /** Three types of worker, three brackets, six effort levels. */
    public Taxation() {
        this(
                Table.of(
                        new double[][][] {
                            {{1}, {0.4}, {1.6}}, {{2}, {0.4}, {0.8}}, {{3}, {0.2}, {0.2}}
                        }),
                Table.of(new double[][][] {{{0}, {0.6}, {1.6}}}),
                0.9,
                6,
                0.5,
                1);
    }

    @Override
    public void check(Faults faults) {
        checkBrackets(faults.at("brackets"));
        if (workers.columns() != 3 || workers.width() != 1) {
            faults.at("workers")
                    .add(
                            "it is not a table of 3 columns",
                            "Give each type of worker one row: skill, share, welfare weight");
            return;
        }
        double mean = 0;
        for (int type = 0; type < workers.rows(); type++) {
            mean += share(type) * weight(type);
            Faults row = faults.at("workers").at(type);
            if (skill(type) <= 0) {
                row.at(0).add("the skill is not above 0", "Enter the income at full effort");
            }
            if (weight(type) < 0) {
                row.at(2).add("the welfare weight is below 0", "Enter 0 or more");
            }
        }
        new PriorTable(shares(), workers.rows()).check(faults.at("workers"));
        if (faults.at("workers").noneWithin() && mean <= 0) {
            faults.at("workers").add("no worker counts", "Give a type a weight above 0");
        }
    }

    private void checkBrackets(Faults faults) {
        if (brackets.rows() != 1 || brackets.width() != 1) {
            faults.add("it is not a single row of numbers", "Write the brackets in one row");
        } else if (brackets.at(0, 0, 0) != 0) {
            faults.at(0).at(0).add("the first bracket does not begin at 0", "Enter 0");
        } else {
            for (int b = 1; b < brackets.columns(); b++) {
                if (brackets.at(0, b, 0) <= brackets.at(0, b - 1, 0)) {
                    faults.at(0)
                            .at(b)
                            .add(
                                    "the bracket does not begin above the one before it",
                                    "Enter increasing incomes");
                }
            }
        }
    }

    private double skill(int type) {
        return workers.at(type, 0, 0);
    }

    private double share(int type) {
        return workers.at(type, 1, 0);
    }

    private double weight(int type) {
        return workers.at(type, 2, 0);
    }

    /** The shares as a prior's single row. */
    private Table shares() {
        double[][][] row = new double[1][workers.rows()][1];
        for (int type = 0; type < workers.rows(); type++) {
            row[0][type][0] = share(type);
        }
        return Table.of(row);
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(Comparison.always("no taxes", this, new double[brackets.columns()]));
    }

    @Override
    public LinearGame assemble() {
        int types = workers.rows();
        TypePrior prior = new PriorTable(shares(), types).assemble();
        double largest = 0;
        double mean = 0;
        for (int type = 0; type < types; type++) {
            largest = Math.max(largest, skill(type));
            mean += prior.marginal(0, type) * weight(type);
        }
        double[][][] constants = new double[2][types][effortLevels];
        double[][][][] slopes = new double[2][types][effortLevels][brackets.columns()];
        for (int type = 0; type < types; type++) {
            double weight = weight(type) / mean;
            for (int level = 0; level < effortLevels; level++) {
                double effort = effort(level);
                double income = skill(type) * effort;
                double pains = effortCost * Math.pow(effort, 1 + 1 / elasticity);
                constants[1][type][level] = (income - pains) / largest;
                constants[0][type][level] = weight * constants[1][type][level];
                for (int b = 0; b < brackets.columns(); b++) {
                    double taxed = within(income, b) / largest;
                    slopes[1][type][level][b] = -taxed;
                    slopes[0][type][level][b] = (1 - weight) * taxed;
                }
            }
        }
        AffineGame.Names names = new AffineGame.Names(typeNames(), effortNames(), rateNames());
        return new AffineGame(
                prior, constants, slopes, highestRate, Double.POSITIVE_INFINITY, names);
    }

    private double effort(int level) {
        return (double) level / (effortLevels - 1);
    }

    /** The part of an income that lies within bracket b. */
    private double within(double income, int b) {
        double begin = brackets.at(0, b, 0);
        double end =
                b + 1 < brackets.columns() ? brackets.at(0, b + 1, 0) : Double.POSITIVE_INFINITY;
        return Math.max(0, Math.min(income, end) - begin);
    }

    private List<String> typeNames() {
        return IntStream.range(0, workers.rows())
                .mapToObj(type -> "skill " + number(skill(type)))
                .toList();
    }

    private List<String> effortNames() {
        return IntStream.range(0, effortLevels)
                .mapToObj(level -> "effort " + number(Math.rint(1000 * effort(level)) / 1000))
                .toList();
    }

    private List<String> rateNames() {
        List<String> names = new ArrayList<>();
        for (int b = 0; b < brackets.columns(); b++) {
            names.add("above income " + number(brackets.at(0, b, 0)));
        }
        return names;
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
