package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Family;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RewardPhase;

/** Every learner finds the best commitment of two small games, whatever the seed. */
class OptimumReachedTest {
    private static final List<Learner> LEARNERS =
            List.of(
                    new Ppo(
                            CriticInformation.FLAG,
                            3e-3,
                            1,
                            64,
                            64,
                            4,
                            1,
                            0.2,
                            0.1,
                            0.5,
                            0.5,
                            0,
                            8),
                    new A2c(
                            CriticInformation.FLAG,
                            3e-3,
                            1,
                            1,
                            1,
                            0.01,
                            0.5,
                            0.5,
                            0.99,
                            1e-5,
                            0,
                            8),
                    new Reinforce(0.02, 1, 100, 0),
                    new SimpleQ(0.02, 5_000, 128, 100, 4, 100, 1, 1, 1.01, 0.2),
                    new PolicyEnumeration(3, 1, 100),
                    new PolicyEnumeration(10, 1, 0),
                    new EvolutionStrategy(),
                    new CrossEntropy());

    static Stream<Learner> learners() {
        return LEARNERS.stream();
    }

    /**
     * The share of response transitions that suits a learner. Every response transition carries the
     * whole reward of its commitment, while in the reward phase rewards already paid are lost to
     * those to come: REINFORCE and A2C, which have no more than that, need them all. PPO needs few,
     * so that its small rollouts hold several commitments. To SimpleQ rewards come back one step at
     * a time, and a long response phase dilutes them.
     */
    private static double kept(Learner learner) {
        return learner instanceof SimpleQ ? 0 : learner instanceof Ppo ? 0.2 : 1;
    }

    @ParameterizedTest
    @MethodSource("learners")
    void itEscapesTheRowWorthHalf(Learner learner) {
        Episode episode = new Episode(90, RewardPhase.EXACT, 1, kept(learner));
        for (long seed = 1; seed <= 5; seed++) {
            Trained trained =
                    new Trained(learner, new NormalForm().assemble(), episode, seed, 90_000)
                            .toTheEnd();
            assertThat(trained.greedy())
                    .as("%s, seed %d", Family.about(learner).type(), seed)
                    .containsExactly(List.of(2.0));
        }
    }

    /** Not SimpleQ: see there why observations without memory are not enough for it. */
    static Stream<Learner> learnersOfCommitments() {
        return learners().filter(learner -> !(learner instanceof SimpleQ));
    }

    @ParameterizedTest
    @MethodSource("learnersOfCommitments")
    void itGivesTwoMessagesDifferentItems(Learner learner) {
        Episode episode = new Episode(60, RewardPhase.EXACT, 1, kept(learner));
        for (long seed = 1; seed <= 5; seed++) {
            Trained trained =
                    new Trained(learner, new SimpleAllocation(3, 2), episode, seed, 150_000)
                            .toTheEnd();
            assertThat(trained.greedy())
                    .as("%s, seed %d", Family.about(learner).type(), seed)
                    .doesNotHaveDuplicates();
        }
    }
}
