package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Exp3;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Logit;
import stackelberg.follower.MetaResponse;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.oracle.RandomGame;

/** The outer episode that is proposed where a scenario leaves it open. */
class EpisodeProposalTest {
    private static RandomGame game(int types, int actions) {
        return new RandomGame(
                new SplittableRandom(7), new int[] {types, 1}, new int[] {actions, 2}, 2, 4);
    }

    private static Episode proposed(BaseGame game, FollowerModel model) {
        return proposed(game, model, stated(false, 0));
    }

    private static Episode proposed(BaseGame game, FollowerModel model, Episode stated) {
        return EpisodeProposal.of(stated, GameFacts.of(game), List.of(model));
    }

    /** Nothing is stated but these. */
    private static Episode stated(boolean rewarded, int plays) {
        return new Episode(
                plays,
                RewardPhase.AUTO,
                0,
                0,
                false,
                1,
                false,
                rewarded,
                ResponseRule.AUTO,
                0,
                0,
                false);
    }

    @Test
    void followersThatDoNotRememberAreCertified() {
        RandomGame game = game(3, 2);
        int profiles = game.prior().size();
        Episode episode = proposed(game, new MultiplicativeWeights());
        assertThat(episode.response()).isEqualTo(ResponseRule.CERTIFIED);
        assertThat(episode.rewardPhase()).isEqualTo(RewardPhase.EXPECTED);
        assertThat(episode.responsePlays()).isEqualTo(4 * Math.max(200, 40 * profiles));
        assertThat(episode.gapBound()).isEqualTo(0.002 * GameFacts.of(game).payoffRange());
        // As many transitions enter from the response phase as from the reward phase.
        assertThat(episode.responseTransitions() * episode.responsePlays())
                .isCloseTo(Math.min(4, 4 * profiles), within(1e-9));
        assertThat(episode.failUncertified()).isFalse();
    }

    @Test
    void manyTypesTakeMoreUpdatesUpToALimitAndOneFollowerAloneMore() {
        RandomGame many =
                new RandomGame(new SplittableRandom(8), new int[] {30, 30}, new int[] {2, 2}, 1, 1);
        assertThat(proposed(many, new MultiplicativeWeights()).responsePlays())
                .isEqualTo(4 * 4_000);
        RandomGame alone =
                new RandomGame(new SplittableRandom(9), new int[] {9}, new int[] {3}, 1, 1);
        assertThat(proposed(alone, new MultiplicativeWeights()).responsePlays())
                .isEqualTo(3 * 100 * alone.prior().size());
    }

    @Test
    void whoLearnsFromItsOwnPlaysMeetsEachJointActionOften() {
        assertThat(proposed(game(1, 2), new Exp3()).responsePlays()).isEqualTo(25 * 4 * 200);
    }

    @Test
    void followersThatRememberEndInACycleWhereThereAreNoTypes() {
        Episode cycle = proposed(game(1, 2), new QLearning());
        assertThat(cycle.rewardPhase()).isEqualTo(RewardPhase.CYCLE);
        assertThat(cycle.rewardPlays()).isEqualTo(100);
        assertThat(cycle.responsePlays()).isEqualTo(50_000);
        assertThat(cycle.responseTransitions()).isEqualTo(0.001);
        assertThat(cycle.response()).isEqualTo(ResponseRule.LAST_MIXED);
        Episode typed = proposed(game(3, 2), new QLearning());
        assertThat(typed.rewardPhase()).isEqualTo(RewardPhase.SAMPLED);
        Episode rewarded = proposed(game(1, 2), new QLearning(), stated(true, 0));
        assertThat(rewarded.responseTransitions()).isEqualTo(1);
    }

    @Test
    void aMixedPopulationHasNoCycleAndNoMixture() {
        Episode episode =
                EpisodeProposal.of(
                        stated(false, 0),
                        GameFacts.of(game(1, 2)),
                        List.of(new QLearning(), new MultiplicativeWeights()));
        assertThat(episode.rewardPhase()).isEqualTo(RewardPhase.SAMPLED);
        assertThat(episode.response()).isEqualTo(ResponseRule.LAST_MIXED);
    }

    @Test
    void whoOnlyThinksOrAsksDoesWhatItHasThought() {
        Episode thinking = proposed(game(3, 2), new Logit());
        assertThat(thinking.response()).isEqualTo(ResponseRule.LAST_MIXED);
        assertThat(thinking.rewardPhase()).isEqualTo(RewardPhase.EXPECTED);
        Episode asking = proposed(game(3, 2), new MetaResponse());
        assertThat(asking.responsePlays()).isEqualTo(1);
        assertThat(asking.response()).isEqualTo(ResponseRule.LAST_MIXED);
    }

    @Test
    void whatIsStatedIsFitted() {
        Episode few = proposed(game(3, 2), new MultiplicativeWeights(), stated(false, 40));
        assertThat(few.responsePlays()).isEqualTo(40);
        assertThat(few.responseTransitions()).isEqualTo(0.1);
        Episode rewarded = proposed(game(3, 2), new MultiplicativeWeights(), stated(true, 0));
        assertThat(rewarded.rewardPhase()).isEqualTo(RewardPhase.EXACT);
        assertThat(rewarded.responseTransitions()).isEqualTo(1);
    }

    @Test
    void tooManyCasesAreSampled() {
        RandomGame large =
                new RandomGame(
                        new SplittableRandom(8), new int[] {1, 1}, new int[] {401, 250}, 1, 1);
        Episode episode = proposed(large, new MultiplicativeWeights());
        assertThat(episode.rewardPhase()).isEqualTo(RewardPhase.SAMPLED);
        assertThat(episode.rewardPlays()).isEqualTo(100);
        assertThat(episode.response()).isEqualTo(ResponseRule.LAST_MIXED);
        assertThat(episode.responseTransitions()).isEqualTo(100.0 / episode.responsePlays());
        RandomGame fits =
                new RandomGame(
                        new SplittableRandom(8), new int[] {1, 1}, new int[] {400, 250}, 1, 1);
        assertThat(proposed(fits, new MultiplicativeWeights()).rewardPhase())
                .isEqualTo(RewardPhase.EXPECTED);
    }
}
