package stackelberg.pomdp;

import java.util.Arrays;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;

/**
 * A base game whose leader also observes the phase of the Stackelberg POMDP: a diagnostic that
 * breaks the restriction on which its equivalence to the leader's problem rests (Brero et al. 2024,
 * Sec. 4). Observation o in the reward phase has the number |O| + o.
 */
final class PhaseVisible implements BaseGame {
    private final BaseGame game;

    PhaseVisible(BaseGame game) {
        this.game = game;
    }

    @Override
    public int leaderObservations() {
        return 2 * game.leaderObservations();
    }

    @Override
    public int leaderObservationSize() {
        return 2 * game.leaderObservationSize();
    }

    /** The description in the first half during the response phase, else in the second. */
    @Override
    public void describe(int observation, float[] into, int at) {
        int size = game.leaderObservationSize();
        int phase = observation / game.leaderObservations();
        Arrays.fill(into, at, at + 2 * size, 0);
        game.describe(observation % game.leaderObservations(), into, at + phase * size);
    }

    @Override
    public String leaderObservationName(int observation) {
        return game.leaderObservationName(observation % game.leaderObservations())
                + (observation < game.leaderObservations() ? ", response" : ", reward");
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
