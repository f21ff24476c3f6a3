package stackelberg.workbench.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import stackelberg.game.NormalForm;
import stackelberg.game.PlayEvent;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.SequentialPricing;
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
                        new Certificate(Candidate.LAST_MIXED, 0, false));
        List<PlayEvent> story = PlayStory.tell(new SimpleAllocation(3, 3), evaluation, random);
        assertThat(story)
                .extracting(PlayEvent::kind)
                .containsExactly("Types", "Message", "Leader", "End");
        assertThat(story.get(0).words()).startsWith("Nature draws the types: follower wants item");
        assertThat(story.get(1).words()).contains("chooses message").contains("probability 1");
        assertThat(story.get(2).words()).startsWith("The leader sees message");
        assertThat(story.get(3).words()).contains("leader earns 1").contains("follower gets 1");
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
                        new Certificate(Candidate.LAST_MIXED, 0, false));
        List<PlayEvent> story = PlayStory.tell(new NormalForm().assemble(), evaluation, random);
        assertThat(story.get(0).words()).isEqualTo("The leader commits to row 3.");
        assertThat(story).hasSize(3);
    }

    @Test
    void aPlayOfPricesIsTheMessagesThenVisitPricePurchaseUtilityAndLoss() {
        SequentialPriceGame game = new SequentialPricing().assemble();
        double[][] mechanism = new double[game.leaderObservations()][];
        for (int observation = 0; observation < mechanism.length; observation++) {
            mechanism[observation] = game.meaning(observation, new double[] {1, 0, 0.75});
        }
        double[][] first = {{1, 0}, {1, 0}, {1, 0}};
        Evaluation evaluation =
                new Evaluation(
                        0,
                        true,
                        0,
                        new double[][] {{0, 0, 0}, {0, 0, 0}},
                        new double[][][] {first, first},
                        mechanism,
                        new double[0],
                        new Certificate(Candidate.LAST_MIXED, 0, false));
        for (int play = 0; play < 20; play++) {
            List<String> kinds =
                    PlayStory.tell(game, evaluation, random).stream().map(PlayEvent::kind).toList();
            assertThat(kinds)
                    .startsWith("Types", "Message", "Message", "Visit", "Price")
                    .endsWith("Utility", "Loss", "End");
            assertThat(kinds).containsAnyOf("Buys", "Does not buy");
        }
    }
}
