package stackelberg.pomdp;

/**
 * A play of the training as it was made, for someone who looks on.
 *
 * @param transcript what everyone did; the followers' probabilities are those of their strategies
 *     as they stood before the play
 * @param rewardPhase whether the leader is rewarded for it; else the followers learn from it
 * @param number its number in its phase, from 1
 * @param most plays of a response phase of maximum length; 0 in a reward phase
 * @param weight how much its reward counts in the leader's; 0 in a response phase, unless that is
 *     rewarded
 */
public record PlayMade(
        Transcript transcript, boolean rewardPhase, int number, int most, double weight) {}
