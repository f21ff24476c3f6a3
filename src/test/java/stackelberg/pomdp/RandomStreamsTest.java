package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
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
}
