package stackelberg.pomdp;

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
                double responseTransitions) {

    /** 100 response plays, an exact reward phase, every transition kept. */
    public Episode() {
        this(100, RewardPhase.EXACT, 1, 1);
    }
}
