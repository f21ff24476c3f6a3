package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Exact best response to the commitment: argmax_a ū_i(a), the others acting as they do. Where
 * several actions are best, the leader's favourite among them (strong Stackelberg equilibrium) or
 * the one it likes least (weak). Several followers reply to one another in turn until no one
 * changes, which is a pure Bayes–Nash equilibrium; where they go round in circles there may be
 * none.
 */
@Registered(
        type = "best-response",
        label = "Best response",
        help =
                "Knows the game that the leader's commitment induces and takes the best action in"
                        + " it. Says at once what other followers learn in many plays.",
        source = "Brero et al. 2024, Sec. 2; Breton, Alj & Haurie 1988 for the ties")
public record BestResponse(
        @Parameter(
                        label = "Ties",
                        help =
                                "Which of several best actions it takes. In the leader's favour is"
                                        + " what the exact answers assume; against it is the worst"
                                        + " that can happen.")
                Ties ties)
        implements FollowerModel {

    /** Payoffs that differ by less are equal. */
    private static final double TIE = 1e-9;

    /** Who gains where several actions are best. */
    public enum Ties implements Choice {
        /** In the leader's favour. */
        OPTIMISTIC("In the leader's favour"),
        /** Against the leader. */
        PESSIMISTIC("Against the leader");

        private final String label;

        Ties(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Ties in the leader's favour. */
    public BestResponse() {
        this(Ties.OPTIMISTIC);
    }

    @Override
    public Lesson lesson() {
        return Lesson.COMMITMENT;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new Replier(game, follower);
    }

    private final class Replier extends MixedSeat implements HearsCommitment {
        private final int follower;
        private final double[] payoffs;
        private final double[] rewards;

        Replier(BaseGame game, int follower) {
            super(game.prior().types(follower), game.actions(follower));
            this.follower = follower;
            payoffs = new double[game.actions(follower)];
            rewards = new double[payoffs.length];
        }

        @Override
        public double revise(KnownGame known, KnownGame.Strategies all) {
            double change = 0;
            for (int type = 0; type < strategies.length; type++) {
                known.payoffs(follower, type, all, payoffs);
                known.leaderRewards(follower, type, all, rewards);
                change = Math.max(change, Mixture.settle(strategies[type], best(strategies[type])));
            }
            return change;
        }

        /** The best action; where the leader does not care either, the present one. */
        private int best(double[] present) {
            double most = Double.NEGATIVE_INFINITY;
            for (double payoff : payoffs) {
                most = Math.max(most, payoff);
            }
            double sign = ties == Ties.OPTIMISTIC ? 1 : -1;
            int best = -1;
            for (int action = 0; action < payoffs.length; action++) {
                if (payoffs[action] < most - TIE) {
                    continue;
                }
                double gain = best < 0 ? 1 : sign * (rewards[action] - rewards[best]);
                if (gain > TIE || (gain >= -TIE && present[action] == 1)) {
                    best = action;
                }
            }
            return best;
        }
    }
}
