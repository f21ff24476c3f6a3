package stackelberg.pomdp;

import java.util.List;

/**
 * What a policy is worth after a fresh response phase against it.
 *
 * @param leaderReward the leader's reward under the followers' response
 * @param exact whether that is an expectation or the mean over a whole cycle; else the mean of at
 *     least 1,000 sampled plays
 * @param bcceGap the BCCE gap of the response: the most that a follower of some type could gain by
 *     a fixed action; 0 at a Bayesian coarse correlated equilibrium; NaN if the followers remember
 * @param regrets {@code [follower][type]}: average external regret over the response phase; for a
 *     follower that does not learn what else it might have earned, its gain by a fixed action
 *     against the response
 * @param strategies {@code [follower][type · observations + observation][action]}: the response
 * @param mechanism {@code [leader observation][meaning]}: what the policy does, in the words of
 *     {@link stackelberg.game.BaseGame#meaningNames}; a row is empty where the policy never leads
 * @param outcome the mean of each of {@link stackelberg.game.BaseGame#outcomeNames}
 * @param certificate which strategies the response consists of
 * @param plays a few plays of the policy and the response, as they were made
 */
public record Evaluation(
        double leaderReward,
        boolean exact,
        double bcceGap,
        double[][] regrets,
        double[][][] strategies,
        double[][] mechanism,
        double[] outcome,
        Certificate certificate,
        List<Transcript> plays) {

    /** The largest of {@link #regrets}. */
    public double largestRegret() {
        double largest = 0;
        for (double[] types : regrets) {
            for (double regret : types) {
                largest = Math.max(largest, regret);
            }
        }
        return largest;
    }
}
