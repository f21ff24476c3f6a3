package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The turns that a seat witnessed last, one after the other: what every follower knew and did, and
 * what that brought this seat. The turn after the latest begins in the place of the oldest.
 */
final class Turns {
    private final int followers;
    private final int room;

    /** {@code [turn · followers + follower]}. */
    private final int[] types;

    private final int[] observations;
    private final int[] actions;

    private final long[] pasts;
    private final float[] payoffs;

    /** {@code [turn]}: whether a further turn follows from it. */
    private final boolean[] followed;

    private long witnessed;

    Turns(int followers, int room) {
        this.followers = followers;
        this.room = room;
        this.types = new int[room * followers];
        this.observations = new int[room * followers];
        this.actions = new int[room * followers];
        this.pasts = new long[room];
        this.payoffs = new float[room];
        this.followed = new boolean[room];
    }

    void clear() {
        witnessed = 0;
    }

    /** A turn begins. */
    void add(int[] types, int[] observations, int[] actions, long past) {
        int at = (int) (witnessed++ % room);
        System.arraycopy(types, 0, this.types, at * followers, followers);
        System.arraycopy(observations, 0, this.observations, at * followers, followers);
        System.arraycopy(actions, 0, this.actions, at * followers, followers);
        pasts[at] = past;
    }

    /** What the latest turn brought. */
    void brought(float payoff, boolean goesOn) {
        int at = (int) ((witnessed - 1) % room);
        payoffs[at] = payoff;
        followed[at] = goesOn;
    }

    /** Turns so far, those that are forgotten included. */
    long witnessed() {
        return witnessed;
    }

    /** How many turns, from the oldest on, are known together with the one that follows. */
    int complete() {
        return (int) Math.min(witnessed, room) - 1;
    }

    /** The number of the {@code age}-th of these, from 0, the oldest. */
    int complete(int age) {
        return (int) ((Math.max(0, witnessed - room) + age) % room);
    }

    /** The turn after a turn. */
    int after(int turn) {
        return (turn + 1) % room;
    }

    int type(int turn, int follower) {
        return types[turn * followers + follower];
    }

    int observation(int turn, int follower) {
        return observations[turn * followers + follower];
    }

    int action(int turn, int follower) {
        return actions[turn * followers + follower];
    }

    long past(int turn) {
        return pasts[turn];
    }

    float payoff(int turn) {
        return payoffs[turn];
    }

    boolean followed(int turn) {
        return followed[turn];
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(witnessed);
        for (int at = 0; at < Math.min(witnessed, room); at++) {
            for (int i = at * followers; i < (at + 1) * followers; i++) {
                out.writeInt(types[i]);
                out.writeInt(observations[i]);
                out.writeInt(actions[i]);
            }
            out.writeLong(pasts[at]);
            out.writeFloat(payoffs[at]);
            out.writeBoolean(followed[at]);
        }
    }

    void restore(DataInput in) throws IOException {
        witnessed = in.readLong();
        for (int at = 0; at < Math.min(witnessed, room); at++) {
            for (int i = at * followers; i < (at + 1) * followers; i++) {
                types[i] = in.readInt();
                observations[i] = in.readInt();
                actions[i] = in.readInt();
            }
            pasts[at] = in.readLong();
            payoffs[at] = in.readFloat();
            followed[at] = in.readBoolean();
        }
    }
}
