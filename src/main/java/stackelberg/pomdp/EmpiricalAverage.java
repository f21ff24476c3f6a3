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

    /** Every snapshot's strategies, one after the other: follower, type, action. */
    private double[] taken = new double[0];

    /** How many numbers a snapshot has. */
    private final int length;

    private int snapshots;

    /** How many snapshots the sums hold. */
    private int folded;

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
        int numbers = 0;
        for (int i = 0; i < typeCounts.length; i++) {
            numbers += typeCounts[i] * actionCounts[i];
        }
        this.length = numbers;
        this.sums = new double[prior.size()][joint];
        this.product = new double[joint];
    }

    void clear() {
        snapshots = 0;
        folded = 0;
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
    }

    /** Takes in the strategies of {@code mixed}, by which the followers mix independently. */
    void add(Response mixed) {
        int at = snapshots * length;
        if (at + length > taken.length) {
            taken = Arrays.copyOf(taken, Math.max(at + length, 2 * taken.length));
        }
        for (int i = 0; i < actionCounts.length; i++) {
            for (int type = 0; type < typeCounts[i]; type++) {
                System.arraycopy(mixed.strategy(i, type), 0, taken, at, actionCounts[i]);
                at += actionCounts[i];
            }
        }
        snapshots++;
    }

    /** Adds up what was taken in since it was last asked for: often it never is. */
    private void fold() {
        for (; folded < snapshots; folded++) {
            for (int profile = 0; profile < sums.length; profile++) {
                fold(profile);
            }
        }
    }

    private void fold(int profile) {
        product[0] = 1;
        int joints = 1;
        int from = folded * length;
        for (int i = 0; i < actionCounts.length; i++) {
            int count = actionCounts[i];
            int strategy = from + prior.type(profile, i) * count;
            // From behind, so that an entry is read before it is overwritten.
            for (int joint = joints - 1; joint >= 0; joint--) {
                double before = product[joint];
                for (int action = count - 1; action >= 0; action--) {
                    product[joint * count + action] = before * taken[strategy + action];
                }
            }
            joints *= count;
            from += typeCounts[i] * count;
        }
        double[] row = sums[profile];
        for (int joint = 0; joint < row.length; joint++) {
            row[joint] += product[joint];
        }
    }

    /** The marginal strategy; uniform for an impossible type. */
    @Override
    public double[] strategy(int follower, int type) {
        fold();
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
        fold();
        return sums[profileOf[JointIndex.encode(profile, typeCounts)]];
    }
}
