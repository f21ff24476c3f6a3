package stackelberg.pomdp;

import java.util.Locale;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;

/**
 * One outer episode of the Stackelberg POMDP: the lengths of its phases and what is learned from.
 */
public record Episode(
        @Parameter(
                        label = "Response plays",
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
                        help =
                                "Exact: every type profile and joint follower action once, weighted"
                                        + " by its probability. Sampled: cheaper in large games,"
                                        + " noisier.")
                RewardPhase rewardPhase,
        @Parameter(
                        label = "Reward plays",
                        symbol = "k",
                        unit = "plays",
                        min = 1,
                        max = 1e6,
                        help = "Plays of a sampled reward phase; an exact one does not use it.")
                int rewardPlays,
        @Parameter(
                        label = "Response transitions kept",
                        min = 0,
                        max = 1,
                        help =
                                "The probability with which a transition of the response phase"
                                    + " enters the learner's buffer. 1 is the Stackelberg POMDP, 0"
                                    + " the Basic POMDP (hidden queries).",
                        source = "Brero et al. 2024, ablation")
                double responseTransitions,
        @Parameter(
                        label = "Response",
                        help =
                                "The strategies that the followers keep: the last mixed ones; or"
                                        + " certified, the first of the last mixed, the last most"
                                        + " likely and the average ones within the gap bound, after"
                                        + " more updates if need be.")
                ResponseRule response,
        @Parameter(
                        label = "Gap bound",
                        min = 0,
                        max = 1e6,
                        help =
                                "The largest BCCE gap of a certified response, in units of payoff;"
                                        + " not used otherwise. Smaller takes more updates.")
                double gapBound) {

    /** 100 response plays, an exact reward phase, every transition kept, the last strategies. */
    public Episode() {
        this(100, RewardPhase.EXACT, 1, 1, ResponseRule.LAST_MIXED, 0.05);
    }

    /** Reports a certified response in a game too large to compute its BCCE gap. */
    public void check(BaseGame game, Faults faults) {
        double cases = game.prior().size();
        for (int count : InducedGame.actionCounts(game)) {
            cases *= count;
        }
        if (response == ResponseRule.CERTIFIED && cases > Evaluator.MOST_CASES) {
            faults.at("response")
                    .add(
                            String.format(
                                    Locale.ROOT,
                                    "to certify it would take %.0f cases of types and actions,"
                                            + " more than the limit of %d",
                                    cases,
                                    Evaluator.MOST_CASES),
                            "Take the last mixed strategies, or fewer types or actions");
        }
    }
}
