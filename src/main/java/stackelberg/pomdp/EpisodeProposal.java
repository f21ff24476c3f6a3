package stackelberg.pomdp;

import java.util.List;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.Lesson;
import stackelberg.game.GameFacts;

/**
 * The outer episode that fits a game and its followers, for whatever a scenario leaves automatic.
 *
 * <p>Followers that do not remember are certified. Their response phase is at first short: where it
 * does not suffice, certifying makes it longer. Transitions of the response phase are kept so that
 * about as many enter the learner's buffer as from the reward phase. Followers that remember have
 * no fixed mixture to certify; they get a long response phase and, where it exists, the cycle that
 * they end in. Followers that only think about the commitment do what they have thought, and those
 * that only ask need no plays.
 */
final class EpisodeProposal {
    /** The bound on the BCCE gap, as a share of the range of payoffs. */
    private static final double GAP_SHARE = 0.002;

    /** Updates of a single follower, for each of its types. */
    private static final int UPDATES_ALONE = 100;

    /** Updates of several followers, for each type profile. */
    private static final int UPDATES_TOGETHER = 40;

    private static final int FEWEST_UPDATES = 200;
    private static final int MOST_UPDATES = 4_000;
    private static final int FURTHER_UPDATES = 2_000;
    private static final int REMEMBERING_PLAYS = 50_000;
    private static final double REMEMBERING_TRANSITIONS = 0.001;
    private static final int SAMPLED_REWARD_PLAYS = 100;
    private static final int CYCLE_PLAYS = 100;

    private EpisodeProposal() {}

    /**
     * @param stated what the scenario states, which the rest is to fit
     */
    static Episode of(Episode stated, GameFacts facts, List<FollowerModel> models) {
        boolean asking = models.stream().allMatch(m -> m.lesson() == Lesson.QUERIES);
        boolean remembering = models.stream().anyMatch(m -> m.remembers(facts.game()));
        if (remembering) {
            boolean cycles =
                    facts.game().prior().size() == 1
                            && models.stream().allMatch(m -> m.remembers(facts.game()));
            RewardPhase phase = cycles ? RewardPhase.CYCLE : RewardPhase.SAMPLED;
            int plays = cycles ? CYCLE_PLAYS : SAMPLED_REWARD_PLAYS;
            double keep = stated.responseRewarded() || asking ? 1 : REMEMBERING_TRANSITIONS;
            return new Episode(asking ? 1 : REMEMBERING_PLAYS, phase, plays, keep);
        }
        boolean weighed = facts.cases() <= Evaluator.MOST_CASES / 10;
        double update = Followers.playsPerUpdate(models, facts.game());
        if (models.stream().anyMatch(model -> model.lesson() == Lesson.OWN_PLAYS)) {
            update = Math.max(update, Followers.OWN_PLAYS * facts.jointActions());
        }
        boolean thinking = models.stream().allMatch(m -> m.lesson() == Lesson.COMMITMENT);
        int profiles = facts.game().prior().size();
        double updates =
                (facts.game().followers() == 1 ? UPDATES_ALONE : UPDATES_TOGETHER) * profiles;
        updates = Math.max(FEWEST_UPDATES, Math.min(MOST_UPDATES, updates));
        if (asking) {
            updates = 1;
        }
        double plays =
                stated.responsePlays() > 0
                        ? stated.responsePlays()
                        : Math.min(1e9, Math.max(1, update) * updates);
        double rewardTransitions =
                weighed
                        ? Math.min(facts.game().leaderObservations(), facts.cases())
                        : SAMPLED_REWARD_PLAYS;
        return new Episode(
                (int) plays,
                weighed ? weighed(stated) : RewardPhase.SAMPLED,
                weighed ? 1 : SAMPLED_REWARD_PLAYS,
                stated.responseRewarded() ? 1 : Math.min(1, Math.max(1, rewardTransitions) / plays),
                false,
                1,
                false,
                false,
                weighed && !thinking && !asking ? ResponseRule.CERTIFIED : ResponseRule.LAST_MIXED,
                GAP_SHARE * facts.payoffRange(),
                FURTHER_UPDATES,
                false);
    }

    /** Paid at once, unless both phases are to be rewarded play by play. */
    private static RewardPhase weighed(Episode stated) {
        return stated.responseRewarded() ? RewardPhase.EXACT : RewardPhase.EXPECTED;
    }
}
