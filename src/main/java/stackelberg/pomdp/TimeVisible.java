package stackelberg.pomdp;

import java.util.Arrays;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;

/**
 * A base game whose leader also observes when it acts: in which part of the response phase, or
 * whether in the reward phase. A diagnostic that breaks the restriction on which the equivalence of
 * the Stackelberg POMDP to the leader's problem rests (Brero et al. 2024, Sec. 4): such a leader
 * may change its mind while its followers learn (Deng, Schneider & Sivan 2019). Observation o at
 * time t has the number t |O| + o.
 */
final class TimeVisible implements BaseGame {
    private final BaseGame game;
    private final int periods;
    private final int times;

    /**
     * @param periods parts of the response phase that are told apart
     * @param times the same, and one more if the reward phase is told apart from the last
     */
    TimeVisible(BaseGame game, int periods, int times) {
        this.game = game;
        this.periods = periods;
        this.times = times;
    }

    @Override
    public int leaderObservations() {
        return times * game.leaderObservations();
    }

    @Override
    public int leaderObservationSize() {
        return times * game.leaderObservationSize();
    }

    /** The description in the part that belongs to the time, among zeros. */
    @Override
    public void describe(int observation, float[] into, int at) {
        int size = game.leaderObservationSize();
        int time = observation / game.leaderObservations();
        Arrays.fill(into, at, at + times * size, 0);
        game.describe(observation % game.leaderObservations(), into, at + time * size);
    }

    @Override
    public String leaderObservationName(int observation) {
        int time = observation / game.leaderObservations();
        String when =
                time == periods
                        ? "reward"
                        : "response" + (periods > 1 ? ", part " + (time + 1) : "");
        return game.leaderObservationName(observation % game.leaderObservations()) + ", " + when;
    }

    @Override
    public int followers() {
        return game.followers();
    }

    @Override
    public TypePrior prior() {
        return game.prior();
    }

    @Override
    public int actions(int follower) {
        return game.actions(follower);
    }

    @Override
    public ActionSpace leaderActions() {
        return game.leaderActions();
    }

    @Override
    public int leaderTurns() {
        return game.leaderTurns();
    }

    @Override
    public Play newPlay() {
        return game.newPlay();
    }

    @Override
    public String[] meaningNames() {
        return game.meaningNames();
    }

    @Override
    public double[] meaning(double[] action) {
        return game.meaning(action);
    }

    @Override
    public double[] meaning(int observation, double[] action) {
        return game.meaning(observation % game.leaderObservations(), action);
    }
}
