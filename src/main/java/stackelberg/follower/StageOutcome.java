package stackelberg.follower;

import org.jspecify.annotations.Nullable;
import stackelberg.game.Play;
import stackelberg.game.StageGame;

/** The end of a play that was looked up in a table: only its rewards can be asked for. */
final class StageOutcome implements Play {
    private @Nullable StageGame stage;
    private int cell;

    /** Makes this the end of the play in {@code cell}. */
    void up(StageGame in, int at) {
        stage = in;
        cell = at;
    }

    @Override
    public double payoff(int follower) {
        StageGame in = stage;
        if (in == null) {
            throw new IllegalStateException("nothing was looked up");
        }
        return in.payoff(follower, cell);
    }

    @Override
    public Turn turn() {
        return Turn.END;
    }

    @Override
    public void begin(int[] types) {
        throw new IllegalStateException("the play is over");
    }

    @Override
    public void followersAct(int[] actions) {
        throw new IllegalStateException("the play is over");
    }

    @Override
    public int leaderObservation() {
        throw new IllegalStateException("the play is over");
    }

    @Override
    public void leaderActs(double[] action) {
        throw new IllegalStateException("the play is over");
    }

    @Override
    public double leaderReward() {
        StageGame in = stage;
        if (in == null) {
            throw new IllegalStateException("nothing was looked up");
        }
        return in.leaderReward(cell);
    }
}
