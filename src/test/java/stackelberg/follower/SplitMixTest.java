package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import stackelberg.game.Frequencies;

class SplitMixTest {
    /** The numbers of its authors' splitmix64.c from this state on. */
    @Test
    void itsNumbersAreThePublishedOnes() {
        SplitMix numbers = new SplitMix();
        numbers.state(1234567);
        String[] published = {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        };
        for (String number : published) {
            assertThat(Long.toUnsignedString(numbers.nextLong())).isEqualTo(number);
        }
    }

    @Test
    void aSavedStateGoesOnAsIfNothingHadHappened() {
        SplitMix one = new SplitMix();
        one.state(9);
        one.nextLong();
        SplitMix other = new SplitMix();
        other.state(one.state());
        for (int k = 0; k < 10; k++) {
            assertThat(other.nextDouble()).isEqualTo(one.nextDouble());
        }
        assertThat(other.state()).isEqualTo(one.state());
    }

    /** A state is one number, so that seats may well begin close together. */
    @Test
    void statesNextToOneAnotherGiveIndependentNumbers() {
        SplitMix one = new SplitMix();
        SplitMix next = new SplitMix();
        long[][] seen = new long[8][8];
        long[] first = new long[8];
        for (int state = 0; state < 40_000; state++) {
            one.state(state);
            next.state(state + 1L);
            int number = one.nextInt(8);
            first[number]++;
            seen[number][next.nextInt(8)]++;
        }
        double[] uniform = new double[8];
        Arrays.fill(uniform, 1 / 8.0);
        Frequencies.assertDistribution(first, uniform);
        Frequencies.assertIndependent(seen);
    }
}
