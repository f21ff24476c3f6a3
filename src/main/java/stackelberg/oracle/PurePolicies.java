package stackelberg.oracle;

import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;

/**
 * All deterministic leader policies of a game with discrete leader actions, |A_ℓ|^|O_ℓ| of them,
 * one after another: itself the current policy, from "always the first action" on.
 */
final class PurePolicies implements LeaderPolicy {
    private final BaseGame game;
    private final double[][] actions;
    private final int[] choices;

    PurePolicies(BaseGame game) {
        this.game = game;
        this.choices = new int[game.leaderObservations()];
        this.actions = new double[((ActionSpace.Discrete) game.leaderActions()).count()][];
        for (int action = 0; action < actions.length; action++) {
            actions[action] = new double[] {action};
        }
    }

    /** Whether the leader has finitely many policies at all. */
    static boolean exist(BaseGame game) {
        return game.leaderActions() instanceof ActionSpace.Discrete;
    }

    /** How many policies there are; infinity if beyond a {@code double}. */
    static double count(BaseGame game) {
        int count = ((ActionSpace.Discrete) game.leaderActions()).count();
        return Math.pow(count, game.leaderObservations());
    }

    /** How many plays it takes to tabulate one policy's {@link InducedGame}. */
    static double playsEach(BaseGame game) {
        double plays = game.prior().size();
        for (int count : InducedGame.actionCounts(game)) {
            plays *= count;
        }
        return plays;
    }

    @Override
    public double[] act(int observation) {
        return actions[choices[observation]];
    }

    /** Goes on to the next policy; false, and back at the first, after the last. */
    boolean advance() {
        for (int o = choices.length - 1; o >= 0; o--) {
            if (++choices[o] < actions.length) {
                return true;
            }
            choices[o] = 0;
        }
        return false;
    }

    /** The current policy in the game's own terms, {@code [leader observation][meaning]}. */
    double[][] mechanism() {
        double[][] mechanism = new double[choices.length][];
        for (int o = 0; o < choices.length; o++) {
            mechanism[o] = game.meaning(o, act(o));
        }
        return mechanism;
    }
}
