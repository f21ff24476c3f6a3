package stackelberg.game;

import java.util.Optional;

/**
 * The repeated game that a leader's commitment induces among followers that act once a play,
 * tabulated: for every standing, type profile and joint follower action, played once, the payoffs
 * and how things stand afterwards. A learner that makes millions of plays against one commitment
 * looks them up here. Keeps the current standing; serves one thread.
 *
 * <p>A <em>cell</em> is the number (standing · profiles + profile) · joint actions + joint action.
 */
public final class StageGame {
    /** The most cells: beyond it tabulating would outweigh what it saves. */
    private static final long MOST_CELLS = 100_000;

    private final int jointActions;
    private final int profiles;

    /** {@code [follower][cell]}. */
    private final double[][] payoffs;

    /** {@code [cell]}. */
    private final double[] leader;

    /** {@code [cell]}, the standing after the play. */
    private final int[] after;

    /** {@code [cell]}, how often the leader acts in the play. */
    private final int[] turns;

    private int standing;
    private long leaderTurns;

    private StageGame(BaseGame game, LeaderPolicy policy) {
        int[] counts = InducedGame.actionCounts(game);
        jointActions = Math.toIntExact(JointIndex.count(counts));
        profiles = game.prior().size();
        payoffs = new double[game.followers()][game.standings() * profiles * jointActions];
        after = new int[payoffs[0].length];
        leader = new double[after.length];
        turns = new int[after.length];
        Play play = game.newPlay();
        int[] types = new int[counts.length];
        int[] actions = new int[counts.length];
        for (int cell = 0; cell < after.length; cell++) {
            game.prior().copy(cell / jointActions % profiles, types);
            JointIndex.decode(cell % jointActions, counts, actions);
            play.stand(cell / jointActions / profiles);
            int played = cell;
            Plays.run(
                    play,
                    types,
                    actions,
                    observation -> {
                        turns[played]++;
                        return policy.act(observation);
                    });
            for (int i = 0; i < payoffs.length; i++) {
                payoffs[i][cell] = play.payoff(i);
            }
            leader[cell] = play.leaderReward();
            after[cell] = play.standing();
        }
    }

    /** The stage game that {@code policy} induces; empty if it does not fit into a table. */
    public static Optional<StageGame> of(BaseGame game, LeaderPolicy policy) {
        double cells = (double) game.standings() * game.prior().size();
        for (int i = 0; i < game.followers(); i++) {
            cells *= game.followerObservations(i) > 1 ? Double.POSITIVE_INFINITY : game.actions(i);
        }
        return cells <= MOST_CELLS ? Optional.of(new StageGame(game, policy)) : Optional.empty();
    }

    /** How things stand for the next play. */
    public int standing() {
        return standing;
    }

    /** Sets how things stand for the next play. */
    public void stand(int now) {
        standing = now;
    }

    /** Plays once: moves on to the next standing and returns the cell that was played. */
    public int play(int profile, int joint) {
        int cell = (standing * profiles + profile) * jointActions + joint;
        standing = after[cell];
        leaderTurns += turns[cell];
        return cell;
    }

    /** How often the leader has acted in the plays so far. */
    public long leaderTurns() {
        return leaderTurns;
    }

    /** What the leader earned in a cell. */
    public double leaderReward(int cell) {
        return leader[cell];
    }

    /** What follower {@code follower} earned in a cell. */
    public double payoff(int follower, int cell) {
        return payoffs[follower][cell];
    }
}
