package stackelberg.workbench.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Certificate;
import stackelberg.pomdp.Certificate.Candidate;
import stackelberg.pomdp.Evaluation;

class PlayStoryTest {
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    @Test
    void aPlayOfSimpleAllocationIsToldInOrder() {
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        Evaluation evaluation =
                new Evaluation(
                        1,
                        true,
                        0,
                        new double[][] {{0, 0, 0}},
                        new double[][][] {identity},
                        identity,
                        new double[0],
                        new Certificate(Candidate.LAST_MIXED, 0));
        List<String> story = PlayStory.tell(new SimpleAllocation(3, 3), evaluation, random);
        assertThat(story).hasSize(4);
        assertThat(story.get(0)).startsWith("Nature draws the types: follower wants item");
        assertThat(story.get(1)).contains("chooses message").contains("probability 1");
        assertThat(story.get(2)).startsWith("The leader sees message");
        assertThat(story.get(3)).contains("leader earns 1").contains("follower gets 1");
    }

    @Test
    void aGameWithoutTypesBeginsWithTheLeader() {
        Evaluation evaluation =
                new Evaluation(
                        1,
                        true,
                        0,
                        new double[][] {{0}},
                        new double[][][] {{{0, 0, 1}}},
                        new double[][] {{0, 0, 1}},
                        new double[0],
                        new Certificate(Candidate.LAST_MIXED, 0));
        List<String> story = PlayStory.tell(new NormalForm().assemble(), evaluation, random);
        assertThat(story.get(0)).isEqualTo("The leader commits to row 3.");
        assertThat(story).hasSize(3);
    }
}
