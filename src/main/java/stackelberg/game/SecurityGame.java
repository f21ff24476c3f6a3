package stackelberg.game;

import java.util.List;
import java.util.stream.IntStream;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * A Stackelberg security game: the leader defends targets with fewer resources and commits to a
 * coverage probability c_t for each target, Σ_t c_t ≤ m; an attacker of a type drawn from a prior
 * knows the probabilities and attacks one target. At an attack on t both earn c_t U^covered(t) + (1
 * − c_t) U^uncovered(t), each by its own payoffs, divided by the largest magnitude of them all.
 */
@Registered(
        type = "security-game",
        label = "Security game",
        help =
                "A defender spreads a few resources over many targets by chance; an attacker, who"
                        + " may be of several types, knows the chances and attacks one.",
        source = "Kiekintveld et al. 2009; Paruchuri et al. 2008")
public record SecurityGame(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "One row for each target, one column for each attacker type; in a"
                                        + " cell the defender's payoff if the target is covered and"
                                        + " if not, then the attacker's if covered and if not.")
                Table payoffs,
        @Parameter(
                        label = "Prior",
                        required = true,
                        help = "One row: the probability of each attacker type. The sum is 1.")
                Table prior,
        @Parameter(
                        label = "Resources",
                        symbol = "m",
                        min = 1,
                        max = 1000,
                        help =
                                "How many targets can be covered at once. With as many resources as"
                                        + " targets there is nothing to decide.")
                int resources)
        implements GameFamily {

    /** Four targets, two attacker types, two resources. */
    public SecurityGame() {
        this(
                Table.of(
                        new double[][][] {
                            {{10, -8, -10, 8}, {10, -8, -10, 6}},
                            {{10, -6, -10, 6}, {10, -6, -10, 8}},
                            {{10, -5, -10, 5}, {10, -5, -10, 4}},
                            {{10, -3, -10, 3}, {10, -3, -10, 5}}
                        }),
                Table.of(new double[][][] {{{0.6}, {0.4}}}),
                2);
    }

    @Override
    public void check(Faults faults) {
        if (payoffs.width() != 4) {
            faults.at("payoffs")
                    .add(
                            "its cells hold " + payoffs.width() + " numbers",
                            "Put 4 into each cell: the defender's payoff if covered and if not,"
                                    + " the attacker's if covered and if not");
        }
        if (payoffs.largestMagnitude() == 0) {
            faults.at("payoffs").add("all payoffs are 0", "Give at least one a value");
        }
        if (resources > payoffs.rows()) {
            faults.at("resources")
                    .add(
                            "there are only " + payoffs.rows() + " targets",
                            "Choose at most as many resources as targets");
        }
        new PriorTable(prior, payoffs.columns()).check(faults.at("prior"));
    }

    @Override
    public LinearGame assemble() {
        int targets = payoffs.rows();
        int types = payoffs.columns();
        double scale = payoffs.largestMagnitude();
        double[][][] uncovered = new double[2][types][targets];
        double[][][][] gains = new double[2][types][targets][targets];
        for (int player = 0; player < 2; player++) {
            for (int type = 0; type < types; type++) {
                for (int target = 0; target < targets; target++) {
                    double covered = payoffs.at(target, type, 2 * player) / scale;
                    double open = payoffs.at(target, type, 2 * player + 1) / scale;
                    uncovered[player][type][target] = open;
                    gains[player][type][target][target] = covered - open;
                }
            }
        }
        List<String> names = numbered("target", targets);
        return new AffineGame(
                new PriorTable(prior, types).assemble(),
                uncovered,
                gains,
                1,
                resources,
                new AffineGame.Names(numbered("attacker", types), names, names));
    }

    private static List<String> numbered(String word, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(k -> word + " " + k).toList();
    }
}
