package stackelberg.follower;

import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Level-k: level 0 takes every action alike, or one that is given, whatever its type; level k takes
 * the best response to others of level k − 1, the first of several. It does not look at how the
 * others really act.
 */
@Registered(
        type = "level-k",
        label = "Level-k (steps of reasoning)",
        help =
                "Thinks so many steps ahead: the best response to others who think one step less."
                        + " With no others it is the best response from level 1 on.",
        source = "Stahl & Wilson 1994; Nagel 1995; Costa-Gomes & Crawford 2006")
public record LevelK(
        @Parameter(
                        label = "Level",
                        symbol = "k",
                        unit = "steps",
                        min = 0,
                        max = 100,
                        help = "Steps of reasoning. People: mostly 1 or 2.",
                        source = "Nagel 1995")
                int level,
        @Parameter(
                        label = "Action of level 0",
                        min = 0,
                        max = 100_000,
                        help =
                                "The number of the action that level 0 takes, from 1; 0 if it takes"
                                        + " every action alike.")
                int naive)
        implements FollowerModel {

    /** Two steps from uniform play. */
    public LevelK() {
        this(2, 0);
    }

    @Override
    public boolean seeksBestResponse() {
        return false;
    }

    @Override
    public Lesson lesson() {
        return Lesson.COMMITMENT;
    }

    @Override
    public void check(BaseGame game, int follower, Faults faults) {
        for (int i = 0; i < game.followers(); i++) {
            if (naive > game.actions(i)) {
                faults.at("naive")
                        .add(
                                game.followerName(i)
                                        + " has "
                                        + game.actions(i)
                                        + " actions, and this would be number "
                                        + naive,
                                "Choose from 0 to " + game.actions(i));
                return;
            }
        }
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new Reasoner(game, follower);
    }

    private final class Reasoner extends MixedSeat implements HearsCommitment {
        private final int follower;

        /** {@code [follower][type][action]}: how it thinks that each would act. */
        private final double[][][] imagined;

        private final double[][][] next;
        private final KnownGame.Strategies imagination;

        Reasoner(BaseGame game, int follower) {
            super(game.prior().types(follower), game.actions(follower));
            this.follower = follower;
            imagined = blank(game);
            next = blank(game);
            imagination = (i, type) -> imagined[i][type];
        }

        private static double[][][] blank(BaseGame game) {
            double[][][] blank = new double[game.followers()][][];
            for (int i = 0; i < blank.length; i++) {
                blank[i] = new double[game.prior().types(i)][game.actions(i)];
            }
            return blank;
        }

        @Override
        public double revise(KnownGame known, KnownGame.Strategies all) {
            for (double[][] ofFollower : imagined) {
                for (double[] strategy : ofFollower) {
                    levelZero(strategy);
                }
            }
            for (int k = 0; k < level; k++) {
                think(known);
            }
            double change = 0;
            for (int type = 0; type < strategies.length; type++) {
                double[] reached = imagined[follower][type];
                for (int action = 0; action < reached.length; action++) {
                    double difference = reached[action] - strategies[type][action];
                    change = Math.max(change, Math.abs(difference));
                    strategies[type][action] = reached[action];
                }
            }
            return change;
        }

        private void levelZero(double[] strategy) {
            if (naive == 0) {
                Arrays.fill(strategy, 1.0 / strategy.length);
            } else {
                Mixture.settle(strategy, naive - 1);
            }
        }

        /** From everyone's level to the one above it. */
        private void think(KnownGame known) {
            for (int i = 0; i < imagined.length; i++) {
                for (int type = 0; type < imagined[i].length; type++) {
                    double[] payoffs = next[i][type];
                    known.payoffs(i, type, imagination, payoffs);
                    int best = 0;
                    for (int action = 1; action < payoffs.length; action++) {
                        best = payoffs[action] > payoffs[best] + 1e-12 ? action : best;
                    }
                    Mixture.settle(payoffs, best);
                }
            }
            for (int i = 0; i < imagined.length; i++) {
                for (int type = 0; type < imagined[i].length; type++) {
                    System.arraycopy(next[i][type], 0, imagined[i][type], 0, next[i][type].length);
                }
            }
        }
    }
}
