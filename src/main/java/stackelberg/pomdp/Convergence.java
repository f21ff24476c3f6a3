package stackelberg.pomdp;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import stackelberg.follower.StageResponse;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.StageGame;
import stackelberg.oracle.BcceGap;

/**
 * How followers come to an equilibrium of the subgame that a commitment induces: the BCCE gap of
 * their last strategies and of the average of all, against the plays that they have made. The
 * average of no-regret followers comes to a Bayesian coarse correlated equilibrium (Brero et al.
 * 2024, Prop. 1), their gap falling as the root of the plays; their last strategies need not.
 *
 * @param plays so many plays, ascending, each about 1.4 times the one before
 * @param average the gap of the average of all strategies up to then
 * @param last the gap of the strategies then
 */
public record Convergence(double[] plays, double[] average, double[] last) {
    private static final int MOST_UPDATES = 20_000;

    /** Updates times cases, beyond which it would take seconds. */
    private static final double MOST_WORK = 2e7;

    private static final double GROWTH = Math.sqrt(2);

    /** Empty if the game does not fit into a table or is too large. */
    static Optional<Convergence> of(
            BaseGame game,
            StageResponse followers,
            LeaderPolicy policy,
            RandomGenerator random,
            Watch watch) {
        double cases = game.prior().size();
        for (int count : InducedGame.actionCounts(game)) {
            cases *= count;
        }
        Optional<StageGame> stage =
                cases <= Evaluator.MOST_CASES ? StageGame.of(game, policy) : Optional.empty();
        if (stage.isEmpty() || followers.plays() == 0) {
            return Optional.empty();
        }
        int updates = (int) Math.min(MOST_UPDATES, MOST_WORK / cases);
        return Optional.of(
                new Course(game, followers, policy).run(stage.get(), updates, random, watch));
    }

    /** The followers on their way. */
    private static final class Course {
        private final StageResponse followers;
        private final EmpiricalAverage average;
        private final BcceGap gap;
        private final InducedGame induced;
        private final double[] plays = new double[64];
        private final double[] averages = new double[64];
        private final double[] lasts = new double[64];
        private int points;

        Course(BaseGame game, StageResponse followers, LeaderPolicy policy) {
            this.followers = followers;
            this.average = new EmpiricalAverage(game);
            this.gap = new BcceGap(game);
            this.induced = InducedGame.blank(game);
            induced.tabulate(policy);
        }

        Convergence run(StageGame stage, int updates, RandomGenerator random, Watch watch) {
            followers.reset();
            double next = 1;
            int made = 0;
            for (int update = 1; update <= updates; update++) {
                watch.play();
                average.add(followers.response());
                made += followers.play(stage, random, followers.playsPerUpdate());
                if (update >= next || followers.settled()) {
                    plays[points] = made;
                    averages[points] = gap.gap(induced, average);
                    lasts[points++] = gap.gap(induced, followers.response());
                    next = Math.max(update + 1, update * GROWTH);
                }
                if (followers.settled()) {
                    break;
                }
            }
            return new Convergence(
                    Arrays.copyOf(plays, points),
                    Arrays.copyOf(averages, points),
                    Arrays.copyOf(lasts, points));
        }
    }
}
