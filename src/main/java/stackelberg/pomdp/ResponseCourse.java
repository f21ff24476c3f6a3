package stackelberg.pomdp;

import java.util.ArrayList;
import java.util.List;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;

/**
 * How the followers' strategies moved over one response phase: the learning inside the learning.
 *
 * @param plays how many plays had been made at each point, ascending from 0
 * @param strategies {@code [point][follower][type · observations + observation][action]}
 */
public record ResponseCourse(double[] plays, double[][][][] strategies) {

    /** Writes down strategies while a response phase goes on. */
    static final class Recorder implements Watch {
        private final BaseGame game;
        private final StackelbergPomdp pomdp;
        private final Watch watch;
        private final long start;
        private final long step;
        private final long last;
        private final List<Double> plays = new ArrayList<>();
        private final List<double[][][]> strategies = new ArrayList<>();
        private long next;

        /**
         * @param points about how many
         */
        Recorder(BaseGame game, StackelbergPomdp pomdp, int points, Watch watch) {
            this.game = game;
            this.pomdp = pomdp;
            this.watch = watch;
            this.start = pomdp.plays();
            this.last = pomdp.followers().plays();
            this.step = Math.max(1, last / points);
        }

        @Override
        public void play() {
            watch.play();
            long made = pomdp.plays() - start;
            if (made >= next && made < last) {
                record(made);
                next = made + step;
            }
        }

        private void record(long made) {
            plays.add((double) made);
            strategies.add(strategies(game, pomdp.followers().response()));
        }

        @Override
        public void work() {
            watch.work();
        }

        @Override
        public int stride() {
            return (int) Math.min(watch.stride(), step);
        }

        @Override
        public void outerEpisode(double reward) {
            // An evaluation is no episode of the training.
        }

        /** What was written down, and the response in the end. */
        ResponseCourse end() {
            long made =
                    Math.max(
                            last,
                            plays.isEmpty() ? 0 : plays.get(plays.size() - 1).longValue() + 1);
            plays.add((double) made);
            strategies.add(strategies(game, pomdp.response()));
            return new ResponseCourse(
                    plays.stream().mapToDouble(Double::doubleValue).toArray(),
                    strategies.toArray(double[][][][]::new));
        }
    }

    /** {@code [follower][type · observations + observation][action]}. */
    static double[][][] strategies(BaseGame game, Response response) {
        double[][][] strategies = new double[game.followers()][][];
        for (int i = 0; i < strategies.length; i++) {
            int observations = game.followerObservations(i);
            strategies[i] = new double[game.prior().types(i) * observations][];
            for (int view = 0; view < strategies[i].length; view++) {
                strategies[i][view] =
                        response.strategy(i, view / observations, view % observations).clone();
            }
        }
        return strategies;
    }
}
