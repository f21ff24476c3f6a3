package stackelberg.oracle;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;

/** A response that is any table of joint probabilities, so that followers may be correlated. */
record TableResponse(int[] typeCounts, int[] actionCounts, double[][] probabilities)
        implements Response {

    static TableResponse random(RandomGame game, RandomGenerator random) {
        int[] counts = InducedGame.actionCounts(game);
        double[][] table = empty(game, counts);
        for (double[] row : table) {
            Arrays.setAll(row, joint -> random.nextInt(3) == 0 ? 0 : random.nextDouble());
            row[random.nextInt(row.length)] += 0.1;
            double sum = Arrays.stream(row).sum();
            Arrays.setAll(row, joint -> row[joint] / sum);
        }
        return new TableResponse(game.typeCounts(), counts, table);
    }

    static TableResponse certain(RandomGame game, int joint) {
        int[] counts = InducedGame.actionCounts(game);
        double[][] table = empty(game, counts);
        for (double[] row : table) {
            row[joint] = 1;
        }
        return new TableResponse(game.typeCounts(), counts, table);
    }

    private static double[][] empty(RandomGame game, int[] counts) {
        int profiles = (int) JointIndex.count(game.typeCounts());
        return new double[profiles][(int) JointIndex.count(counts)];
    }

    @Override
    public double[] strategy(int follower, int type) {
        throw new UnsupportedOperationException("followers are correlated");
    }

    @Override
    public double probability(int[] types, int[] actions) {
        return probabilities[JointIndex.encode(types, typeCounts)][
                JointIndex.encode(actions, actionCounts)];
    }

    @Override
    public void draw(int[] types, RandomGenerator random, int[] actions) {
        throw new UnsupportedOperationException("not sampled in these tests");
    }
}
