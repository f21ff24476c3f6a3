package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.TypePrior;

/** Profiles of pure strategies and gaps between responses, summed up case by case. */
class StrategicFormTest {
    private final RandomGenerator random = new SplittableRandom(411);

    private static int[] strategy(int s, int[] types, int[] actions, int follower) {
        int[] sizes = new int[Arrays.stream(types).sum()];
        int at = 0;
        int first = 0;
        for (int i = 0; i < types.length; i++) {
            first = i == follower ? at : first;
            Arrays.fill(sizes, at, at + types[i], actions[i]);
            at += types[i];
        }
        return Arrays.copyOfRange(JointIndex.decode(s, sizes), first, first + types[follower]);
    }

    @Test
    void rewardsAndGainsAreConditionalExpectations() {
        for (int trial = 0; trial < 30; trial++) {
            int[] types = {1 + random.nextInt(2), 1 + random.nextInt(3)};
            int[] actions = {1 + random.nextInt(3), 2};
            RandomGame game = new RandomGame(random, types, actions, 2, 2);
            InducedGame induced = InducedGame.of(game, o -> new double[] {o});
            StrategicForm form = new StrategicForm(induced);
            double profiles = Math.pow(actions[0], types[0]) * Math.pow(2, types[1]);
            assertThat(StrategicForm.profiles(game)).isEqualTo(profiles);
            assertThat(form.leader).hasSize((int) profiles);
            assertThat(StrategicForm.commitments(game))
                    .isEqualTo(types[0] * actions[0] + types[1] * 2);
            for (int s = 0; s < form.leader.length; s++) {
                int[][] both = {strategy(s, types, actions, 0), strategy(s, types, actions, 1)};
                assertThat(form.leader[s])
                        .isCloseTo(reward(game, induced, actions, both), within(1e-12));
                int row = 0;
                for (int i = 0; i < 2; i++) {
                    for (int type = 0; type < types[i]; type++) {
                        if (game.prior().marginal(i, type) == 0) {
                            continue;
                        }
                        for (int a = 0; a < actions[i]; a++) {
                            assertThat(form.gains[row++][s])
                                    .isCloseTo(
                                            gain(game, induced, actions, both, i, type, a),
                                            within(1e-12));
                        }
                    }
                }
                assertThat(form.gains.length).isEqualTo(row);
            }
        }
    }

    private static double reward(
            RandomGame game, InducedGame induced, int[] actions, int[][] both) {
        double sum = 0;
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            int[] played = {both[0][types[0]], both[1][types[1]]};
            sum +=
                    game.prior().probability(profile)
                            * induced.leaderReward(profile, JointIndex.encode(played, actions));
        }
        return sum;
    }

    private static double gain(
            RandomGame game,
            InducedGame induced,
            int[] actions,
            int[][] both,
            int follower,
            int type,
            int instead) {
        TypePrior prior = game.prior();
        double sum = 0;
        for (int profile = 0; profile < prior.size(); profile++) {
            int[] types = prior.profile(profile);
            if (types[follower] != type) {
                continue;
            }
            int[] played = {both[0][types[0]], both[1][types[1]]};
            double obeying = induced.payoff(follower, profile, JointIndex.encode(played, actions));
            played[follower] = instead;
            double other = induced.payoff(follower, profile, JointIndex.encode(played, actions));
            sum += prior.probability(profile) / prior.marginal(follower, type) * (other - obeying);
        }
        return sum;
    }

    /** The gap is the largest of the gains of all followers at all their types. */
    @Test
    void aGapIsWhatSomeoneCouldGain() {
        RandomGame game = new RandomGame(random, new int[] {2, 3}, new int[] {3, 2}, 2, 2);
        BcceGap gap = new BcceGap(game);
        for (int trial = 0; trial < 50; trial++) {
            int number = trial % 2;
            InducedGame induced = InducedGame.of(game, o -> new double[] {(o + number) % 2});
            TableResponse response = TableResponse.random(game, random);
            double largest = gap.gap(induced, response);
            double most = 0;
            for (int i = 0; i < 2; i++) {
                for (int type = 0; type < game.typeCounts()[i]; type++) {
                    double gain = gap.gain(i, type);
                    most = Math.max(most, gain);
                    if (game.prior().marginal(i, type) == 0) {
                        assertThat(gain).isZero();
                    }
                }
            }
            assertThat(largest).isEqualTo(most).isEqualTo(BcceGap.of(induced, response));
        }
    }
}
