package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stackelberg.game.ActionSpace;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.SteppedGame;

class PolicySearchTest {
    /** By counting who is worse and who is equal. */
    @Test
    void ranksAreCentredAndEqualValuesShareThem() {
        SplittableRandom random = new SplittableRandom(31);
        for (int trial = 0; trial < 300; trial++) {
            int count = 1 + random.nextInt(12);
            double[] values = random.doubles(count).map(v -> Math.floor(5 * v)).toArray();
            double[] ranks = Ranks.centred(values);
            for (int k = 0; k < count; k++) {
                double own = values[k];
                double worse = IntStream.range(0, count).filter(j -> values[j] < own).count();
                double same = IntStream.range(0, count).filter(j -> values[j] == own).count();
                double expected = count == 1 ? 0 : (worse + (same - 1) / 2) / (count - 1) - 0.5;
                assertThat(ranks[k]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    /** In a game with nine observations and a continuous action each, both searches climb. */
    @Test
    void continuousCommitmentsBecomeBetter() {
        Episode episode = new Episode(30, RewardPhase.EXACT, 1, 0);
        for (Learner learner : new Learner[] {new EvolutionStrategy(), new CrossEntropy()}) {
            Trained trained =
                    new Trained(
                            learner, new SteppedGame(new ActionSpace.Box(1, -3, 3)), episode, 2, 1);
            double first = trained.iterate(1).get(0).get(Training.REWARD);
            trained.iterate(40);
            double last = trained.iterate(1).get(0).get(Training.REWARD);
            assertThat(last).as(learner.toString()).isGreaterThan(first + 0.1);
        }
    }

    @Test
    void theLeastDeviationMustNotExceedTheInitialOne() {
        Faults faults = new Faults();
        Declaration.check(new CrossEntropy(32, 0.25, 0.7, 0.5, 0.6, 1, 16), faults);
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.list().get(0).path()).isEqualTo("$.leastDeviation");
    }
}
