package stackelberg.pomdp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;

/**
 * The deterministic response that takes the most likely actions of another, the first of several.
 */
final class MostLikelyResponse implements Response {
    private final double[][][] strategies;
    private final int[][] choices;

    MostLikelyResponse(BaseGame game) {
        strategies = new double[game.followers()][][];
        choices = new int[game.followers()][];
        for (int i = 0; i < strategies.length; i++) {
            strategies[i] = new double[game.prior().types(i)][game.actions(i)];
            choices[i] = new int[game.prior().types(i)];
        }
    }

    /** Takes over the most likely actions of {@code mixed}. */
    void of(Response mixed) {
        for (int i = 0; i < choices.length; i++) {
            for (int type = 0; type < choices[i].length; type++) {
                double[] strategy = mixed.strategy(i, type);
                int best = 0;
                for (int action = 1; action < strategy.length; action++) {
                    if (strategy[action] > strategy[best]) {
                        best = action;
                    }
                }
                choices[i][type] = best;
                Arrays.fill(strategies[i][type], 0);
                strategies[i][type][best] = 1;
            }
        }
    }

    @Override
    public double[] strategy(int follower, int type) {
        return strategies[follower][type];
    }

    @Override
    public double probability(int[] types, int[] actions) {
        for (int i = 0; i < choices.length; i++) {
            if (choices[i][types[i]] != actions[i]) {
                return 0;
            }
        }
        return 1;
    }

    @Override
    public void draw(int[] types, RandomGenerator random, int[] actions) {
        for (int i = 0; i < choices.length; i++) {
            actions[i] = choices[i][types[i]];
        }
    }
}
