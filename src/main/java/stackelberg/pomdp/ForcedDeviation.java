package stackelberg.pomdp;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.Plays;

/**
 * A test of whether followers that have stopped learning hold one another to something: one of them
 * is made to take, for a single play, the best-paying of the actions below its usual one (sellers:
 * a price cut), and all go on from there as they have learned to (Calvano et al. 2020, Sec. IV.C).
 *
 * @param usual {@code [play][follower]}, the actions had nothing happened
 * @param actions {@code [play][follower]}, the actions from the deviation in play 0 on
 * @param usualPayoffs {@code [play][follower]}, the payoffs had nothing happened
 * @param payoffs {@code [play][follower]}, the payoffs from the deviation on
 */
public record ForcedDeviation(
        int[][] usual, int[][] actions, double[][] usualPayoffs, double[][] payoffs) {

    /**
     * Both courses from where the followers stand, where it leaves them. Where the usual action is
     * the lowest there is nothing to cut and the courses agree.
     */
    static ForcedDeviation of(
            BaseGame game,
            LeaderPolicy policy,
            Response response,
            int standing,
            int deviator,
            int plays) {
        Course usual = new Course(game, policy, response, standing);
        int[] start = usual.next();
        int usualAction = start[deviator];
        double best = Double.NEGATIVE_INFINITY;
        int cut = usualAction;
        int[] tried = start.clone();
        for (int action = 0; action < usualAction; action++) {
            tried[deviator] = action;
            usual.play(tried, standing);
            if (usual.play.payoff(deviator) > best) {
                best = usual.play.payoff(deviator);
                cut = action;
            }
        }
        long memory = response.memory();
        usual.run(plays, deviator, usualAction);
        response.recall(memory);
        Course forced = new Course(game, policy, response, standing);
        forced.run(plays, deviator, cut);
        response.recall(memory);
        return new ForcedDeviation(usual.actions, forced.actions, usual.payoffs, forced.payoffs);
    }

    /** Whether the deviator found an action below its usual one. */
    public boolean happened() {
        return !java.util.Arrays.equals(usual[0], actions[0]);
    }

    private static final class Course {
        private final BaseGame game;
        private final LeaderPolicy policy;
        private final Response response;
        private final int[] types;
        private final RandomGenerator random = new SplittableRandom(0);
        private final Play play;
        private int standing;
        private int[][] actions = new int[0][];
        private double[][] payoffs = new double[0][];

        Course(BaseGame game, LeaderPolicy policy, Response response, int standing) {
            this.game = game;
            this.policy = policy;
            this.response = response;
            this.types = game.prior().profile(0);
            this.play = game.newPlay();
            this.standing = standing;
        }

        void run(int plays, int deviator, int first) {
            actions = new int[plays][];
            payoffs = new double[plays][game.followers()];
            for (int k = 0; k < plays; k++) {
                actions[k] = next();
                if (k == 0) {
                    actions[k][deviator] = first;
                }
                play(actions[k], standing);
                standing = play.standing();
                response.remember(actions[k]);
                for (int i = 0; i < game.followers(); i++) {
                    payoffs[k][i] = play.payoff(i);
                }
            }
        }

        int[] next() {
            int[] chosen = new int[game.followers()];
            play.begin(types);
            response.act(play, types, random, chosen);
            return chosen;
        }

        void play(int[] chosen, int from) {
            play.stand(from);
            Plays.run(
                    play,
                    types,
                    new Plays.Sides() {
                        @Override
                        public double[] leads(Play at) {
                            return policy.act(at.leaderObservation());
                        }

                        @Override
                        public int[] follow(Play at) {
                            return chosen;
                        }
                    });
        }
    }
}
