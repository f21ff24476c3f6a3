package stackelberg.follower;

import java.util.Locale;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.game.InducedGame;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Independent Q-learning: one table a follower over its type, what it observes within a play, and
 * the joint actions of the last k plays. Explores with probability ε_t = exp(−β t) in play t, and
 * is greedy in the reward phase.
 */
@Registered(
        type = "q-learning",
        label = "Q-learning",
        help =
                "Learns what each action is worth from the plays it makes, and may remember what"
                        + " everyone did before. Sellers of this kind can come to collude.",
        source = "Watkins & Dayan 1992; Calvano et al. 2020")
public record QLearning(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        symbol = "α",
                        min = 1e-6,
                        max = 1,
                        help =
                                "How far one play moves a value towards what it brought. Larger"
                                        + " forgets sooner.",
                        source = "Calvano et al. 2020: 0.15")
                double rate,
        @Parameter(
                        label = "Discount factor",
                        automatic = true,
                        symbol = "δ",
                        min = 0,
                        max = 0.999999,
                        help = "The weight of the next payoff against the present one.",
                        source = "Calvano et al. 2020: 0.95")
                double discount,
        @Parameter(
                        label = "Exploration decay",
                        automatic = true,
                        symbol = "β",
                        unit = "per play",
                        min = 0,
                        max = 1,
                        help =
                                "It explores with probability exp(−β t) in play t. Smaller explores"
                                        + " longer; 0 explores always.",
                        source = "Calvano et al. 2020: 4e-6")
                double decay,
        @Parameter(
                        label = "Memory",
                        automatic = true,
                        symbol = "k",
                        unit = "plays",
                        min = 0,
                        max = 16,
                        help =
                                "How many past plays it remembers. With none every play stands for"
                                        + " itself and nothing is expected after it.",
                        source = "Calvano et al. 2020: 1")
                int memory,
        @Parameter(
                        label = "Convergence window",
                        automatic = true,
                        unit = "plays",
                        min = 0,
                        max = 1e9,
                        help =
                                "The response phase ends early once every follower's greedy policy"
                                    + " has been unchanged for its window; 0 to use all response"
                                    + " plays.",
                        source = "Calvano et al. 2020: 100,000")
                int window)
        implements FollowerModel {

    /** The most values in one table: 128 MB. */
    static final long MOST_VALUES = 1L << 24;

    /** The published settings. */
    public QLearning() {
        this(0.15, 0.95, 4e-6, 1, 100_000);
    }

    /**
     * Followers that see within a play what was done need not remember the last one; all explore
     * less and less, so that 50,000 plays end in a response that has settled.
     */
    @Override
    public QLearning settled(GameFacts facts) {
        int plays = Memory.usual(facts.game());
        return Declaration.settled(this, new QLearning(0.25, 0.95, 2e-4, plays, 0));
    }

    @Override
    public Lesson lesson() {
        return Lesson.OWN_PLAYS;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new QTable(this, game, follower);
    }

    @Override
    public void check(BaseGame game, int follower, Faults faults) {
        if (!Memory.fits(memory, game, follower, faults.at("memory"))) {
            return;
        }
        double values = (double) game.prior().types(follower) * game.followerObservations(follower);
        values *= game.actions(follower);
        for (int count : InducedGame.actionCounts(game)) {
            values *= Math.pow(count, memory);
        }
        if (values > MOST_VALUES) {
            faults.at("memory")
                    .add(
                            String.format(
                                    Locale.ROOT,
                                    "a table would have %.3g values, more than %,d",
                                    values,
                                    MOST_VALUES),
                            "Remember fewer plays, or give the game fewer actions");
        }
    }

    @Override
    public boolean remembers(BaseGame game) {
        return Memory.matters(memory, game);
    }

    /** δ if a play has consequences for its follower, be it in the same play; else 0. */
    double effectiveDiscount(BaseGame game) {
        return remembers(game) ? discount : 0;
    }
}
