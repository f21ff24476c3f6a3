package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Exp3;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NoIntervention;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;

class EvaluatorTest {
    private static final RandomStreams STREAMS = new RandomStreams(2);

    private static Evaluator evaluator(BaseGame game, RewardPhase phase) {
        return new Evaluator(
                game, List.of(new MultiplicativeWeights()), new Episode(3_000, phase, 1, 1));
    }

    @Test
    void escapesRowsAreWorthWhatItsFollowerMakesOfThem() {
        BaseGame game = new NormalForm().assemble();
        for (RewardPhase phase : EnumSet.complementOf(EnumSet.of(RewardPhase.AUTO))) {
            Evaluator evaluator = evaluator(game, phase);
            double[] worth = {0.5, 0, 1};
            for (int row : new int[] {0, 2}) {
                double[] action = {row};
                Evaluation evaluation = evaluator.evaluate(o -> action, STREAMS, 0, Watch.NONE);
                assertThat(evaluation.exact()).isTrue();
                assertThat(evaluation.leaderReward()).isCloseTo(worth[row], within(0.01));
                assertThat(evaluation.mechanism()[0][row]).isEqualTo(1);
                assertThat(evaluation.strategies()[0][0][row]).isGreaterThan(0.98);
                assertThat(evaluation.bcceGap()).isBetween(0.0, 0.02);
                assertThat(evaluation.largestRegret()).isEqualTo(evaluation.regrets()[0][0]);
            }
        }
    }

    @Test
    void oneNumberMeansTheSameEvaluationWhateverCameBefore() {
        BaseGame game = new SteppedGame(new ActionSpace.Discrete(2));
        LeaderPolicy one = o -> new double[] {o % 2};
        LeaderPolicy other = o -> new double[] {1};
        Evaluator evaluator = evaluator(game, RewardPhase.EXACT);
        Evaluation first = evaluator.evaluate(one, STREAMS, 5, Watch.NONE);
        double[] strategy = first.strategies()[0][0].clone();
        evaluator.evaluate(other, STREAMS, 6, Watch.NONE);
        Evaluation again = evaluator.evaluate(one, STREAMS, 5, Watch.NONE);
        assertThat(again.leaderReward()).isEqualTo(first.leaderReward());
        assertThat(again.bcceGap()).isEqualTo(first.bcceGap());
        assertThat(first.strategies()[0][0]).containsExactly(strategy);
        assertThat(evaluator.evaluate(one, STREAMS, 7, Watch.NONE).leaderReward())
                .isNotEqualTo(first.leaderReward());
    }

    @Test
    void aMechanismThatGivesEachWhatItAsksForIsWorthOne() {
        SimpleAllocation game = new SimpleAllocation(3, 3);
        Evaluation evaluation =
                evaluator(game, RewardPhase.SAMPLED)
                        .evaluate(o -> new double[] {o}, STREAMS, 0, Watch.NONE);
        assertThat(evaluation.leaderReward()).isBetween(0.9, 1.0);
        assertThat(evaluation.bcceGap()).isBetween(0.0, 0.1);
    }

    /** Who does not know what else it might have earned is asked what it could gain instead. */
    @Test
    void regretsAreOfTheResponsePhaseOrElseGainsAgainstTheResponse() {
        BaseGame game = new NormalForm().assemble();
        LeaderPolicy policy = o -> new double[] {2};
        Evaluator evaluator =
                new Evaluator(game, List.of(new Exp3()), new Episode(50, RewardPhase.EXACT, 1, 1));
        Evaluation bandit = evaluator.evaluate(policy, STREAMS, 0, Watch.NONE);
        InducedGame induced = InducedGame.of(game, policy);
        double[] strategy = bandit.strategies()[0][0];
        double earned = 0;
        double most = 0;
        for (int a = 0; a < strategy.length; a++) {
            earned += strategy[a] * induced.payoff(0, 0, a);
            most = Math.max(most, induced.payoff(0, 0, a));
        }
        assertThat(bandit.regrets()[0][0]).isCloseTo(most - earned, within(1e-12));
        assertThat(bandit.bcceGap()).isCloseTo(most - earned, within(1e-12));
        assertThat(evaluator.plays()).isGreaterThanOrEqualTo(50);
        assertThat(evaluator.convergence(policy, STREAMS, Watch.NONE)).isPresent();
    }

    @Test
    void sellersThatRememberHaveNeitherGapNorConvergence() {
        BaseGame market =
                new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, new NoIntervention())
                        .assemble();
        LeaderPolicy only = o -> new double[1];
        Evaluator evaluator =
                new Evaluator(
                        market,
                        List.of(new QLearning(0.15, 0.95, 1e-3, 1, 0)),
                        new Episode(3_000, RewardPhase.CYCLE, 100, 1));
        Evaluation evaluation = evaluator.evaluate(only, STREAMS, 0, Watch.NONE);
        assertThat(evaluation.bcceGap()).isNaN();
        assertThat(evaluation.exact()).isTrue();
        assertThat(evaluation.regrets()[0]).containsOnly(Double.NaN);
        assertThat(evaluator.convergence(only, STREAMS, Watch.NONE)).isEmpty();
    }
}
