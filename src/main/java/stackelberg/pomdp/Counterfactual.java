package stackelberg.pomdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.pomdp.Transcript.Followed;
import stackelberg.pomdp.Transcript.Move;

/**
 * What a play would have brought had one follower done otherwise on one of its turns: until then
 * everyone did what they did, on that turn the others did, and the leader keeps to its policy.
 *
 * @param payoff what the follower would have got; if followers act again later, its expectation,
 *     all of them then acting by their response
 * @param leaderReward what the leader would have earned, likewise
 * @param expected whether they are expectations, since followers act again later
 */
public record Counterfactual(double payoff, double leaderReward, boolean expected) {
    /** The ways in which a play may go on are not followed for longer than so many moves. */
    private static final int MOST_MOVES = 50_000;

    /**
     * The same play with another action of one follower.
     *
     * @param policy the one under which the play was made
     * @param strategies the followers' response, as {@link Evaluation#strategies} has it
     * @param turn which of the followers' turns, from 0
     * @return empty if there is no such turn, or the play may go on in too many ways
     */
    public static Optional<Counterfactual> of(
            BaseGame game,
            Transcript transcript,
            LeaderPolicy policy,
            double[][][] strategies,
            int turn,
            int follower,
            int action) {
        List<int[]> until = new ArrayList<>();
        int turns = 0;
        for (Move move : transcript.moves()) {
            if (move instanceof Followed followed) {
                if (turns++ <= turn) {
                    until.add(followed.actions().clone());
                }
            }
        }
        if (until.size() <= turn) {
            return Optional.empty();
        }
        until.get(turn)[follower] = action;
        Ways ways = new Ways(game, transcript, policy, strategies, follower);
        return ways.follow(until, 1)
                ? Optional.of(new Counterfactual(ways.payoff, ways.leaderReward, ways.several))
                : Optional.empty();
    }

    /** The ways in which a play may go on, each weighted by its probability. */
    private static final class Ways {
        private final Play play;
        private final Transcript transcript;
        private final LeaderPolicy policy;
        private final double[][][] strategies;
        private final int follower;
        private final int[] counts;
        private final int[] observations;
        private double payoff;
        private double leaderReward;
        private boolean several;
        private int left = MOST_MOVES;

        Ways(
                BaseGame game,
                Transcript transcript,
                LeaderPolicy policy,
                double[][][] strategies,
                int follower) {
            this.play = game.newPlay();
            this.transcript = transcript;
            this.policy = policy;
            this.strategies = strategies;
            this.follower = follower;
            this.counts = InducedGame.actionCounts(game);
            this.observations = new int[counts.length];
            for (int i = 0; i < observations.length; i++) {
                observations[i] = game.followerObservations(i);
            }
        }

        /**
         * Adds what comes of a play in which the followers act like this, turn by turn.
         *
         * @return whether that could be followed to the end
         */
        private boolean follow(List<int[]> actions, double probability) {
            if (left <= 0) {
                return false;
            }
            if (!played(actions)) {
                payoff += probability * play.payoff(follower);
                leaderReward += probability * play.leaderReward();
                return true;
            }
            several = true;
            double[][] next = new double[counts.length][];
            for (int i = 0; i < next.length; i++) {
                int view = transcript.types()[i] * observations[i] + play.followerObservation(i);
                next[i] = strategies[i][view];
            }
            for (int joint = 0; joint < JointIndex.count(counts); joint++) {
                int[] then = new int[counts.length];
                JointIndex.decode(joint, counts, then);
                double share = probability;
                for (int i = 0; i < then.length; i++) {
                    share *= next[i][then[i]];
                }
                if (share > 0) {
                    List<int[]> longer = new ArrayList<>(actions);
                    longer.add(then);
                    if (!follow(longer, share)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Plays from the beginning; whether the followers have yet another turn after these. */
        private boolean played(List<int[]> actions) {
            play.stand(transcript.standing());
            play.begin(transcript.types());
            int turn = 0;
            while (play.turn() != Play.Turn.END) {
                left--;
                if (play.turn() == Play.Turn.LEADER) {
                    play.leaderActs(policy.act(play.leaderObservation()));
                } else if (turn == actions.size()) {
                    return true;
                } else {
                    play.followersAct(actions.get(turn++));
                }
            }
            return false;
        }
    }
}
