package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * What seats with networks have in common: they learn from their own plays, know what their {@link
 * Outlook} tells, and draw minibatches with a generator of their own, which begins with what is
 * first drawn for them.
 */
abstract class NetworkSeat implements HearsPlays {
    final Outlook outlook;
    final SplitMix random = new SplitMix();
    private boolean drawn;

    NetworkSeat(Outlook outlook) {
        this.outlook = outlook;
    }

    /** Forgets the plays remembered and how the generator began. */
    final void forget() {
        outlook.recall(0);
        drawn = false;
    }

    /** Begins the generator, unless it has begun. */
    final void awake(RandomGenerator given) {
        if (!drawn) {
            drawn = true;
            random.state(given.nextLong());
        }
    }

    final void saveMemory(DataOutput out) throws IOException {
        out.writeLong(outlook.history());
        out.writeBoolean(drawn);
        out.writeLong(random.state());
    }

    final void restoreMemory(DataInput in) throws IOException {
        outlook.recall(in.readLong());
        drawn = in.readBoolean();
        random.state(in.readLong());
    }

    @Override
    public void imagineHistory(RandomGenerator given) {
        if (outlook.histories() > 1) {
            outlook.recall(given.nextLong(outlook.histories()));
        }
    }

    @Override
    public void remember(int joint) {
        outlook.remember(joint);
    }

    @Override
    public long history() {
        return outlook.history();
    }

    @Override
    public void recall(long longHistory) {
        outlook.recall(longHistory);
    }

    @Override
    public long histories() {
        return outlook.histories();
    }

    @Override
    public double[] strategy(int type) {
        return strategy(type, 0);
    }
}
