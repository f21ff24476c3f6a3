package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.game.TypePrior;

/**
 * Plays that the followers make as they please: in each every follower acts on what it knows, then
 * those of them that learn from their own plays take in what it brought them. Where a follower
 * remembers earlier plays, the plays are the stages of one repeated game and the value of a play
 * includes what follows it; where it does not, nothing follows.
 *
 * <p>Settled once all learn from their own plays and none has changed for its window of plays.
 *
 * <p>Description for a critic: that of every seat.
 */
final class OwnPlays implements StageResponse {
    private static final int NEVER = Integer.MAX_VALUE;

    private final TypePrior prior;
    private final Seat[] seats;

    /** {@code [follower]}: its seat if this is how it learns. */
    private final @Nullable HearsPlays[] pupils;

    /** Those of them who hear what all know and do. */
    private final HearsEveryone[] witnesses;

    /** {@code [follower]}: whether something follows from its last action in a play. */
    private final boolean[] goesOn;

    private final int[] actionCounts;
    private final int plays;
    private final Response response;

    private final int[] types;
    private final int[] observations;
    private final int[] situations;
    private final int[] actions;
    private final double[] earned;
    private final int[] changedAt;

    private RandomGenerator random = RandomGenerator.getDefault();
    private boolean fresh;
    private boolean newHistory;
    private boolean acted;
    private int played;
    private int profile;

    /** The play before which the response is settled if no one changes. */
    private int settledAt;

    OwnPlays(BaseGame game, Seat[] seats, Lesson[] lessons, int plays) {
        this.prior = game.prior();
        this.seats = seats;
        this.actionCounts = InducedGame.actionCounts(game);
        this.plays = plays;
        int n = seats.length;
        this.pupils = new HearsPlays[n];
        this.goesOn = new boolean[n];
        for (int i = 0; i < n; i++) {
            pupils[i] = lessons[i] == Lesson.OWN_PLAYS ? (HearsPlays) seats[i] : null;
            goesOn[i] = seats[i].histories() > 1;
        }
        this.witnesses =
                Arrays.stream(pupils)
                        .filter(HearsEveryone.class::isInstance)
                        .toArray(HearsEveryone[]::new);
        for (HearsEveryone witness : witnesses) {
            witness.meet(seats);
        }
        this.types = new int[n];
        this.observations = new int[n];
        this.situations = new int[n];
        this.actions = new int[n];
        this.earned = new double[n];
        this.changedAt = new int[n];
        this.response = new SeatsResponse(seats, actionCounts);
        reset();
    }

    @Override
    public int plays() {
        return plays;
    }

    /** So many that every joint action can be met with several times; strategies move slowly. */
    @Override
    public int playsPerUpdate() {
        return (int)
                Math.max(1, Math.min(plays, Followers.OWN_PLAYS * JointIndex.count(actionCounts)));
    }

    @Override
    public void reset() {
        for (Seat seat : seats) {
            seat.reset();
        }
        newHistory = true;
        beginPhase();
    }

    @Override
    public void carryOn() {
        for (Seat seat : seats) {
            seat.carryOn();
        }
        beginPhase();
    }

    private void beginPhase() {
        fresh = true;
        played = 0;
        Arrays.fill(changedAt, 0);
        reckonSettling();
    }

    @Override
    public boolean settled() {
        return played >= settledAt;
    }

    private void reckonSettling() {
        int latest = 0;
        for (int i = 0; i < pupils.length; i++) {
            HearsPlays pupil = pupils[i];
            int window = pupil == null ? 0 : pupil.window();
            latest =
                    window == 0 || window > NEVER - changedAt[i]
                            ? NEVER
                            : Math.max(latest, changedAt[i] + window);
        }
        settledAt = latest;
    }

    /** Before the first play of a response phase: types, and a past if there is none. */
    private void awake(RandomGenerator given) {
        random = given;
        if (fresh) {
            fresh = false;
            drawTypes();
            if (newHistory) {
                newHistory = false;
                for (HearsPlays pupil : pupils) {
                    if (pupil != null) {
                        pupil.imagineHistory(random);
                    }
                }
            }
        }
    }

    private void drawTypes() {
        profile = prior.sample(random);
        prior.copy(profile, types);
    }

    @Override
    public void beginPlay(RandomGenerator given, int[] into) {
        awake(given);
        acted = false;
        Arrays.fill(earned, 0);
        System.arraycopy(types, 0, into, 0, types.length);
    }

    @Override
    public void beginTurn(Play play) {
        for (int i = 0; i < seats.length; i++) {
            int observation = play.followerObservation(i);
            observations[i] = observation;
            HearsPlays pupil = pupils[i];
            if (pupil == null) {
                actions[i] = seats[i].respond(types[i], observation, random);
                continue;
            }
            int situation = pupil.situation(types[i], observation);
            if (acted) {
                learn(i, pupil, play.payoff(i) - earned[i], situation);
                earned[i] = play.payoff(i);
            }
            situations[i] = situation;
            actions[i] = pupil.choose(situation, random);
        }
        acted = true;
        tellWitnesses();
    }

    private void tellWitnesses() {
        for (HearsEveryone witness : witnesses) {
            witness.witness(types, observations, actions);
        }
    }

    @Override
    public int action(int follower, int observation) {
        return actions[follower];
    }

    @Override
    public void endPlay(Play outcome) {
        if (acted) {
            for (int i = 0; i < seats.length; i++) {
                earned[i] = outcome.payoff(i) - earned[i];
            }
            endPlay(JointIndex.encode(actions, actionCounts));
        }
    }

    /**
     * All learn from {@link #earned}, what the last action brought, and where it has led: the types
     * of the next play are drawn now, since its value depends on them.
     */
    private void endPlay(int joint) {
        drawTypes();
        for (int i = 0; i < seats.length; i++) {
            seats[i].remember(joint);
            HearsPlays pupil = pupils[i];
            if (pupil != null) {
                int next = goesOn[i] ? pupil.situation(types[i], 0) : HearsPlays.OVER;
                learn(i, pupil, earned[i], next);
                pupil.endPlay();
            }
        }
        played++;
    }

    private void learn(int follower, HearsPlays pupil, double brought, int next) {
        if (pupil.learn(situations[follower], actions[follower], brought, next)) {
            changedAt[follower] = played + 1;
            reckonSettling();
        }
    }

    @Override
    public int play(StageGame stage, RandomGenerator given, int most) {
        awake(given);
        int from = played;
        int to = (int) Math.min((long) from + most, NEVER);
        while (played < to && played < settledAt) {
            int joint = 0;
            for (int i = 0; i < seats.length; i++) {
                HearsPlays pupil = pupils[i];
                int action;
                if (pupil == null) {
                    action = seats[i].respond(types[i], 0, random);
                } else {
                    int situation = pupil.situation(types[i], 0);
                    action = pupil.choose(situation, random);
                    situations[i] = situation;
                }
                actions[i] = action;
                joint = joint * actionCounts[i] + action;
            }
            tellWitnesses();
            int cell = stage.play(profile, joint);
            for (int i = 0; i < seats.length; i++) {
                earned[i] = stage.payoff(i, cell);
            }
            endPlay(joint);
        }
        return played - from;
    }

    @Override
    public Response response() {
        return response;
    }

    @Override
    public double regret(int follower, int type) {
        return Double.NaN;
    }

    @Override
    public int stateSize() {
        int size = 0;
        for (Seat seat : seats) {
            size += seat.stateSize();
        }
        return size;
    }

    @Override
    public void describe(float[] into, int from) {
        int at = from;
        for (Seat seat : seats) {
            seat.describe(into, at);
            at += seat.stateSize();
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (Seat seat : seats) {
            seat.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        newHistory = false;
        for (Seat seat : seats) {
            seat.restore(in);
        }
    }
}
