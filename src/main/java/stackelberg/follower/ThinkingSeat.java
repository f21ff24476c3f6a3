package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import stackelberg.game.BaseGame;

/** What seats that respond to the commitment share: a mixed strategy a type, at first uniform. */
abstract class ThinkingSeat implements HearsCommitment {
    final int follower;

    /** {@code [type][action]}. */
    final double[][] strategies;

    ThinkingSeat(BaseGame game, int follower) {
        this.follower = follower;
        this.strategies = new double[game.prior().types(follower)][game.actions(follower)];
    }

    @Override
    public void reset() {
        for (double[] strategy : strategies) {
            Arrays.fill(strategy, 1.0 / strategy.length);
        }
    }

    @Override
    public final double[] strategy(int type) {
        return strategies[type];
    }

    /** Makes {@code strategy} take one action; by how much that changes it. */
    static double settle(double[] strategy, int action) {
        double change = 1 - strategy[action];
        Arrays.fill(strategy, 0);
        strategy[action] = 1;
        return change;
    }

    @Override
    public final int stateSize() {
        return strategies.length * strategies[0].length;
    }

    /** Its strategies. */
    @Override
    public final void describe(float[] into, int from) {
        int at = from;
        for (double[] strategy : strategies) {
            for (double probability : strategy) {
                into[at++] = (float) probability;
            }
        }
    }

    @Override
    public final void save(DataOutput out) throws IOException {
        Rows.write(strategies, out);
    }

    @Override
    public final void restore(DataInput in) throws IOException {
        Rows.read(strategies, in);
    }
}
