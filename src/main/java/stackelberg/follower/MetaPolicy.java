package stackelberg.follower;

import java.util.Arrays;
import java.util.SplittableRandom;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.network.BackEnd;
import stackelberg.network.Mlp;

/**
 * A follower's policy over what the leader would do at each of its observations, its own type and
 * what it observes: a network from a row of these to a logit for each action. A <em>view</em> is
 * the number type · observations + observation.
 */
final class MetaPolicy {
    private final int types;
    private final int observations;
    private final int actions;
    private final ActionSpace leader;
    private final int answers;
    private final Mlp network;

    /**
     * @param capacity the most rows in one batch
     */
    MetaPolicy(BaseGame game, int follower, int units, int capacity) {
        this.types = game.prior().types(follower);
        this.observations = game.followerObservations(follower);
        this.actions = game.actions(follower);
        this.leader = game.leaderActions();
        this.answers = game.leaderObservations();
        this.network =
                new Mlp(
                        inputs(),
                        units,
                        actions,
                        0.01,
                        capacity,
                        BackEnd.java(),
                        new SplittableRandom(follower));
    }

    int types() {
        return types;
    }

    int observations() {
        return observations;
    }

    int actions() {
        return actions;
    }

    /** The length of a row. */
    int inputs() {
        return types + observations + answers * leader.described();
    }

    Mlp network() {
        return network;
    }

    /** Writes the part of a row that says what the leader does. */
    void writeAnswers(double[][] all, float[] row) {
        int at = types + observations;
        for (double[] answer : all) {
            leader.describe(answer, row, at);
            at += leader.described();
        }
    }

    /** Writes the part of a row that says where the follower is. */
    void writeView(int view, float[] row) {
        Arrays.fill(row, 0, types + observations, 0);
        row[view / observations] = 1;
        row[types + view % observations] = 1;
    }

    /** All of the network's numbers. */
    double[] numbers() {
        int count = network.parameters().stream().mapToInt(array -> array.length).sum();
        double[] numbers = new double[count];
        int at = 0;
        for (float[] array : network.parameters()) {
            for (float value : array) {
                numbers[at++] = value;
            }
        }
        return numbers;
    }

    /** Takes over what {@link #numbers} gave, from a place on. */
    void take(double[] numbers, int from) {
        int at = from;
        for (float[] array : network.parameters()) {
            for (int k = 0; k < array.length; k++) {
                array[k] = (float) numbers[at++];
            }
        }
    }
}
