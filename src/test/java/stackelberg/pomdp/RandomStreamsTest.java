package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.Frequencies;
import stackelberg.pomdp.RandomStreams.Purpose;

class RandomStreamsTest {
    @Test
    void aStreamIsAFunctionOfSeedPurposeAndIndex() {
        RandomGenerator other = new RandomStreams(7).at(Purpose.LEADER, 2);
        for (Purpose purpose : Purpose.values()) {
            RandomGenerator one = new RandomStreams(-3).at(purpose, 12);
            other.nextLong();
            RandomGenerator again = new RandomStreams(-3).at(purpose, 12);
            for (int k = 0; k < 100; k++) {
                assertThat(again.nextLong()).isEqualTo(one.nextLong());
                assertThat(again.nextGaussian()).isEqualTo(one.nextGaussian());
            }
        }
    }

    /** Neither first numbers nor later ones repeat in another stream: no stream is a shift. */
    @Test
    void streamsThatDifferInAnythingHaveNoNumberInCommon() {
        Set<Long> seen = new HashSet<>();
        int drawn = 0;
        long[] seeds = {0, 1, 2, -1, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long seed : seeds) {
            for (Purpose purpose : Purpose.values()) {
                for (long index = 0; index < 200; index++) {
                    RandomGenerator stream = new RandomStreams(seed).at(purpose, index);
                    for (int k = 0; k < 10; k++) {
                        seen.add(stream.nextLong());
                        drawn++;
                    }
                }
            }
        }
        assertThat(seen).hasSize(drawn);
    }

    /** Episodes next to one another must not be alike. */
    @Test
    void firstNumbersOfConsecutiveStreamsAreUniformAndUncorrelated() {
        RandomStreams streams = new RandomStreams(1);
        int count = 20_000;
        double sum = 0;
        double product = 0;
        double last = 0;
        for (int index = 0; index < count; index++) {
            double u = streams.at(Purpose.RESPONSE, index).nextDouble() - 0.5;
            sum += u;
            product += u * last;
            last = u;
        }
        assertThat(Math.abs(sum)).isLessThan(4 * Math.sqrt(count / 12.0));
        assertThat(Math.abs(product)).isLessThan(4 * Math.sqrt(count / 144.0));
    }

    /**
     * What a run draws must not change from one version to the next, or it cannot be resumed.
     * Java's SplittableRandom begins with the finaliser of SplitMix64, here by a second way.
     */
    @Test
    void theStreamsAreTheSameInEveryVersion() {
        long[] seeds = {0, 1, -1, 77, Long.MIN_VALUE};
        for (long seed : seeds) {
            for (Purpose purpose : Purpose.values()) {
                for (long index : new long[] {0, 1, 12345678901L}) {
                    long number = purpose.ordinal() + 1L;
                    long mixed = first(first(first(seed) + number) + index);
                    assertThat(new RandomStreams(seed).at(purpose, index).nextLong())
                            .isEqualTo(first(mixed));
                }
            }
        }
    }

    private static long first(long state) {
        return new SplittableRandom(state).nextLong();
    }

    /** Two purposes of one episode, two episodes of one purpose, two seeds of one run. */
    @Test
    void streamsThatDifferInOneThingAreIndependent() {
        int cells = 4;
        RandomStreams streams = new RandomStreams(3);
        RandomStreams next = new RandomStreams(4);
        for (Purpose one : Purpose.values()) {
            for (Purpose other : Purpose.values()) {
                long[][] seen = new long[cells][cells];
                for (int index = 0; index < 4_000; index++) {
                    RandomGenerator beside =
                            one == other
                                    ? streams.at(one, index + 4_000)
                                    : one.compareTo(other) < 0
                                            ? streams.at(other, index)
                                            : next.at(other, index);
                    seen[streams.at(one, index).nextInt(cells)][beside.nextInt(cells)]++;
                }
                Frequencies.assertIndependent(seen);
            }
        }
    }

    /** Number by number, so that no stream is a delayed copy of its neighbour. */
    @Test
    void neighbouringStreamsAreIndependentAllAlong() {
        for (int delay = 0; delay < 3; delay++) {
            RandomGenerator one = new RandomStreams(3).at(Purpose.RESPONSE, 0);
            RandomGenerator other = new RandomStreams(3).at(Purpose.RESPONSE, 1);
            long[][] seen = new long[8][8];
            for (int k = 0; k < delay; k++) {
                other.nextLong();
            }
            for (int k = 0; k < 50_000; k++) {
                seen[one.nextInt(8)][other.nextInt(8)]++;
            }
            Frequencies.assertIndependent(seen);
        }
    }
}
