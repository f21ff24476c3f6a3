package stackelberg.pomdp;

import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.Plays;
import stackelberg.pomdp.Transcript.Followed;
import stackelberg.pomdp.Transcript.Move;

/**
 * What a play would have brought had one follower done otherwise, everyone else having done what
 * they did and the leader keeping to its policy.
 *
 * @param payoff what the follower would have got
 * @param leaderReward what the leader would have earned
 */
public record Counterfactual(double payoff, double leaderReward) {
    /**
     * The same play with another action of one follower; empty where followers act more than once,
     * since what they would have done next is not known.
     *
     * @param policy the one under which the play was made
     */
    public static Optional<Counterfactual> of(
            BaseGame game, Transcript transcript, LeaderPolicy policy, int follower, int action) {
        Followed followed = null;
        for (Move move : transcript.moves()) {
            if (move instanceof Followed one) {
                if (followed != null) {
                    return Optional.empty();
                }
                followed = one;
            }
        }
        if (followed == null) {
            return Optional.empty();
        }
        int[] actions = followed.actions().clone();
        actions[follower] = action;
        Play play = game.newPlay();
        play.stand(transcript.standing());
        Plays.run(play, transcript.types(), actions, policy);
        return Optional.of(new Counterfactual(play.payoff(follower), play.leaderReward()));
    }
}
