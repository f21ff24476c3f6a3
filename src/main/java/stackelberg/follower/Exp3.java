package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Exp3, the bandit no-regret learner: it hears only what its own action brought. σ(a) = (1 − γ)
 * w(a)/Σw + γ/K; the payoff x ∈ [0, 1] of the action taken counts as x/σ(a), and w(a) is multiplied
 * by exp(γ x/(σ(a) K)). With γ = min(1, √(K ln K/((e − 1) T))) its expected regret over T plays is
 * at most 2.63 √(T K ln K).
 */
@Registered(
        type = "exp3",
        label = "Exp3 (bandit)",
        help =
                "A no-regret learner that hears only what the action it took has brought. Needs"
                        + " many more plays than one that is told what it might have had.",
        source = "Auer, Cesa-Bianchi, Freund & Schapire 2002, Sec. 3")
public record Exp3(
        @Parameter(
                        label = "Exploration",
                        live = true,
                        automatic = true,
                        symbol = "γ",
                        min = 1e-6,
                        max = 1,
                        help =
                                "The share of plays in which any action is tried, and the learning"
                                        + " rate. Larger is quicker and less exact.",
                        source = "Auer et al. 2002, Corollary 3.2")
                double exploration,
        @Parameter(
                        label = "Lowest payoff",
                        automatic = true,
                        unit = "payoff",
                        min = -1e12,
                        max = 1e12,
                        help = "What counts as 0; payoffs below it count as much.")
                double lowest,
        @Parameter(
                        label = "Payoff range",
                        automatic = true,
                        unit = "payoff",
                        min = 1e-9,
                        max = 1e12,
                        help = "By how much more than the lowest payoff counts as 1.")
                double range)
        implements FollowerModel {

    /** The plays for which the automatic exploration is the best. */
    private static final double PLAYS = 10_000;

    /** γ = 0.05 for payoffs from 0 to 1. */
    public Exp3() {
        this(0.05, 0, 1);
    }

    /** The exploration for which the bound on its regret over {@code plays} plays holds. */
    public static double exploration(int actions, double plays) {
        return Math.min(1, Math.sqrt(actions * Math.log(actions) / ((Math.E - 1) * plays)));
    }

    @Override
    public Exp3 settled(GameFacts facts) {
        int most = 2;
        for (int i = 0; i < facts.game().followers(); i++) {
            most = Math.max(most, facts.game().actions(i));
        }
        return Declaration.settled(
                this, new Exp3(exploration(most, PLAYS), facts.lowestPayoff(), facts.payoffSpan()));
    }

    @Override
    public Lesson lesson() {
        return Lesson.OWN_PLAYS;
    }

    @Override
    public boolean remembers(BaseGame game) {
        return game.followersObserve();
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new Bandit(
                game.prior().types(follower),
                game.followerObservations(follower),
                game.actions(follower));
    }

    private final class Bandit extends MixedSeat implements HearsPlays {
        private final int observations;

        /** {@code [situation][action]}: Σ x̂, the estimated payoffs in total. */
        private final double[][] sums;

        Bandit(int types, int observations, int actions) {
            super(types * observations, actions);
            this.observations = observations;
            sums = new double[types * observations][actions];
        }

        @Override
        public void reset() {
            super.reset();
            for (double[] sum : sums) {
                Arrays.fill(sum, 0);
            }
        }

        @Override
        public double[] strategy(int type) {
            return strategies[situation(type, 0)];
        }

        @Override
        public double[] strategy(int type, int observation) {
            return strategies[situation(type, observation)];
        }

        @Override
        public int situation(int type, int observation) {
            return type * observations + observation;
        }

        @Override
        public int choose(int situation, RandomGenerator random) {
            return Mixture.draw(strategies[situation], random);
        }

        @Override
        public boolean learn(int situation, int action, double earned, int next) {
            double gain = Math.max(0, Math.min(1, (earned - lowest) / range));
            sums[situation][action] += gain / strategies[situation][action];
            mix(situation);
            return true;
        }

        private void mix(int situation) {
            double[] strategy = strategies[situation];
            int actions = strategy.length;
            double total = Mixture.exponential(sums[situation], exploration / actions, strategy);
            for (int a = 0; a < actions; a++) {
                strategy[a] = (1 - exploration) * strategy[a] / total + exploration / actions;
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            Rows.write(sums, out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            Rows.read(sums, in);
            for (int situation = 0; situation < sums.length; situation++) {
                mix(situation);
            }
        }
    }
}
