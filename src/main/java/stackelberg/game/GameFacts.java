package stackelberg.game;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What can be said of any base game without knowing which it is: its size, and the ranges that
 * payoffs were seen to have. Automatic settings are settled from these alone.
 *
 * @param game the game itself, for its sizes
 * @param jointActions ∏|A_i|: plays that visit every joint follower action once
 * @param cases type profiles × joint follower actions
 * @param payoffRange largest − smallest payoff of a follower under one commitment and type profile,
 *     the largest over followers; 1 if all were equal
 * @param lowestPayoff the smallest payoff of any follower that was seen under any commitment
 * @param payoffSpan largest − smallest payoff under any commitment; 1 if all were equal
 */
public record GameFacts(
        BaseGame game,
        double jointActions,
        double cases,
        double payoffRange,
        double lowestPayoff,
        double payoffSpan) {

    /** Commitments drawn at random to see the ranges. */
    private static final int COMMITMENTS = 64;

    /** The plays after which no further commitment is drawn. */
    private static final int MOST_PLAYS = 20_000;

    /** The facts about {@code game}: always the same, since what is drawn is. */
    public static GameFacts of(BaseGame game) {
        double joint = 1;
        for (int count : InducedGame.actionCounts(game)) {
            joint *= count;
        }
        Ranges ranges = new Ranges(game);
        ranges.look(joint);
        double span = ranges.highest - ranges.lowest;
        return new GameFacts(
                game,
                joint,
                joint * game.prior().size(),
                ranges.payoffs,
                ranges.lowest,
                span > 0 ? span : 1);
    }

    /** Plays commitments drawn at random against joint actions drawn at random. */
    private static final class Ranges {
        private final BaseGame game;
        private final RandomGenerator random = new SplittableRandom(0);
        private final Play play;
        private final int[] types;
        private final int[] actions;
        private double payoffs;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;

        Ranges(BaseGame game) {
            this.game = game;
            this.play = game.newPlay();
            this.types = new int[game.followers()];
            this.actions = new int[game.followers()];
        }

        void look(double joint) {
            int profiles = game.prior().size();
            double each = Math.min(joint * profiles, 2_000);
            int commitments = (int) Math.max(4, Math.min(COMMITMENTS, MOST_PLAYS / each));
            for (int k = 0; k < commitments; k++) {
                look(randomCommitment(), Math.min(profiles, 50), (int) Math.min(joint, 200));
            }
            if (payoffs == 0) {
                payoffs = 1;
            }
        }

        private LeaderPolicy randomCommitment() {
            double[][] chosen = new double[game.leaderObservations()][];
            return observation -> {
                if (chosen[observation] == null) {
                    chosen[observation] = game.leaderActions().draw(random);
                }
                return chosen[observation];
            };
        }

        private void look(LeaderPolicy policy, int profiles, int joints) {
            double[] low = new double[game.followers()];
            double[] high = new double[game.followers()];
            for (int p = 0; p < profiles; p++) {
                game.prior().copy(random.nextInt(game.prior().size()), types);
                java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
                java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
                for (int k = 0; k < joints; k++) {
                    for (int i = 0; i < actions.length; i++) {
                        actions[i] = random.nextInt(game.actions(i));
                    }
                    Plays.run(play, types, actions, policy);
                    for (int i = 0; i < actions.length; i++) {
                        low[i] = Math.min(low[i], play.payoff(i));
                        high[i] = Math.max(high[i], play.payoff(i));
                    }
                }
                for (int i = 0; i < actions.length; i++) {
                    payoffs = Math.max(payoffs, high[i] - low[i]);
                    lowest = Math.min(lowest, low[i]);
                    highest = Math.max(highest, high[i]);
                }
            }
        }
    }
}
