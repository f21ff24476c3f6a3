package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Registered;

/**
 * Regret matching: each action is played in proportion to its positive cumulative regret R(a) = Σ_t
 * [ū_t(a) − ū_t(σ_t)]; uniformly where no regret is positive. It has no parameters.
 */
@Registered(
        type = "regret-matching",
        label = "Regret matching",
        help =
                "A no-regret learner without a learning rate: actions are played in proportion to"
                        + " how much one regrets not having played them.",
        source = "Hart & Mas-Colell 2000, Sec. 4")
public record RegretMatching() implements FollowerModel {

    @Override
    public Lesson lesson() {
        return Lesson.SWEEP;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new Learner(game.prior().types(follower), game.actions(follower));
    }

    private static final class Learner extends MixedSeat implements HearsPayoffs {
        private final double[][] regrets;

        Learner(int types, int actions) {
            super(types, actions);
            regrets = new double[types][actions];
        }

        @Override
        public void reset() {
            super.reset();
            for (double[] regret : regrets) {
                Arrays.fill(regret, 0);
            }
        }

        @Override
        public void learn(int type, double[] utilities) {
            double[] strategy = strategies[type];
            double[] regret = regrets[type];
            double value = 0;
            for (int action = 0; action < strategy.length; action++) {
                value += strategy[action] * utilities[action];
            }
            double positive = 0;
            for (int action = 0; action < strategy.length; action++) {
                regret[action] += utilities[action] - value;
                positive += Math.max(0, regret[action]);
            }
            for (int action = 0; action < strategy.length; action++) {
                strategy[action] =
                        positive > 0
                                ? Math.max(0, regret[action]) / positive
                                : 1.0 / strategy.length;
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            Rows.write(regrets, out);
            super.save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            Rows.read(regrets, in);
            super.restore(in);
        }
    }
}
