package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;

/** What does not go together in an outer episode, and how long one is. */
class EpisodeTest {
    private static final List<FollowerModel> WEIGHTS = List.of(new MultiplicativeWeights());
    private static final List<FollowerModel> REMEMBERING = List.of(new QLearning());

    private static RandomGame game(int types, int actions) {
        return new RandomGame(
                new SplittableRandom(7), new int[] {types, 1}, new int[] {actions, 2}, 2, 4);
    }

    private static Episode with(ResponseRule rule, RewardPhase phase, boolean rewarded) {
        return new Episode(100, phase, 1, 1, false, 1, false, rewarded, rule, 0.05, 100, false);
    }

    private static List<Fault> faults(Episode episode, BaseGame game, List<FollowerModel> models) {
        Faults faults = new Faults();
        episode.check(game, models, faults);
        return faults.list();
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponseRule.class,
            names = {"LAST_DETERMINISTIC", "EMPIRICAL", "CERTIFIED"})
    void followersThatRememberHaveNoMixtureToTake(ResponseRule rule) {
        Episode episode = with(rule, RewardPhase.SAMPLED, false);
        assertThat(faults(episode, game(1, 2), REMEMBERING))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.path()).isEqualTo("$.response");
                            assertThat(fault.problem()).contains("no fixed mixture");
                        });
        assertThat(faults(episode, game(1, 2), WEIGHTS)).isEmpty();
        Episode mixed = with(ResponseRule.LAST_MIXED, RewardPhase.SAMPLED, false);
        assertThat(faults(mixed, game(1, 2), REMEMBERING)).isEmpty();
    }

    /** Exactly a million cases still fit. */
    @Test
    void aTableOfMoreThanAMillionCasesIsTooLargeForAllButTheLastMixedStrategies() {
        Episode certified = with(ResponseRule.CERTIFIED, RewardPhase.SAMPLED, false);
        BaseGame fits = new ManyActions(500_000);
        BaseGame tooMany = new ManyActions(500_001);
        assertThat(faults(certified, fits, WEIGHTS)).isEmpty();
        assertThat(faults(certified, tooMany, WEIGHTS))
                .singleElement()
                .satisfies(
                        fault ->
                                assertThat(fault.problem())
                                        .contains("1000002 cases", "limit of 1000000"));
        Episode mixed = with(ResponseRule.LAST_MIXED, RewardPhase.SAMPLED, false);
        assertThat(faults(mixed, tooMany, WEIGHTS)).isEmpty();
    }

    /** Sizes alone: two equally likely types and so many actions. */
    private record ManyActions(int count) implements BaseGame {
        @Override
        public TypePrior prior() {
            return TypePrior.uniform(2);
        }

        @Override
        public int actions(int follower) {
            return count;
        }

        @Override
        public int followers() {
            return 1;
        }

        @Override
        public ActionSpace leaderActions() {
            return new ActionSpace.Discrete(1);
        }

        @Override
        public int leaderObservations() {
            return 1;
        }

        @Override
        public int leaderObservationSize() {
            return 1;
        }

        @Override
        public void describe(int observation, float[] into, int at) {
            into[at] = 1;
        }

        @Override
        public int leaderTurns() {
            return 1;
        }

        @Override
        public String[] meaningNames() {
            return new String[] {"nothing"};
        }

        @Override
        public double[] meaning(double[] action) {
            return new double[1];
        }

        @Override
        public Play newPlay() {
            throw new UnsupportedOperationException("never played");
        }
    }

    @Test
    void aRewardPaidAtOnceCannotBeSharedWithTheResponsePhase() {
        assertThat(
                        faults(
                                with(ResponseRule.LAST_MIXED, RewardPhase.EXPECTED, true),
                                game(1, 2),
                                WEIGHTS))
                .extracting(Fault::path)
                .containsExactly("$.rewardPhase");
        assertThat(
                        faults(
                                with(ResponseRule.LAST_MIXED, RewardPhase.EXACT, true),
                                game(1, 2),
                                WEIGHTS))
                .isEmpty();
        assertThat(
                        faults(
                                with(ResponseRule.LAST_MIXED, RewardPhase.EXPECTED, false),
                                game(1, 2),
                                WEIGHTS))
                .isEmpty();
    }

    @Test
    void anEpisodeHasAsManyTransitionsAsItHasTurns() {
        GameFacts facts = GameFacts.of(game(3, 2));
        double cases = facts.game().prior().size() * 4;
        assertThat(with(ResponseRule.LAST_MIXED, RewardPhase.EXACT, false).transitions(facts))
                .isEqualTo(100 + cases);
        assertThat(new Episode(100, RewardPhase.SAMPLED, 9, 1).transitions(facts)).isEqualTo(109);
        GameFacts stepped = GameFacts.of(new SteppedGame(new ActionSpace.Discrete(2)));
        assertThat(new Episode(100, RewardPhase.SAMPLED, 9, 1).transitions(stepped))
                .isEqualTo(3 * 109);
        GameFacts withoutChoice =
                GameFacts.of(
                        new RandomGame(
                                new SplittableRandom(1), new int[] {1}, new int[] {1}, 2, 1));
        assertThat(new Episode(100, RewardPhase.SAMPLED, 9, 1).transitions(withoutChoice))
                .isEqualTo(9);
    }

    @Test
    void diagnosticsAreSaidToBeOn() {
        assertThat(new Episode().diagnoses()).isFalse();
        assertThat(new Episode(9, RewardPhase.EXACT, 1, 1, true, false, false).diagnoses())
                .isTrue();
        assertThat(new Episode(9, RewardPhase.EXACT, 1, 1, false, true, false).diagnoses())
                .isTrue();
        assertThat(new Episode(9, RewardPhase.EXACT, 1, 1, false, false, true).diagnoses())
                .isTrue();
    }
}
