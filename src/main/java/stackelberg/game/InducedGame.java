package stackelberg.game;

/**
 * The subgame G_π that a leader's policy induces among the followers (Brero et al. 2024, Def. 2.2),
 * tabulated for followers that act once a play: every type profile and joint follower action,
 * played once.
 */
public final class InducedGame {
    private final BaseGame game;
    private final int[] actionCounts;
    private final int jointActions;
    private final double[][] leader;
    private final double[][][] payoffs;
    private final Play play;
    private final int[] types;
    private final int[] actions;

    private InducedGame(BaseGame game, double[][] leader, double[][][] payoffs) {
        this.game = game;
        this.actionCounts = actionCounts(game);
        this.jointActions = Math.toIntExact(JointIndex.count(actionCounts));
        this.leader = leader;
        this.payoffs = payoffs;
        this.play = game.newPlay();
        this.types = new int[game.followers()];
        this.actions = new int[game.followers()];
    }

    /** Plays {@code game} under {@code policy} once for each type profile and joint action. */
    public static InducedGame of(BaseGame game, LeaderPolicy policy) {
        InducedGame induced = blank(game);
        induced.tabulate(policy);
        return induced;
    }

    /** A table of zeros, to be filled by {@link #tabulate}. */
    public static InducedGame blank(BaseGame game) {
        int joints = Math.toIntExact(JointIndex.count(actionCounts(game)));
        return new InducedGame(
                game,
                new double[game.prior().size()][joints],
                new double[game.followers()][game.prior().size()][joints]);
    }

    /** Replaces the table by that of the subgame which {@code policy} induces. */
    public void tabulate(LeaderPolicy policy) {
        for (int profile = 0; profile < leader.length; profile++) {
            game.prior().copy(profile, types);
            for (int joint = 0; joint < jointActions; joint++) {
                JointIndex.decode(joint, actionCounts, actions);
                Plays.run(play, types, actions, policy);
                leader[profile][joint] = play.leaderReward();
                for (int i = 0; i < payoffs.length; i++) {
                    payoffs[i][profile][joint] = play.payoff(i);
                }
            }
        }
    }

    /**
     * A subgame whose table is known.
     *
     * @param leader {@code [type profile][joint action]}; the table is used as it stands, so that
     *     whoever owns it may go on to another subgame
     * @param payoffs {@code [follower][type profile][joint action]}, the same
     */
    public static InducedGame of(BaseGame game, double[][] leader, double[][][] payoffs) {
        return new InducedGame(game, leader, payoffs);
    }

    /** |A_i| of each follower. */
    public static int[] actionCounts(BaseGame game) {
        int[] counts = new int[game.followers()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = game.actions(i);
        }
        return counts;
    }

    /** The game that was played. */
    public BaseGame game() {
        return game;
    }

    /** |A_i| of each follower. */
    public int[] actionCounts() {
        return actionCounts.clone();
    }

    /** ∏|A_i|. */
    public int jointActions() {
        return jointActions;
    }

    /** The leader's reward at a type profile's number and a joint action's number. */
    public double leaderReward(int profile, int joint) {
        return leader[profile][joint];
    }

    /** Follower i's payoff at a type profile's number and a joint action's number. */
    public double payoff(int follower, int profile, int joint) {
        return payoffs[follower][profile][joint];
    }
}
