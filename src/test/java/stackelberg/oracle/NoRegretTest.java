package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.HearsPayoffs;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.RegretMatching;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;

/** What theory promises of no-regret followers, measured in random Bayesian games. */
class NoRegretTest {
    private static final LeaderPolicy FIRST = observation -> new double[] {0};

    /**
     * Alone, a follower hears the same payoffs u each time: σ_t ∝ (1 + ε)^(t u), and its regret is
     * max u − Σ_t σ_t·u / T.
     */
    @Test
    void aLoneFollowersStrategyAndRegretHaveAClosedForm() {
        RandomGenerator random = new SplittableRandom(36);
        for (int trial = 0; trial < 50; trial++) {
            RandomGame game = untyped(random, 3);
            ResponseAlgorithm algorithm =
                    Followers.assemble(List.of(new MultiplicativeWeights(0.2)), game, 3 * 40);
            respond(algorithm, game, random);
            double[] u = new double[3];
            Arrays.setAll(u, a -> game.payoffs[1][0][a][0]);
            double earned = 0;
            for (int t = 0; t < 40; t++) {
                earned += Vertices.dot(powers(t, u), u);
            }
            assertThat(algorithm.response().strategy(0, 0))
                    .containsExactly(powers(40, u), within(1e-12));
            assertThat(algorithm.regret(0, 0))
                    .isCloseTo(Arrays.stream(u).max().orElseThrow() - earned / 40, within(1e-12));
        }
    }

    private static double[] powers(int updates, double[] u) {
        double[] weights = Arrays.stream(u).map(x -> Math.pow(1.2, updates * x)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /**
     * With T known, η = ln(1 + ε) = √(8 ln n / T) keeps average regret below √(ln n / 2T), whatever
     * the payoffs in [0, 1] (Cesa-Bianchi & Lugosi 2006, Thm. 2.2). The adversary here pays the
     * action that has the least weight.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000, 10_000})
    void tunedWeightsRegretFallsLikeOneOverRootT(int updates) {
        RandomGame game = untyped(new SplittableRandom(31), 4);
        double eta = Math.sqrt(8 * Math.log(4) / updates);
        HearsPayoffs learner =
                (HearsPayoffs) new MultiplicativeWeights(Math.expm1(eta)).seat(game, 0);
        double[] totals = new double[4];
        double earned = 0;
        for (int t = 0; t < updates; t++) {
            double[] strategy = learner.strategy(0);
            int least = 0;
            for (int a = 1; a < 4; a++) {
                least = strategy[a] < strategy[least] ? a : least;
            }
            double[] payoffs = new double[4];
            payoffs[least] = 1;
            earned += strategy[least];
            totals[least]++;
            learner.learn(0, payoffs);
        }
        double regret = (Arrays.stream(totals).max().orElseThrow() - earned) / updates;
        assertThat(regret).isBetween(0.0, Math.sqrt(Math.log(4) / (2 * updates)));
    }

    /** ln n / (η T) + η / 8 for each follower and type, T counting the updates at that type. */
    @Test
    void regretInGamesStaysBelowTheBoundForEveryType() {
        RandomGenerator random = new SplittableRandom(32);
        double eta = Math.log1p(0.1);
        for (int trial = 0; trial < 100; trial++) {
            RandomGame game = new RandomGame(random, new int[] {2, 3}, new int[] {3, 2}, 2, 2);
            ResponseAlgorithm algorithm =
                    Followers.assemble(List.of(new MultiplicativeWeights()), game, 6 * 200);
            int[][] plays = respond(algorithm, game, random);
            for (int i = 0; i < 2; i++) {
                for (int type = 0; type < game.prior().types(i); type++) {
                    double updates = plays[i][type] / 6.0;
                    double bound = Math.log(game.actions(i)) / (eta * updates) + eta / 8;
                    assertThat(algorithm.regret(i, type))
                            .as("game %d, follower %d, type %d", trial, i, type)
                            .isLessThanOrEqualTo(updates == 0 ? 0 : bound);
                }
            }
        }
    }

    /** An action that is better by 0.1 to 0.2 at every type, whatever the others do. */
    @Test
    void inDominanceSolvableGamesTheResponseIsNearlyAnEquilibrium() {
        RandomGenerator random = new SplittableRandom(33);
        for (FollowerModel model : List.of(new MultiplicativeWeights(), new RegretMatching())) {
            for (int trial = 0; trial < 30; trial++) {
                RandomGame game = withoutRareTypes(random);
                makeFirstActionsDominant(game);
                ResponseAlgorithm algorithm = Followers.assemble(List.of(model), game, 6 * 4_000);
                respond(algorithm, game, random);
                assertThat(BcceGap.of(InducedGame.of(game, FIRST), algorithm.response()))
                        .as("%s, game %d", model, trial)
                        .isLessThan(0.01);
            }
        }
    }

    /** Follower 2's first action is best only once follower 1 has dropped its dominated second. */
    @Test
    void iteratedDominanceIsSolvedToo() {
        RandomGame game =
                new RandomGame(new SplittableRandom(34), new int[] {1, 1}, new int[] {2, 2}, 1, 1);
        double[][] payoffs = {{1, 1}, {1, 0}, {0.5, 0}, {0.5, 1}};
        for (int joint = 0; joint < 4; joint++) {
            game.payoffs[1][0][joint][0] = payoffs[joint][0];
            game.payoffs[2][0][joint][0] = payoffs[joint][1];
        }
        ResponseAlgorithm algorithm =
                Followers.assemble(List.of(new MultiplicativeWeights()), game, 4 * 400);
        InducedGame induced = InducedGame.of(game, FIRST);
        assertThat(BcceGap.of(induced, algorithm.response())).isGreaterThan(0.2);
        respond(algorithm, game, new SplittableRandom(35));
        assertThat(algorithm.response().probability(new int[2], new int[2]))
                .isCloseTo(1, within(1e-3));
        assertThat(BcceGap.of(induced, algorithm.response())).isLessThan(1e-3);
    }

    /** A type that hardly occurs has hardly learned; that says nothing of the algorithm. */
    private static RandomGame withoutRareTypes(RandomGenerator random) {
        RandomGame game;
        double rarest;
        do {
            game = new RandomGame(random, new int[] {2, 2}, new int[] {3, 2}, 2, 2);
            rarest = 1;
            for (int i = 0; i < 2; i++) {
                for (int type = 0; type < 2; type++) {
                    rarest = Math.min(rarest, game.prior().marginal(i, type));
                }
            }
        } while (rarest < 0.1);
        return game;
    }

    private static void makeFirstActionsDominant(RandomGame game) {
        for (int profile = 0; profile < 4; profile++) {
            for (int joint = 0; joint < 6; joint++) {
                int first = joint / 2;
                int second = joint % 2;
                Arrays.fill(game.payoffs[1][profile][joint], 0.1 * (2 - first) + 0.3 * second);
                Arrays.fill(game.payoffs[2][profile][joint], 0.2 * (1 - second) + 0.2 * first);
            }
        }
    }

    /**
     * Runs a whole response phase under the first leader action.
     *
     * @return {@code [follower][type]}, how many plays each type had
     */
    static int[][] respond(ResponseAlgorithm algorithm, RandomGame game, RandomGenerator random) {
        int[] types = new int[game.followers()];
        int[] actions = new int[game.followers()];
        int[][] plays = new int[game.followers()][3];
        Play play = game.newPlay();
        for (int p = 0; p < algorithm.plays(); p++) {
            algorithm.beginPlay(random, types);
            play.begin(types);
            for (int i = 0; i < actions.length; i++) {
                actions[i] = algorithm.action(i, play.followerObservation(i));
                plays[i][types[i]]++;
            }
            play.followersAct(actions);
            play.leaderActs(FIRST.act(play.leaderObservation()));
            algorithm.endPlay(play);
        }
        return plays;
    }

    private static RandomGame untyped(RandomGenerator random, int actions) {
        return new RandomGame(random, new int[] {1}, new int[] {actions}, 1, 1);
    }
}
