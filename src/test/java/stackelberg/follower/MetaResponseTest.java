package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.IteratedMatrix;
import stackelberg.oracle.RandomGame;

/** Followers that are trained beforehand to answer any commitment, where games are small. */
class MetaResponseTest {
    private static final MetaResponse QUICK = new MetaResponse(0.02, 150, 32, 4, 0.3, 16);

    /**
     * The leader sees the action and makes one of two choices. A follower of type 1 wants its first
     * choice, whatever it took itself; one of type 2 wants action 2.
     */
    private static RandomGame game() {
        RandomGame game =
                new RandomGame(new SplittableRandom(8), new int[] {2}, new int[] {2}, 2, 2);
        for (int type = 0; type < 2; type++) {
            for (int action = 0; action < 2; action++) {
                for (int choice = 0; choice < 2; choice++) {
                    game.payoffs[1][type][action][choice] = type == 0 ? 1 - choice : action;
                }
            }
        }
        return game;
    }

    private static HearsAnswers trained(MetaResponse model, BaseGame game) {
        Artefact artefact = model.train(game, 0, share -> {});
        return (HearsAnswers) model.seat(game, 0, artefact);
    }

    /** It takes the action after which the leader does what it wants. */
    @Test
    void itTakesTheActionThatTheLeaderRewards() {
        HearsAnswers seat = trained(QUICK, game());
        for (int choice = 0; choice < 2; choice++) {
            seat.hear(new double[][] {{choice}, {1 - choice}});
            assertThat(seat.strategy(0)[choice]).isEqualTo(1);
            assertThat(seat.strategy(1)).containsExactly(0, 1);
        }
    }

    /** The same bits again; what it says of itself is in the game's payoffs. */
    @Test
    void trainingIsTheSameEveryTimeAndSaysWhatItCameTo() {
        List<Double> shares = new ArrayList<>();
        Artefact one = QUICK.train(game(), 0, shares::add);
        Artefact other = QUICK.train(game(), 0, share -> {});
        assertThat(other.numbers()).containsExactly(one.numbers());
        assertThat(shares).hasSize(150).isSorted();
        assertThat(shares.get(0)).isZero();
        assertThat(shares.get(75)).isEqualTo(0.5);
        List<String> found = one.findings().sentences();
        assertThat(found.get(0)).isEqualTo("Trained over 4,800 random commitments.");
        assertThat(found.get(1)).startsWith("Against 200 fresh ones follower earns ");
        // At random it earns 1/2; at best 3/4 as type 1 and 1 as type 2, which are as likely.
        String[] words = found.get(1).split(" ");
        double earned = Double.parseDouble(words[6]);
        String last = words[words.length - 1];
        double atRandom = Double.parseDouble(last.substring(0, last.length() - 1));
        assertThat(earned).isBetween(0.8, 0.95);
        assertThat(atRandom).isBetween(0.4, 0.6);
    }

    /** Without an update the policy is as it was drawn, and nothing is reported as learned. */
    @Test
    void untrainedItIsWhatItWasDrawn() {
        MetaResponse never = new MetaResponse(0.02, 0, 16, 4, 0, 16);
        Artefact artefact = never.train(game(), 0, share -> {});
        assertThat(artefact.numbers()).containsExactly(new MetaPolicy(game(), 0, 16, 1).numbers());
        assertThat(artefact.findings().sentences().get(0))
                .isEqualTo("Trained over 0 random commitments.");
    }

    /** Every follower's policy stands in one artefact, one after the other. */
    @Test
    void oneTrainingServesAllFollowers() {
        RandomGame two =
                new RandomGame(new SplittableRandom(9), new int[] {1, 2}, new int[] {2, 3}, 2, 1);
        // Each wants its last action, whatever else happens.
        for (int type = 0; type < 2; type++) {
            for (int joint = 0; joint < 6; joint++) {
                for (int choice = 0; choice < 2; choice++) {
                    two.payoffs[1][type][joint][choice] = joint < 3 ? 0 : 1;
                    two.payoffs[2][type][joint][choice] = joint % 3 / 2.0;
                }
            }
        }
        assertThat(QUICK.servesAll()).isTrue();
        Artefact artefact = QUICK.train(two, 0, share -> {});
        int length = 0;
        for (int i = 0; i < 2; i++) {
            length += new MetaPolicy(two, i, 16, 1).numbers().length;
            HearsAnswers seat = (HearsAnswers) QUICK.seat(two, i, artefact);
            seat.hear(new double[][] {{1}});
            for (int type = 0; type < two.prior().types(i); type++) {
                assertThat(seat.strategy(type)[two.actions(i) - 1]).isEqualTo(1);
            }
        }
        assertThat(artefact.numbers()).hasSize(length);
        assertThat(artefact.findings().sentences()).hasSize(3);
    }

    /** A row: type, observation, then what the leader does at each of its observations. */
    @Test
    void aRowSaysWhereItIsAndWhatTheLeaderWouldDo() {
        BaseGame dilemma = new IteratedMatrix().assemble();
        MetaPolicy policy = new MetaPolicy(dilemma, 0, 4, 1);
        assertThat(policy.inputs()).isEqualTo(1 + 5 + 5 * 2);
        float[] row = new float[16];
        Arrays.fill(row, 9);
        policy.writeAnswers(new double[][] {{0}, {1}, {1}, {0}, {1}}, row);
        policy.writeView(3, row);
        assertThat(row).containsExactly(1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1);
        RandomGame types =
                new RandomGame(new SplittableRandom(9), new int[] {3}, new int[] {2}, 2, 1);
        float[] typed = new float[3 + 1 + 2];
        new MetaPolicy(types, 0, 4, 1).writeView(2, typed);
        assertThat(typed).containsExactly(0, 0, 1, 1, 0, 0);
    }

    /** Several turns a play: copying a leader that does as the follower did is worth it. */
    @Test
    void itLearnsFromTheTurnsOfAPlay() {
        BaseGame dilemma = new IteratedMatrix().assemble();
        MetaResponse model = new MetaResponse(0.02, 60, 16, 4, 0.1, 16);
        HearsAnswers seat = trained(model, dilemma);
        // The leader always does the same: defecting is best at every observation.
        for (int row = 0; row < 2; row++) {
            double[][] answers = new double[5][1];
            for (double[] answer : answers) {
                answer[0] = row;
            }
            seat.hear(answers);
            assertThat(seat.strategy(0)[1]).isEqualTo(1);
            assertThat(seat.strategy(0, 2 * row + 2)[1]).isEqualTo(1);
        }
    }
}
