package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;

/**
 * Commitments with an independent, uniformly drawn action at every observation. An action is a
 * function of (visit, observation), whatever the order in which observations are met; so a
 * commitment is kept by its number alone.
 */
final class RandomPolicies implements PolicyClass {
    private final ActionSpace space;
    private final RandomStreams streams;
    private long tried;
    private long best;
    private double bestValue = Double.NaN;

    RandomPolicies(BaseGame game, RandomStreams streams) {
        this.space = game.leaderActions();
        this.streams = streams;
    }

    @Override
    public CommitmentCache.Source at(long visit) {
        RandomStreams own = new RandomStreams(streams.at(Purpose.LEADER, visit).nextLong());
        return (observation, action) -> {
            RandomGenerator random = own.at(Purpose.LEADER, observation);
            if (space instanceof ActionSpace.Box box) {
                for (int k = 0; k < action.length; k++) {
                    action[k] = box.low() + random.nextDouble() * (box.high() - box.low());
                }
            } else if (space instanceof ActionSpace.Discrete discrete) {
                action[0] = random.nextInt(discrete.count());
            }
        };
    }

    @Override
    public void learn(long visit, double value) {
        tried++;
        if (!(value <= bestValue)) {
            best = visit;
            bestValue = value;
        }
    }

    @Override
    public CommitmentCache.Source best() {
        return at(best);
    }

    @Override
    public double bestValue() {
        return bestValue;
    }

    @Override
    public long tried() {
        return tried;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(tried);
        out.writeLong(best);
        out.writeDouble(bestValue);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        tried = in.readLong();
        best = in.readLong();
        bestValue = in.readDouble();
    }
}
