package stackelberg.follower;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea & Flood 2014): random numbers whose whole state is one number, so that a
 * seat which draws numbers of its own can be saved.
 */
final class SplitMix implements RandomGenerator {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** The number from which all that follow are drawn. */
    long state() {
        return state;
    }

    void state(long now) {
        state = now;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
