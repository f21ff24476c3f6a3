package stackelberg.pomdp;

import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;

/**
 * Plays of a subgame that a leader's commitment induces, looked up in its table: the followers act,
 * and the play is over. What a response algorithm learns from is the same as in the game itself.
 */
final class InducedPlay implements Play {
    private final int[] typeCounts;
    private final int[] actionCounts;
    private final int[] profileOf;
    private final InducedGame induced;
    private int profile;
    private int joint;
    private Turn turn = Turn.END;

    InducedPlay(InducedGame induced) {
        this.induced = induced;
        this.actionCounts = induced.actionCounts();
        this.typeCounts = new int[actionCounts.length];
        for (int i = 0; i < typeCounts.length; i++) {
            typeCounts[i] = induced.game().prior().types(i);
        }
        this.profileOf = new int[(int) JointIndex.count(typeCounts)];
        for (int p = 0; p < induced.game().prior().size(); p++) {
            profileOf[JointIndex.encode(induced.game().prior().profile(p), typeCounts)] = p;
        }
    }

    @Override
    public void begin(int[] types) {
        profile = profileOf[JointIndex.encode(types, typeCounts)];
        turn = Turn.FOLLOWERS;
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void followersAct(int[] actions) {
        joint = JointIndex.encode(actions, actionCounts);
        turn = Turn.END;
    }

    @Override
    public int leaderObservation() {
        throw new IllegalStateException("the leader has committed itself");
    }

    @Override
    public void leaderActs(double[] action) {
        throw new IllegalStateException("the leader has committed itself");
    }

    @Override
    public double leaderReward() {
        return induced.leaderReward(profile, joint);
    }

    @Override
    public double payoff(int follower) {
        return induced.payoff(follower, profile, joint);
    }
}
