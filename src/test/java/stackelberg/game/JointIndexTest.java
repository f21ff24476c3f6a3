package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JointIndexTest {
    @Test
    void numbersAndChoicesAreOneToOne() {
        RandomGenerator random = new SplittableRandom(114);
        for (int trial = 0; trial < 200; trial++) {
            requireOneToOne(random.ints(random.nextInt(6), 1, 5).toArray());
        }
    }

    private static void requireOneToOne(int[] sizes) {
        int count = (int) JointIndex.count(sizes);
        int[] last = null;
        for (int index = 0; index < count; index++) {
            int[] choices = JointIndex.decode(index, sizes);
            assertThat(JointIndex.encode(choices, sizes)).isEqualTo(index);
            for (int i = 0; i < sizes.length; i++) {
                assertThat(choices[i]).isBetween(0, sizes[i] - 1);
            }
            // The last party's choice changes fastest.
            assertThat(last == null || Arrays.compare(last, choices) < 0).isTrue();
            last = choices;
        }
    }

    @Test
    void aCountBeyondLongsIsAnError() {
        int[] sizes = new int[10];
        Arrays.fill(sizes, Integer.MAX_VALUE);
        assertThatThrownBy(() -> JointIndex.count(sizes)).isInstanceOf(ArithmeticException.class);
    }
}
