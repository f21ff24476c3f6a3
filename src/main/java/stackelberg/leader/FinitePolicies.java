package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;

/**
 * All commitments of a game with few of them, passed through again and again, each pass in a random
 * order of its own. Commitment number c plays, at observation o, the o-th digit of c in base |A|.
 */
final class FinitePolicies implements PolicyClass {
    private final int actions;
    private final int count;
    private final RandomStreams streams;
    private final double[] sum;
    private final int[] visits;
    private int best = -1;
    private int tried;

    /** The order of the pass under way, x ↦ (factor·x + shift) mod count. */
    private long pass = -1;

    private long factor = 1;
    private long shift;

    FinitePolicies(BaseGame game, int count, RandomStreams streams) {
        this.actions = ((ActionSpace.Discrete) game.leaderActions()).count();
        this.count = count;
        this.streams = streams;
        this.sum = new double[count];
        this.visits = new int[count];
    }

    /** |A|^|O|, the number of a game's deterministic commitments; empty if above {@code most}. */
    static OptionalInt count(BaseGame game, int most) {
        if (!(game.leaderActions() instanceof ActionSpace.Discrete discrete)) {
            return OptionalInt.empty();
        }
        long count = 1;
        // A single action makes a single commitment, however many observations there are.
        for (int o = 0; discrete.count() > 1 && o < game.leaderObservations(); o++) {
            count *= discrete.count();
            if (count > most) {
                return OptionalInt.empty();
            }
        }
        return count > most ? OptionalInt.empty() : OptionalInt.of((int) count);
    }

    /** The number of the commitment at a visit. */
    private int number(long visit) {
        if (visit / count != pass) {
            pass = visit / count;
            RandomGenerator random = streams.at(Purpose.LEADER, pass);
            shift = random.nextInt(count);
            do {
                factor = 1L + random.nextInt(count);
            } while (greatestCommonDivisor(factor, count) > 1);
        }
        return (int) ((factor * (visit % count) + shift) % count);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Override
    public CommitmentCache.Source at(long visit) {
        return source(number(visit));
    }

    private CommitmentCache.Source source(int number) {
        return (observation, action) -> {
            int left = number;
            for (int o = 0; o < observation && left > 0; o++) {
                left /= actions;
            }
            action[0] = left % actions;
        };
    }

    @Override
    public void learn(long visit, double value) {
        int number = number(visit);
        double before = visits[number] == 0 ? value : mean(number);
        tried += visits[number] == 0 ? 1 : 0;
        sum[number] += value;
        visits[number]++;
        if (best < 0 || mean(number) > mean(best)) {
            best = number;
        } else if (number == best && mean(number) < before) {
            findBest();
        }
    }

    private double mean(int number) {
        return sum[number] / visits[number];
    }

    private void findBest() {
        for (int number = 0; number < count; number++) {
            if (visits[number] > 0 && mean(number) > mean(best)) {
                best = number;
            }
        }
    }

    @Override
    public CommitmentCache.Source best() {
        return source(best < 0 ? number(0) : best);
    }

    @Override
    public double bestValue() {
        return best < 0 ? Double.NaN : mean(best);
    }

    @Override
    public long tried() {
        return tried;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeInt(best);
        out.writeInt(tried);
        for (int number = 0; number < count; number++) {
            out.writeDouble(sum[number]);
            out.writeInt(visits[number]);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        int stored = in.readInt();
        if (stored != count) {
            throw new IOException(
                    "the checkpoint is of another game: it has "
                            + stored
                            + " commitments where this one has "
                            + count);
        }
        best = in.readInt();
        tried = in.readInt();
        for (int number = 0; number < count; number++) {
            sum[number] = in.readDouble();
            visits[number] = in.readInt();
        }
    }
}
