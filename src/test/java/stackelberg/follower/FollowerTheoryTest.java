package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static stackelberg.follower.MatrixGames.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;

/** Each follower model against what theory or an exact computation says of it. */
class FollowerTheoryTest {
    private static final LeaderPolicy FIRST = observation -> new double[1];

    private static StageResponse learned(RandomGame game, int updates, FollowerModel... models) {
        List<FollowerModel> all = List.of(models);
        int plays = Math.toIntExact(updates * Followers.playsPerUpdate(all, game));
        StageResponse followers = (StageResponse) Followers.assemble(all, game, plays);
        followers.reset();
        StageGame stage = StageGame.of(game, FIRST).orElseThrow();
        followers.play(stage, new SplittableRandom(1), plays);
        return followers;
    }

    /** McKelvey & Palfrey's equations; the numbers by an independent solver. */
    @ParameterizedTest
    @CsvSource({
        "constant, 1, .642979359, .588319024",
        "constant, 2, .772676607, .611743479",
        "constant, 3, .859536710, .603815786",
        "ochs, .5, .549653975, .486173652",
        "ochs, 1, .586784037, .451807031",
        "ochs, 2, .617521946, .371981664",
        "ochs, 5, .595876300, .255753566"
    })
    void logitFollowersReachTheQuantalResponseEquilibrium(
            String name, double precision, double p, double q) {
        RandomGame game =
                name.equals("ochs")
                        ? game(
                                new double[][] {{1.1141, 0}, {0, .2785}},
                                new double[][] {{0, 1.1141}, {1.1141, 0}})
                        : game(new double[][] {{1, 1}, {0, 1}}, new double[][] {{1, 1}, {2, 1}});
        Response response = learned(game, 1, new Logit(precision)).response();
        assertThat(response.strategy(0, 0)[0]).isCloseTo(p, within(1e-8));
        assertThat(response.strategy(1, 0)[0]).isCloseTo(q, within(1e-8));
        fixedPoint(game, precision, response);
    }

    /** A second method: what it came to satisfies the equations. */
    private static void fixedPoint(RandomGame game, double precision, Response response) {
        double[] p = response.strategy(0, 0);
        double[] q = response.strategy(1, 0);
        for (int i = 0; i < 2; i++) {
            double[] own = i == 0 ? p : q;
            double[] other = i == 0 ? q : p;
            double[] u = new double[2];
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    int joint = i == 0 ? 2 * a + b : 2 * b + a;
                    u[a] += other[b] * game.payoffs[1 + i][0][joint][0];
                }
            }
            double expected = 1 / (1 + Math.exp(precision * (u[1] - u[0])));
            assertThat(own[0]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void logitEquilibriaOfRandomBayesianGamesSatisfyTheirEquations() {
        RandomGenerator random = new SplittableRandom(11);
        for (int trial = 0; trial < 30; trial++) {
            RandomGame game = new RandomGame(random, new int[] {2, 2}, new int[] {3, 3}, 1, 1);
            double precision = 0.5 + 8 * random.nextDouble();
            Response response = learned(game, game.prior().size(), new Logit(precision)).response();
            for (int i = 0; i < 2; i++) {
                for (int type = 0; type < 2; type++) {
                    if (game.prior().marginal(i, type) == 0) {
                        continue;
                    }
                    double[] u = utilities(game, response, i, type);
                    double[] strategy = response.strategy(i, type);
                    for (int a = 1; a < 3; a++) {
                        assertThat(Math.log(strategy[a] / strategy[0]))
                                .isCloseTo(precision * (u[a] - u[0]), within(1e-6));
                    }
                }
            }
        }
    }

    private static double[] utilities(RandomGame game, Response response, int i, int type) {
        double[] u = new double[3];
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            if (types[i] != type) {
                continue;
            }
            double weight = game.prior().probability(profile) / game.prior().marginal(i, type);
            double[] other = response.strategy(1 - i, types[1 - i]);
            int row = stackelberg.game.JointIndex.encode(types, new int[] {2, 2});
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    int joint = i == 0 ? 3 * a + b : 3 * b + a;
                    u[a] += weight * other[b] * game.payoffs[1 + i][row][joint][0];
                }
            }
        }
        return u;
    }

    /** Shapley 1964: play goes round in ever longer runs; their ratio tends to 1.4656. */
    @Test
    void fictitiousPlayGoesRoundInShapleysGame() {
        RandomGame game =
                game(
                        new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                        new double[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        StageResponse followers =
                (StageResponse) Followers.assemble(List.of(new FictitiousPlay()), game, 9 * 1000);
        followers.reset();
        StageGame stage = StageGame.of(game, FIRST).orElseThrow();
        List<Integer> runs = new ArrayList<>();
        int before = -1;
        for (int t = 0; t < 1000 && runs.size() < 13; t++) {
            int joint = 3 * pure(followers, 0) + pure(followers, 1);
            if (joint != before) {
                runs.add(0);
            }
            before = joint;
            runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
            followers.play(stage, new SplittableRandom(0), 9);
        }
        assertThat(runs.subList(0, 12))
                .containsExactly(1, 2, 4, 7, 11, 17, 26, 39, 58, 86, 127, 187);
    }

    private static int pure(ResponseAlgorithm followers, int follower) {
        double[] strategy = followers.response().strategy(follower, 0);
        for (int a = 0; a < strategy.length; a++) {
            if (strategy[a] == 1) {
                return a;
            }
        }
        throw new AssertionError("mixed: " + Arrays.toString(strategy));
    }

    /** Robinson 1951: regrets vanish in zero-sum games; max regret bounds the distance to value. */
    @Test
    void fictitiousPlaysRegretVanishesInZeroSumGames() {
        RandomGenerator random = new SplittableRandom(12);
        for (int trial = 0; trial < 50; trial++) {
            double[][] row = new double[3][3];
            double[][] column = new double[3][3];
            for (int k = 0; k < 9; k++) {
                row[k / 3][k % 3] = random.nextDouble();
                column[k / 3][k % 3] = 1 - row[k / 3][k % 3];
            }
            StageResponse followers = learned(game(row, column), 20_000, new FictitiousPlay());
            assertThat(followers.regret(0, 0)).isLessThan(0.02);
            assertThat(followers.regret(1, 0)).isLessThan(0.02);
        }
    }

    @Test
    void theBestResponseIsThatOfEnumerationAndTiesGoAsStated() {
        RandomGenerator random = new SplittableRandom(13);
        for (int trial = 0; trial < 100; trial++) {
            RandomGame game = new RandomGame(random, new int[] {3}, new int[] {4}, 1, 1);
            for (double[][] profile : game.payoffs[1]) {
                for (double[] cell : profile) {
                    // Few values, so that ties are common.
                    cell[0] = Math.rint(2 * cell[0]);
                }
            }
            for (BestResponse.Ties ties : BestResponse.Ties.values()) {
                Response response = learned(game, 3, new BestResponse(ties)).response();
                for (int type = 0; type < 3; type++) {
                    if (game.prior().marginal(0, type) > 0) {
                        int expected = best(game, type, ties == BestResponse.Ties.OPTIMISTIC);
                        assertThat(response.strategy(0, type)[expected]).isEqualTo(1);
                    }
                }
            }
        }
    }

    private static int best(RandomGame game, int type, boolean optimistic) {
        int best = 0;
        for (int a = 1; a < 4; a++) {
            double gain = game.payoffs[1][type][a][0] - game.payoffs[1][type][best][0];
            double leader = game.payoffs[0][type][a][0] - game.payoffs[0][type][best][0];
            if (gain > 0 || (gain == 0 && (optimistic ? leader > 0 : leader < 0))) {
                best = a;
            }
        }
        return best;
    }

    /** Arad & Rubinstein 2012: request 11 to 20; 20 more for exactly one less than the other. */
    @Test
    void levelKStepsDownTheElevenTwentyGame() {
        double[][] row = new double[10][10];
        double[][] column = new double[10][10];
        for (int k = 0; k < 100; k++) {
            int a = 11 + k / 10;
            int b = 11 + k % 10;
            row[k / 10][k % 10] = a + (a == b - 1 ? 20 : 0);
            column[k / 10][k % 10] = b + (b == a - 1 ? 20 : 0);
        }
        RandomGame game = game(row, column);
        for (int level = 0; level < 4; level++) {
            StageResponse followers = learned(game, 1, new LevelK(level, 10));
            assertThat(11 + pure(followers, 0)).isEqualTo(20 - level);
        }
    }

    /** Nagel 1995 with ⅔, from level 0 at 50: 33⅓, 22.2, 14.8, here on whole numbers. */
    @Test
    void levelKStepsDownTheBeautyContest() {
        double[][] row = new double[101][101];
        double[][] column = new double[101][101];
        for (int a = 0; a <= 100; a++) {
            for (int b = 0; b <= 100; b++) {
                row[a][b] = -Math.abs(a - 2.0 / 3 * b);
                column[a][b] = -Math.abs(b - 2.0 / 3 * a);
            }
        }
        RandomGame game = game(row, column);
        int[] expected = {50, 33, 22, 15};
        for (int level = 0; level < 4; level++) {
            StageResponse followers = learned(game, 1, new LevelK(level, 51));
            assertThat(pure(followers, 1)).isEqualTo(expected[level]);
        }
    }

    /** Auer et al. 2002, Cor. 3.2: E[regret] ≤ 2.63 √(T K ln K), payoffs set in advance. */
    @Test
    void exp3sRegretStaysBelowItsBound() {
        RandomGenerator random = new SplittableRandom(14);
        int plays = 10_000;
        double bound = 2.63 * Math.sqrt(plays * 3 * Math.log(3));
        for (int game = 0; game < 10; game++) {
            double[][] payoffs = new double[plays][3];
            double[] totals = new double[3];
            int phase = 1 + random.nextInt(plays);
            for (int t = 0; t < plays; t++) {
                for (int a = 0; a < 3; a++) {
                    double mean = (a + t / phase) % 3 == 0 ? 0.6 : 0.4;
                    payoffs[t][a] = random.nextDouble() < mean ? 1 : 0;
                    totals[a] += payoffs[t][a];
                }
            }
            double earned = 0;
            for (int run = 0; run < 20; run++) {
                RandomGame shape = new RandomGame(random, new int[] {1}, new int[] {3}, 1, 1);
                HearsPlays seat =
                        (HearsPlays) new Exp3(Exp3.exploration(3, plays), 0, 1).seat(shape, 0);
                for (double[] now : payoffs) {
                    int action = seat.choose(0, random);
                    earned += now[action] / 20;
                    seat.learn(0, action, now[action], HearsPlays.OVER);
                }
            }
            assertThat(Arrays.stream(totals).max().orElseThrow() - earned).isLessThan(bound);
        }
    }

    /** Σ_a of K Hedge bounds (Blum & Mansour 2007): swap regret ≤ √(K T ln K / 2), η tuned. */
    @Test
    void swapRegretStaysBelowItsBound() {
        RandomGenerator random = new SplittableRandom(15);
        int updates = 5_000;
        int k = 4;
        double eta = Math.sqrt(8 * k * Math.log(k) / updates);
        for (int trial = 0; trial < 20; trial++) {
            RandomGame shape = new RandomGame(random, new int[] {1}, new int[] {k}, 1, 1);
            HearsPayoffs seat = (HearsPayoffs) new SwapRegret(Math.expm1(eta)).seat(shape, 0);
            double[][] swapped = new double[k][k];
            double[] kept = new double[k];
            for (int t = 0; t < updates; t++) {
                double[] strategy = seat.strategy(0).clone();
                double[] payoffs = new double[k];
                for (int a = 0; a < k; a++) {
                    payoffs[a] = strategy[a] < 0.3 ? random.nextDouble() : 0.3 * a / k;
                }
                for (int a = 0; a < k; a++) {
                    kept[a] += strategy[a] * payoffs[a];
                    for (int b = 0; b < k; b++) {
                        swapped[a][b] += strategy[a] * payoffs[b];
                    }
                }
                seat.learn(0, payoffs);
            }
            double regret = 0;
            for (int a = 0; a < k; a++) {
                regret += Arrays.stream(swapped[a]).max().orElseThrow() - kept[a];
            }
            assertThat(regret).isBetween(0.0, Math.sqrt(k * updates * Math.log(k) / 2));
        }
    }

    /**
     * Deng, Schneider & Sivan 2019: a leader that plays its first row for half of the time and then
     * its second earns about .571 a round over 1,000 rounds against multiplicative weights, where
     * the best commitment is worth 0; against no swap regret it gains nothing.
     */
    @Test
    void aLeaderThatChangesItsMindGainsFromHedgeAndNotFromNoSwapRegret() {
        assertThat(dengLeader(false, 1_000)).isCloseTo(.571, within(.02));
        assertThat(dengLeader(false, 10_000)).isCloseTo(.785, within(.02));
        assertThat(dengLeader(true, 10_000)).isLessThan(0.05);
    }

    private static double dengLeader(boolean swap, int rounds) {
        double[][] leader = {{0, -2, -2}, {0, -2, 2}};
        double[][] follower = {{.1, -1, 0}, {-1, 1, 0}};
        RandomGame shape =
                new RandomGame(new SplittableRandom(1), new int[] {1}, new int[] {3}, 1, 1);
        double eta = Math.sqrt(8 * Math.log(3) / rounds) / 2;
        FollowerModel model =
                swap
                        ? new SwapRegret(Math.expm1(Math.sqrt(3) * eta))
                        : new MultiplicativeWeights(Math.expm1(eta));
        HearsPayoffs seat = (HearsPayoffs) model.seat(shape, 0);
        double total = 0;
        for (int t = 0; t < rounds; t++) {
            int row = t < rounds / 2 ? 0 : 1;
            double[] strategy = seat.strategy(0);
            for (int a = 0; a < 3; a++) {
                total += strategy[a] * leader[row][a];
            }
            seat.learn(0, follower[row]);
        }
        return total / rounds;
    }
}
