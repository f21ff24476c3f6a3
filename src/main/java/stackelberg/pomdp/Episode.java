package stackelberg.pomdp;

import java.util.List;
import java.util.Locale;
import stackelberg.follower.FollowerModel;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.game.InducedGame;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;

/**
 * One outer episode of the Stackelberg POMDP: the lengths of its phases and what is learned from.
 */
public record Episode(
        @Parameter(
                        label = "Response plays",
                        live = true,
                        automatic = true,
                        symbol = "E",
                        unit = "plays",
                        min = 1,
                        max = 1e9,
                        help =
                                "Plays in which the followers learn to respond, floored to whole"
                                    + " updates. More plays bring them closer to an equilibrium.",
                        source = "Brero et al. 2024, Def. 3.1")
                int responsePlays,
        @Parameter(
                        label = "Reward phase",
                        automatic = true,
                        help =
                                "Exact: every type profile and joint follower action once, weighted"
                                        + " by its probability. Expected: the same, paid at once,"
                                        + " so that no case counts for more than its probability."
                                        + " Sampled: cheaper in large games,"
                                        + " noisier. Cycle: for followers that remember; they go on"
                                        + " until they repeat themselves.")
                RewardPhase rewardPhase,
        @Parameter(
                        label = "Reward plays",
                        live = true,
                        automatic = true,
                        symbol = "k",
                        unit = "plays",
                        min = 1,
                        max = 1e6,
                        help =
                                "Plays of a sampled reward phase, and the longest cycle that is"
                                        + " looked for; an exact one does not use it.")
                int rewardPlays,
        @Parameter(
                        label = "Response transitions kept",
                        automatic = true,
                        min = 0,
                        max = 1,
                        help =
                                "The probability with which a transition of the response phase"
                                    + " enters the learner's buffer. 1 is the Stackelberg POMDP, 0"
                                    + " the Basic POMDP (hidden queries).",
                        source = "Brero et al. 2024, ablation")
                double responseTransitions,
        @Parameter(
                        label = "Leader sees the phase",
                        help =
                                "A diagnostic: a leader that can tell the phases apart promises one"
                                        + " thing and does another. Its training reward is then"
                                        + " more than any commitment is worth.",
                        source = "Brero et al. 2024, Sec. 4")
                boolean phaseVisible,
        @Parameter(
                        label = "Periods the leader sees",
                        automatic = true,
                        min = 1,
                        max = 1000,
                        help =
                                "A diagnostic: the leader sees in which of so many equal parts the"
                                        + " response phase is, so that it may change its mind while"
                                        + " the followers learn. 1 is a commitment.",
                        source = "Deng, Schneider & Sivan 2019")
                int periods,
        @Parameter(
                        label = "Followers carried over",
                        help =
                                "A diagnostic: followers begin an outer episode with what they"
                                        + " learned in the last one, so that they respond to"
                                        + " past policies too.")
                boolean followersCarriedOver,
        @Parameter(
                        label = "Response rewards included",
                        help =
                                "A diagnostic: the leader also earns in the response phase, every"
                                        + " play of either phase alike, so that it gains from"
                                        + " followers that have not learned yet.")
                boolean responseRewarded,
        @Parameter(
                        label = "Response",
                        automatic = true,
                        help =
                                "The strategies that the followers keep: the last mixed ones, their"
                                        + " most likely actions, the average of all; or certified,"
                                        + " the first of these within the gap bound, after more"
                                        + " updates if need be.")
                ResponseRule response,
        @Parameter(
                        label = "Gap bound",
                        automatic = true,
                        min = 0,
                        max = 1e6,
                        help =
                                "The largest BCCE gap of a certified response, in units of payoff;"
                                        + " not used otherwise. Smaller takes more updates.")
                double gapBound,
        @Parameter(
                        label = "Further updates",
                        automatic = true,
                        unit = "updates",
                        min = 0,
                        max = 1e7,
                        help =
                                "The most updates beyond the response plays that the followers make"
                                        + " until their response is certified; not used"
                                        + " otherwise.")
                int furtherUpdates,
        @Parameter(
                        label = "Fail if not certified",
                        help =
                                "Whether a run ends when a response cannot be certified. If not, it"
                                        + " goes on with the candidate of the smallest gap.")
                boolean failUncertified) {

    /** The usual bound on the BCCE gap of a certified response. */
    static final double GAP_BOUND = 0.05;

    /** The usual cap on further updates of a certified response. */
    static final int FURTHER_UPDATES = 10_000;

    /** 100 response plays, an exact reward phase, every transition kept. */
    public Episode() {
        this(100, RewardPhase.EXACT, 1, 1);
    }

    /** An outer episode of the Stackelberg POMDP proper, without any of the diagnostics. */
    public Episode(
            int responsePlays,
            RewardPhase rewardPhase,
            int rewardPlays,
            double responseTransitions) {
        this(responsePlays, rewardPhase, rewardPlays, responseTransitions, false, false, false);
    }

    /** With the last mixed strategies as the followers' response. */
    public Episode(
            int responsePlays,
            RewardPhase rewardPhase,
            int rewardPlays,
            double responseTransitions,
            boolean phaseVisible,
            boolean followersCarriedOver,
            boolean responseRewarded) {
        this(
                responsePlays,
                rewardPhase,
                rewardPlays,
                responseTransitions,
                phaseVisible,
                1,
                followersCarriedOver,
                responseRewarded,
                ResponseRule.LAST_MIXED,
                GAP_BOUND,
                FURTHER_UPDATES,
                false);
    }

    /** Without diagnostics, the response certified to {@code gapBound} or the run failing. */
    public static Episode certified(
            int responsePlays, RewardPhase rewardPhase, double keep, double gapBound) {
        return new Episode(
                responsePlays,
                rewardPhase,
                1,
                keep,
                false,
                1,
                false,
                false,
                ResponseRule.CERTIFIED,
                gapBound,
                FURTHER_UPDATES,
                true);
    }

    /**
     * The outer episode in which a policy is valued: no transition is kept and no diagnostic on.
     */
    Episode valuing(RewardPhase phase, int plays) {
        return new Episode(
                responsePlays,
                phase,
                plays,
                0,
                false,
                1,
                false,
                false,
                response,
                gapBound,
                furtherUpdates,
                failUncertified);
    }

    /**
     * This episode with everything automatic settled.
     *
     * @param models the followers' models, settled before
     */
    public Episode settled(GameFacts facts, List<FollowerModel> models) {
        return Declaration.settled(this, EpisodeProposal.of(this, facts, models));
    }

    /** About how many leader transitions an outer episode has. */
    public double transitions(GameFacts facts) {
        double reward = weighsCases() ? facts.cases() : rewardPlays;
        double response = facts.jointActions() > 1 ? responsePlays : 0;
        return (response + reward) * Math.max(1, facts.game().leaderTurns());
    }

    /** Whether one of the diagnostics is on, which take something from the Stackelberg POMDP. */
    public boolean diagnoses() {
        return seesTime() || followersCarriedOver || responseRewarded;
    }

    /** Whether the leader sees the phase, or a part of one. */
    public boolean seesTime() {
        return phaseVisible || periods > 1;
    }

    /** How many times the leader tells apart: periods of the response phase, and the other one. */
    int times() {
        return phaseVisible ? parts() + 1 : parts();
    }

    /** Into how many parts the response phase falls for the leader; 1 while that is automatic. */
    private int parts() {
        return Math.max(1, periods);
    }

    /** A game as the leader observes it: with the time, if it sees the time. */
    public BaseGame observed(BaseGame game) {
        return seesTime() ? new TimeVisible(game, parts(), times()) : game;
    }

    /** Whether the reward phase goes through every case, weighted by its probability. */
    boolean weighsCases() {
        return rewardPhase == RewardPhase.EXACT || rewardPhase == RewardPhase.EXPECTED;
    }

    /** Reports what does not go together with these followers of this game. */
    public void check(BaseGame game, List<FollowerModel> models, Faults faults) {
        boolean remembering = models.stream().anyMatch(model -> model.remembers(game));
        if (weighsCases() && remembering) {
            faults.at("rewardPhase")
                    .add(
                            "the followers' actions depend on what they observe or remember, so"
                                    + " there is no fixed mixture to weigh cases by",
                            "Choose cycle or sampled");
        }
        if (rewardPhase == RewardPhase.CYCLE
                && !(game.prior().size() == 1
                        && models.stream().allMatch(model -> model.remembers(game)))) {
            faults.at("rewardPhase")
                    .add(
                            "only followers that remember, in a game without types, end in a cycle",
                            "Choose exact or sampled");
        }
        if (responseRewarded && rewardPhase == RewardPhase.EXPECTED) {
            faults.at("rewardPhase")
                    .add(
                            "it is paid at once, but both phases are to be rewarded play by play",
                            "Choose exact or sampled, or leave responseRewarded false");
        }
        if (response != ResponseRule.LAST_MIXED) {
            checkCandidates(game, remembering, faults.at("response"));
        }
        if (responseRewarded && responseTransitions < 1) {
            faults.at("responseTransitions")
                    .add(
                            "it leaves out transitions of the response phase, which is rewarded",
                            "Enter 1, or leave responseRewarded false");
        }
    }

    private static void checkCandidates(BaseGame game, boolean remembering, Faults faults) {
        double cases = game.prior().size();
        for (int count : InducedGame.actionCounts(game)) {
            cases *= count;
        }
        if (remembering) {
            faults.add(
                    "the followers' actions depend on what they observe or remember, so that there"
                            + " is no fixed mixture to take or certify",
                    "Take the last mixed strategies");
        } else if (cases > Evaluator.MOST_CASES) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "it would take %.0f cases of types and actions, more than"
                                    + " the limit of %d",
                            cases,
                            Evaluator.MOST_CASES),
                    "Take the last mixed strategies, or fewer types or actions");
        }
    }
}
