package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;

/** Pure commitments in random Bayesian games, against independent methods and invariants. */
class PureCommitmentTest {
    private static final int GAMES = 200;
    private static final double CLOSE = 1e-7;

    @Test
    void againstOneFollowerThreeMethodsAgree() {
        RandomGenerator random = new SplittableRandom(21);
        for (int trial = 0; trial < GAMES; trial++) {
            int[] types = {1 + random.nextInt(3)};
            int[] actions = {1 + random.nextInt(3)};
            RandomGame game = new RandomGame(random, types, actions, 2, 1 + random.nextInt(2));
            double optimum = new PureEnumeration().solve(game).optimum();
            assertThat(optimum).as("game %d", trial).isCloseTo(byStrategies(game), within(CLOSE));
            Answer equilibria = new CoarseCorrelatedEnumeration().solve(game);
            assertThat(equilibria.optimum()).isCloseTo(optimum, within(CLOSE));
            assertThat(equilibria.lower()).isCloseTo(optimum, within(CLOSE));
        }
    }

    @Test
    void againstSeveralFollowersTheProgramIsAnEquilibriumAndNoWorseThanPureOnes() {
        RandomGenerator random = new SplittableRandom(22);
        int pure = 0;
        for (int trial = 0; trial < GAMES; trial++) {
            int[] types = {1 + random.nextInt(2), 1 + random.nextInt(2)};
            int[] actions = {1 + random.nextInt(3), 1 + random.nextInt(2)};
            RandomGame game = new RandomGame(random, types, actions, 2, 1);
            InducedGame induced = InducedGame.of(game, observation -> new double[] {0});
            StrategicForm form = new StrategicForm(induced);
            CoarseCorrelated equilibria = new CoarseCorrelated(form);
            double best = equilibria.best();
            double worst = equilibria.worst();
            assertThat(BcceGap.of(induced, asResponse(game, equilibria.bestDistribution())))
                    .as("game %d", trial)
                    .isLessThan(CLOSE);
            assertThat(worst).isLessThanOrEqualTo(best + CLOSE);
            for (int s = 0; s < form.leader.length; s++) {
                double[] certain = new double[form.leader.length];
                certain[s] = 1;
                if (BcceGap.of(induced, asResponse(game, certain)) == 0) {
                    assertThat(form.leader[s]).isBetween(worst - CLOSE, best + CLOSE);
                    pure++;
                }
            }
        }
        assertThat(pure).as("pure equilibria met").isGreaterThan(GAMES / 2);
    }

    @Test
    void inTwoByTwoGamesTheProgramFindsTheBestAndTheWorstVertex() {
        RandomGenerator random = new SplittableRandom(23);
        for (int trial = 0; trial < GAMES; trial++) {
            RandomGame game = new RandomGame(random, new int[] {1, 1}, new int[] {2, 2}, 2, 4);
            InducedGame induced = InducedGame.of(game, observation -> new double[] {0});
            StrategicForm form = new StrategicForm(induced);
            List<double[]> gains = List.of(form.gains);
            double[] losses = Arrays.stream(form.leader).map(reward -> -reward).toArray();
            CoarseCorrelated equilibria = new CoarseCorrelated(form);
            assertThat(equilibria.best())
                    .isCloseTo(Vertices.maximum(form.leader, gains), within(CLOSE));
            assertThat(equilibria.worst())
                    .isCloseTo(-Vertices.maximum(losses, gains), within(CLOSE));
        }
    }

    @Test
    void theOracleEnumeratesCommitmentsAgainstSeveralFollowers() {
        RandomGenerator random = new SplittableRandom(24);
        for (int trial = 0; trial < 30; trial++) {
            RandomGame game = new RandomGame(random, new int[] {2, 1}, new int[] {2, 2}, 2, 2);
            double best = Double.NEGATIVE_INFINITY;
            double assured = Double.NEGATIVE_INFINITY;
            for (int policy = 0; policy < 4; policy++) {
                double[][] choices = {{policy % 2}, {policy >> 1}};
                InducedGame induced = InducedGame.of(game, observation -> choices[observation]);
                CoarseCorrelated equilibria = new CoarseCorrelated(new StrategicForm(induced));
                best = Math.max(best, equilibria.best());
                assured = Math.max(assured, equilibria.worst());
            }
            Answer answer = Oracle.solve(game);
            assertThat(answer.optimum()).isCloseTo(best, within(CLOSE));
            assertThat(answer.lower()).isCloseTo(assured, within(CLOSE));
            assertThat(answer.method()).contains("Bayesian coarse correlated equilibrium");
        }
    }

    /** All maps from types to actions: the follower's favourites, and the leader's among these. */
    private static double byStrategies(RandomGame game) {
        int types = game.prior().types(0);
        int[] actions = new int[types];
        Arrays.fill(actions, game.actions(0));
        double optimum = Double.NEGATIVE_INFINITY;
        for (int policy = 0; policy < 1 << game.leaderObservations(); policy++) {
            double happiest = Double.NEGATIVE_INFINITY;
            double reward = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < JointIndex.count(actions); s++) {
                int[] strategy = JointIndex.decode(s, actions);
                double payoff = 0;
                double leader = 0;
                for (int profile = 0; profile < game.prior().size(); profile++) {
                    int type = game.prior().type(profile, 0);
                    int choice = (policy >> (strategy[type] % game.leaderObservations())) & 1;
                    double weight = game.prior().probability(profile);
                    payoff += weight * game.payoffs[1][type][strategy[type]][choice];
                    leader += weight * game.payoffs[0][type][strategy[type]][choice];
                }
                if (payoff > happiest + 1e-12) {
                    happiest = payoff;
                    reward = leader;
                } else if (payoff > happiest - 1e-12) {
                    reward = Math.max(reward, leader);
                }
            }
            optimum = Math.max(optimum, reward);
        }
        return optimum;
    }

    private static TableResponse asResponse(RandomGame game, double[] distribution) {
        int[][] joints = StrategicForm.joints(game);
        int[] counts = InducedGame.actionCounts(game);
        double[][] table =
                new double[(int) JointIndex.count(game.typeCounts())]
                        [(int) JointIndex.count(counts)];
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int types = JointIndex.encode(game.prior().profile(profile), game.typeCounts());
            for (int s = 0; s < distribution.length; s++) {
                table[types][joints[s][profile]] += distribution[s];
            }
        }
        return new TableResponse(game.typeCounts(), counts, table);
    }
}
