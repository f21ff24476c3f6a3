package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static stackelberg.follower.MatrixGames.game;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.OrdinalGame;
import stackelberg.game.Play;
import stackelberg.game.Plays;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;

/** Followers with networks, against what enumeration and theory say. */
class LearnedFollowersTest {
    private static final LeaderPolicy FIRST = observation -> new double[1];

    private static StageResponse learned(BaseGame game, FollowerModel model, int plays, long seed) {
        StageResponse followers =
                (StageResponse)
                        Followers.assemble(
                                List.of(model.settled(stackelberg.game.GameFacts.of(game))),
                                game,
                                plays);
        followers.reset();
        followers.play(StageGame.of(game, FIRST).orElseThrow(), new SplittableRandom(seed), plays);
        return followers;
    }

    private static Maddpg maddpg() {
        return (Maddpg) stackelberg.parameter.Declaration.automatic(new Maddpg());
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    /** Coordination and the penalty game: it ends in a pure equilibrium. */
    @ParameterizedTest
    @CsvSource({"coordination", "penalty"})
    void maddpgSettlesAtAnEquilibriumWhereAllWantTheSame(String name) {
        double[][] payoffs =
                name.equals("coordination")
                        ? new double[][] {{1, 0}, {0, 2}}
                        : new double[][] {{10, 0, -30}, {0, 2, 0}, {-30, 0, 10}};
        RandomGame game = game(payoffs, payoffs);
        for (int seed = 41; seed <= 45; seed++) {
            Response response = learned(game, maddpg(), 200_000, seed).response();
            int row = likeliest(response.strategy(0, 0));
            int column = likeliest(response.strategy(1, 0));
            for (int other = 0; other < payoffs.length; other++) {
                assertThat(payoffs[row][column])
                        .as(name + ", seed " + seed + ": " + row + ", " + column)
                        .isGreaterThanOrEqualTo(payoffs[other][column])
                        .isGreaterThanOrEqualTo(payoffs[row][other]);
            }
        }
    }

    /**
     * In the climbing game 11 is guarded by −30 and the way to 7 leads over 5 and 6, each step
     * worth a fortieth of the payoffs' range: it avoids the losses at once and climbs in time.
     */
    @Test
    void maddpgClimbs() {
        double[][] payoffs = {{11, -30, 0}, {-30, 7, 0}, {0, 6, 5}};
        RandomGame game = game(payoffs, payoffs);
        for (int seed = 41; seed <= 45; seed++) {
            Response response = learned(game, maddpg(), 200_000, seed).response();
            double mean = 0;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    mean += response.strategy(0, 0)[i] * response.strategy(1, 0)[j] * payoffs[i][j];
                }
            }
            assertThat(mean).as("seed " + seed).isGreaterThan(6.5);
        }
    }

    private static int likeliest(double[] strategy) {
        int best = 0;
        for (int a = 1; a < strategy.length; a++) {
            best = strategy[a] > strategy[best] ? a : best;
        }
        return best;
    }

    /** It goes round the mixed equilibrium of matching pennies; the average over time is near. */
    @Test
    void maddpgIsAtTheEquilibriumOfMatchingPenniesOnAverage() {
        double[][] row = {{1, -1}, {-1, 1}};
        double[][] column = {{-1, 1}, {1, -1}};
        RandomGame game = game(row, column);
        StageResponse followers =
                (StageResponse)
                        Followers.assemble(
                                List.of(maddpg().settled(stackelberg.game.GameFacts.of(game))),
                                game,
                                200_000);
        followers.reset();
        StageGame stage = StageGame.of(game, FIRST).orElseThrow();
        RandomGenerator random = new SplittableRandom(41);
        double[] mean = new double[2];
        for (int k = 0; k < 2_000; k++) {
            followers.play(stage, random, 100);
            for (int i = 0; i < 2; i++) {
                mean[i] += followers.response().strategy(i, 0)[0] / 2_000;
            }
        }
        assertThat(mean[0]).isCloseTo(0.5, within(0.1));
        assertThat(mean[1]).isCloseTo(0.5, within(0.1));
    }

    /**
     * A duopoly in which the best of 21 points on a line is 0.4 against 0.4: Cournot, P = 1.2 − Q.
     */
    @Test
    void maddpgFindsAPointOnALine() {
        double[][] row = new double[21][21];
        for (int i = 0; i < 21; i++) {
            for (int j = 0; j < 21; j++) {
                row[i][j] = i / 20.0 * (1.2 - i / 20.0 - j / 20.0);
            }
        }
        RandomGame game = game(row, transposed(row));
        Maddpg usual = maddpg();
        Maddpg line =
                new Maddpg(
                        Maddpg.Kind.LINE,
                        usual.actorRate(),
                        usual.criticRate(),
                        usual.discount(),
                        usual.memory(),
                        usual.units(),
                        usual.kept(),
                        usual.minibatch(),
                        usual.every(),
                        usual.copied(),
                        usual.regulariser(),
                        usual.decay(),
                        usual.lowest(),
                        usual.range());
        for (int seed = 51; seed <= 53; seed++) {
            Response response = learned(game, line, 60_000, seed).response();
            assertThat(likeliest(response.strategy(0, 0))).as("seed " + seed).isBetween(7, 9);
            assertThat(likeliest(response.strategy(1, 0))).as("seed " + seed).isBetween(7, 9);
        }
    }

    /** What a small change of an actor's output does to a critic that is linear in the action. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anActionsGradientIsThatOfItsRelaxation(boolean line) {
        ActionCode code = line ? new PointOnLine(9) : new GumbelSoftmax(4, 0.7);
        float[] outputs = line ? new float[] {0.3f} : new float[] {0.2f, -0.4f, 0.9f, 0};
        float[] critic = {0.7f, -1.3f, 0.4f, 2.1f};
        float[] row = new float[code.inputs()];
        float[] slopes = new float[code.outputs()];
        code.write(outputs, new SplittableRandom(3), row, 0, slopes);
        float[] gradient = new float[code.outputs()];
        code.back(critic, 0, slopes, gradient);
        for (int k = 0; k < outputs.length; k++) {
            double[] value = new double[2];
            for (int side = 0; side < 2; side++) {
                float[] moved = outputs.clone();
                moved[k] += side == 0 ? -1e-2f : 1e-2f;
                float[] at = new float[code.inputs()];
                float[] relaxed = new float[code.outputs()];
                code.write(moved, new SplittableRandom(3), at, 0, relaxed);
                for (int j = 0; j < at.length; j++) {
                    value[side] += critic[j] * at[j];
                }
            }
            assertThat((double) gradient[k]).isCloseTo((value[1] - value[0]) / 2e-2, within(2e-3));
        }
    }

    /** One follower with types: its greedy action is the best one, or nearly as good. */
    @Test
    void deepQFindsBestRepliesInRandomGames() {
        RandomGenerator random = new SplittableRandom(61);
        double loss = 0;
        for (int trial = 0; trial < 20; trial++) {
            RandomGame game = new RandomGame(random, new int[] {3}, new int[] {4}, 1, 1);
            DeepQ model = (DeepQ) stackelberg.parameter.Declaration.automatic(new DeepQ());
            DeepQ forgetful =
                    new DeepQ(
                            model.rate(),
                            model.discount(),
                            model.decay(),
                            0,
                            model.units(),
                            model.kept(),
                            model.minibatch(),
                            model.every(),
                            model.copied(),
                            model.lowest(),
                            model.range());
            Response response = learned(game, forgetful, 20_000, trial).response();
            for (int type = 0; type < 3; type++) {
                double[] worth = new double[4];
                for (int a = 0; a < 4; a++) {
                    worth[a] = game.payoffs[1][type][a][0];
                }
                double best = Arrays.stream(worth).max().orElseThrow();
                loss +=
                        game.prior().marginal(0, type)
                                * (best - worth[likeliest(response.strategy(0, type))]);
            }
        }
        assertThat(loss / 20).isLessThan(0.01);
    }

    /** Mean loss of at most 1 % over all 32 pure commitments of each of the twelve games. */
    @ParameterizedTest
    @EnumSource(OrdinalGame.Name.class)
    void metaResponseIsNearlyABestReplyToEveryCommitment(OrdinalGame.Name name) {
        BaseGame game = new IteratedMatrix(name.payoffs(), 5, 0).assemble();
        assertThat(meanLoss(game, new MetaResponse(0.003, 500, 64, 4, 1, 64))).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource(OrdinalGame.Name.class)
    void metaResponseIsABestReplyInASinglePlay(OrdinalGame.Name name) {
        BaseGame game = new OrdinalGame(name, Commitment.PURE).assemble();
        assertThat(meanLoss(game, new MetaResponse(0.003, 100, 64, 4, 1, 64))).isLessThan(1e-9);
    }

    /** Against all pure commitments, compared with the best of all replies; a share of the best. */
    private static double meanLoss(BaseGame game, MetaResponse model) {
        HearsAnswers seat = (HearsAnswers) model.seat(game, 0);
        int questions = game.leaderObservations();
        Play play = game.newPlay();
        double lost = 0;
        double possible = 0;
        for (int commitment = 0; commitment < 1 << questions; commitment++) {
            double[][] answers = new double[questions][];
            for (int o = 0; o < questions; o++) {
                answers[o] = new double[] {commitment >> o & 1};
            }
            seat.hear(answers);
            double best = Double.NEGATIVE_INFINITY;
            for (int reply = 0; reply < 1 << game.followerObservations(0); reply++) {
                int all = reply;
                best = Math.max(best, payoff(game, play, answers, o -> all >> o & 1));
            }
            possible += best;
            lost += best - payoff(game, play, answers, o -> likeliest(seat.strategy(0, o)));
        }
        return lost / possible;
    }

    private static double payoff(
            BaseGame game, Play play, double[][] answers, IntUnaryOperator reply) {
        int[] action = new int[1];
        Plays.run(
                play,
                new int[game.followers()],
                new Plays.Sides() {
                    @Override
                    public double[] leads(Play at) {
                        return answers[at.leaderObservation()];
                    }

                    @Override
                    public int[] follow(Play at) {
                        action[0] = reply.applyAsInt(at.followerObservation(0));
                        return action;
                    }
                });
        return play.payoff(0);
    }
}
