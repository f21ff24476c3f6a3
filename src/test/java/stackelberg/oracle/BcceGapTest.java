package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Response;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;

/** The BCCE gap against a second, slower way to the same number, which plays the game itself. */
class BcceGapTest {
    private static final int GAMES = 300;

    @Test
    void agreesWithPlayingEveryDeviation() {
        RandomGenerator random = new SplittableRandom(1);
        for (int trial = 0; trial < GAMES; trial++) {
            RandomGame game = RandomGame.any(random);
            LeaderPolicy policy = policy(game, random);
            TableResponse response = TableResponse.random(game, random);
            assertThat(BcceGap.of(InducedGame.of(game, policy), response))
                    .as("game %d", trial)
                    .isCloseTo(byPlaying(game, policy, response), within(1e-12));
        }
    }

    @Test
    void aFollowerWithoutAChoiceRegretsNothing() {
        RandomGenerator random = new SplittableRandom(2);
        RandomGame game = new RandomGame(random, new int[] {3, 2}, new int[] {1, 1}, 2, 1);
        InducedGame induced = InducedGame.of(game, policy(game, random));
        assertThat(BcceGap.of(induced, TableResponse.random(game, random))).isZero();
    }

    @Test
    void aSingleFollowersBestReplyHasNoGapAndItsWorstReplyAllOfIt() {
        RandomGenerator random = new SplittableRandom(3);
        for (int trial = 0; trial < GAMES; trial++) {
            RandomGame game = new RandomGame(random, new int[] {1}, new int[] {2}, 2, 2);
            InducedGame induced = InducedGame.of(game, policy(game, random));
            double first = induced.payoff(0, 0, 0);
            double second = induced.payoff(0, 0, 1);
            int better = first >= second ? 0 : 1;
            assertThat(BcceGap.of(induced, TableResponse.certain(game, better))).isZero();
            assertThat(BcceGap.of(induced, TableResponse.certain(game, 1 - better)))
                    .isCloseTo(Math.abs(first - second), within(1e-12));
        }
    }

    @Test
    void theGapIsTheLargestGainOfAnyTypeAndWhoNeverComesGainsNothing() {
        RandomGenerator random = new SplittableRandom(4);
        int never = 0;
        for (int trial = 0; trial < GAMES; trial++) {
            RandomGame game = RandomGame.any(random);
            BcceGap gap = new BcceGap(game);
            double whole =
                    gap.gap(
                            InducedGame.of(game, policy(game, random)),
                            TableResponse.random(game, random));
            double largest = 0;
            for (int i = 0; i < game.followers(); i++) {
                for (int type = 0; type < game.typeCounts()[i]; type++) {
                    double gain = gap.gain(i, type);
                    assertThat(gain).isNotNegative();
                    largest = Math.max(largest, gain);
                    if (game.prior().marginal(i, type) == 0) {
                        never++;
                        assertThat(gain).isZero();
                    }
                }
            }
            assertThat(largest).as("game %d", trial).isCloseTo(whole, within(1e-12));
        }
        assertThat(never).isPositive();
    }

    private static LeaderPolicy policy(RandomGame game, RandomGenerator random) {
        double[][] choices = new double[game.leaderObservations()][];
        for (int o = 0; o < choices.length; o++) {
            choices[o] = new double[] {random.nextInt(2)};
        }
        return o -> choices[o];
    }

    /**
     * For every follower, type and action: the follower's conditional expected payoff if everyone
     * responds, from the game played out, and the same with the follower's action replaced.
     */
    private static double byPlaying(RandomGame game, LeaderPolicy policy, Response response) {
        double gap = 0;
        for (int i = 0; i < game.followers(); i++) {
            int follower = i;
            for (int type = 0; type < game.typeCounts()[i]; type++) {
                int wanted = type;
                double mass = total(game, types -> types[follower] == wanted ? 1 : 0);
                if (mass == 0) {
                    continue;
                }
                double asIs =
                        total(
                                game,
                                types ->
                                        types[follower] == wanted
                                                ? payoff(
                                                        game, policy, response, types, follower, -1)
                                                : 0);
                for (int a = 0; a < game.actions(i); a++) {
                    int fixed = a;
                    double deviating =
                            total(
                                    game,
                                    types ->
                                            types[follower] == wanted
                                                    ? payoff(
                                                            game, policy, response, types, follower,
                                                            fixed)
                                                    : 0);
                    gap = Math.max(gap, (deviating - asIs) / mass);
                }
            }
        }
        return gap;
    }

    private static double total(RandomGame game, ToDoubleFunction<int[]> of) {
        double sum = 0;
        for (int profile = 0; profile < game.prior().size(); profile++) {
            sum +=
                    game.prior().probability(profile)
                            * of.applyAsDouble(game.prior().profile(profile));
        }
        return sum;
    }

    private static double payoff(
            RandomGame game,
            LeaderPolicy policy,
            Response response,
            int[] types,
            int follower,
            int fixed) {
        int[] counts = InducedGame.actionCounts(game);
        Play play = game.newPlay();
        double sum = 0;
        for (int joint = 0; joint < JointIndex.count(counts); joint++) {
            int[] actions = JointIndex.decode(joint, counts);
            double probability = response.probability(types, actions);
            if (fixed >= 0) {
                actions[follower] = fixed;
            }
            play.begin(types);
            play.followersAct(actions);
            play.leaderActs(policy.act(play.leaderObservation()));
            sum += probability * play.payoff(follower);
        }
        return sum;
    }
}
