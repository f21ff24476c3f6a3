package stackelberg.pomdp;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The independent random streams of one seed. A stream is a function of (seed, purpose, index), not
 * of what was drawn before: a resumed run and a run on several threads draw the same numbers.
 */
public record RandomStreams(long seed) {
    /** What a stream is used for. */
    public enum Purpose {
        /** Types and exploration in a response phase; one stream an outer episode. */
        RESPONSE(1),
        /** Types and actions of a sampled reward phase; one stream an outer episode. */
        REWARD(2),
        /** The leader's exploration; one stream an outer episode. */
        LEADER(3),
        /** Which response transitions are kept; one stream an outer episode. */
        KEEP(4),
        /** Initial weights of networks; one stream a network. */
        INITIALISATION(5),
        /** The order of minibatches; one stream a rollout. */
        MINIBATCHES(6),
        /** Evaluation of a policy; one stream an evaluation. */
        EVALUATION(7),
        /** Commitments tried before learning; one stream a commitment. */
        SCOUTING(8),
        /** How followers come to an equilibrium under a finished policy. */
        CONVERGENCE(9),
        /** Plays in which a person sits in a follower's seat; one stream a play. */
        SITTING(10);

        /** Tells the purposes apart, whatever their order here. */
        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    /** The stream for {@code purpose} with this index. */
    public RandomGenerator at(Purpose purpose, long index) {
        long mixed = mix(mix(mix(seed) + purpose.number) + index);
        return new SplittableRandom(mixed);
    }

    /** The finaliser of SplitMix64 (Steele, Lea & Flood 2014): every bit of input reaches all. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
