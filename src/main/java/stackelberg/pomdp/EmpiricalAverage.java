package stackelberg.pomdp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.TypePrior;

/**
 * The empirical average of play: one of the snapshots taken so far, uniformly, the same for all
 * followers, so that it keeps their correlation: P(a | θ) = Σ_t Π_i σ_i,t(a_i | θ_i) / T. Kept as a
 * table of these sums for each type profile of positive probability.
 */
final class EmpiricalAverage implements Response {
    private final TypePrior prior;
    private final int[] actionCounts;
    private final int[] typeCounts;

    /** {@code [type profile's code]}: its number in the prior. */
    private final int[] profileOf;

    /** {@code [type profile][joint action]}. */
    private final double[][] sums;

    private final double[] product;
    private int snapshots;

    EmpiricalAverage(BaseGame game) {
        this.prior = game.prior();
        this.actionCounts = InducedGame.actionCounts(game);
        this.typeCounts = new int[actionCounts.length];
        for (int i = 0; i < typeCounts.length; i++) {
            typeCounts[i] = prior.types(i);
        }
        this.profileOf = new int[(int) JointIndex.count(typeCounts)];
        for (int profile = 0; profile < prior.size(); profile++) {
            profileOf[JointIndex.encode(prior.profile(profile), typeCounts)] = profile;
        }
        int joint = (int) JointIndex.count(actionCounts);
        this.sums = new double[prior.size()][joint];
        this.product = new double[joint];
    }

    void clear() {
        snapshots = 0;
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
    }

    /** Takes in the strategies of {@code mixed}, by which the followers mix independently. */
    void add(Response mixed) {
        snapshots++;
        for (int profile = 0; profile < sums.length; profile++) {
            product[0] = 1;
            int length = 1;
            for (int i = 0; i < actionCounts.length; i++) {
                double[] strategy = mixed.strategy(i, prior.type(profile, i));
                // From behind, so that an entry is read before it is overwritten.
                for (int joint = length - 1; joint >= 0; joint--) {
                    double before = product[joint];
                    for (int action = strategy.length - 1; action >= 0; action--) {
                        product[joint * strategy.length + action] = before * strategy[action];
                    }
                }
                length *= strategy.length;
            }
            double[] row = sums[profile];
            for (int joint = 0; joint < row.length; joint++) {
                row[joint] += product[joint];
            }
        }
    }

    /** The marginal strategy; uniform for an impossible type. */
    @Override
    public double[] strategy(int follower, int type) {
        double[] strategy = new double[actionCounts[follower]];
        for (int profile = 0; profile < sums.length; profile++) {
            if (prior.type(profile, follower) == type) {
                for (int joint = 0; joint < sums[profile].length; joint++) {
                    int action = JointIndex.decode(joint, actionCounts)[follower];
                    strategy[action] += sums[profile][joint] / snapshots;
                }
                return strategy;
            }
        }
        Arrays.fill(strategy, 1.0 / strategy.length);
        return strategy;
    }

    @Override
    public double probability(int[] profile, int[] actions) {
        return row(profile)[JointIndex.encode(actions, actionCounts)] / snapshots;
    }

    @Override
    public void draw(int[] profile, RandomGenerator random, int[] actions) {
        double[] row = row(profile);
        double left = random.nextDouble() * snapshots;
        int joint = 0;
        while (joint < row.length - 1 && left >= row[joint]) {
            left -= row[joint++];
        }
        JointIndex.decode(joint, actionCounts, actions);
    }

    private double[] row(int[] profile) {
        return sums[profileOf[JointIndex.encode(profile, typeCounts)]];
    }
}
