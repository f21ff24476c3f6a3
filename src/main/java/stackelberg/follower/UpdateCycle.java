package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.game.TypePrior;

/**
 * What response algorithms of full-information learners share: a type profile is drawn at the start
 * of each update and held fixed, a fixed number of plays fills in every follower's payoff for each
 * action, then all followers learn at once. Subclasses say which joint action each play visits and
 * what its outcome tells.
 *
 * <p>Description for a critic: each learner's state, the current types (one-hot), what the subclass
 * knows of the update in progress, the utilities accumulated in it, and the share of updates made.
 */
abstract class UpdateCycle implements StageResponse {
    final Seat[] seats;

    /** {@code [follower]}: its seat if this is how it learns. */
    final @Nullable HearsPayoffs[] pupils;

    final int[] actionCounts;
    final int[] types;
    final int[] actions;

    /** {@code [follower][action]}: ū_i(a) as far as the update in progress knows it. */
    final double[][] utilities;

    private final TypePrior prior;
    private final int playsPerUpdate;
    private final int updates;
    private final Response response;

    /** {@code [follower][type]}, the number of updates at a type. */
    private final int[][] counts;

    /** {@code [follower][type][action]}: Σ_t of what each action would have earned. */
    private final double[][][] hindsight;

    /** {@code [follower][type]}: Σ_t of what the strategy earned. */
    private final double[][] earned;

    private final StageOutcome looked = new StageOutcome();
    private int updatesDone;
    private int position;
    private int profile;

    /**
     * @param lesson which lesson's seats hear payoffs; the others act as they are
     */
    UpdateCycle(
            BaseGame game,
            Seat[] seats,
            Lesson[] lessons,
            Lesson lesson,
            int playsPerUpdate,
            int updates) {
        int n = seats.length;
        this.seats = seats;
        this.pupils = new HearsPayoffs[n];
        this.prior = game.prior();
        this.playsPerUpdate = playsPerUpdate;
        this.updates = updates;
        this.actionCounts = InducedGame.actionCounts(game);
        this.response = new SeatsResponse(seats, actionCounts);
        this.types = new int[n];
        this.actions = new int[n];
        this.utilities = new double[n][];
        this.counts = new int[n][];
        this.hindsight = new double[n][][];
        this.earned = new double[n][];
        for (int i = 0; i < n; i++) {
            pupils[i] = lessons[i] == lesson ? (HearsPayoffs) seats[i] : null;
            utilities[i] = new double[actionCounts[i]];
            counts[i] = new int[prior.types(i)];
            hindsight[i] = new double[prior.types(i)][actionCounts[i]];
            earned[i] = new double[prior.types(i)];
        }
    }

    /** The type profile of the next update: drawn from the prior. */
    int profile(RandomGenerator random) {
        return prior.sample(random);
    }

    /** Where in the update the play under way is, from 0. */
    final int position() {
        return position;
    }

    final int profiles() {
        return prior.size();
    }

    /** A new response phase begins. */
    void begin() {}

    /** An update's plays are made and the pupils have learned from them. */
    void updated() {}

    /** A new update begins at {@link #types}. */
    abstract void beginUpdate(RandomGenerator random);

    /** Sets {@link #actions} for the play at this position of the update, from 0. */
    abstract void visit(int position);

    /** Adds to {@link #utilities} what the play at this position tells. */
    abstract void hear(int position, Play outcome);

    /**
     * Makes a whole update's plays on a table: fills {@link #utilities} as {@link #hear} would.
     *
     * @param profile the number of the type profile {@link #types}
     * @return false if this algorithm has to make them one by one
     */
    boolean sweep(StageGame stage, int profile) {
        return false;
    }

    @Override
    public final int plays() {
        return updates * playsPerUpdate;
    }

    @Override
    public final int playsPerUpdate() {
        return playsPerUpdate;
    }

    @Override
    public final void reset() {
        for (Seat seat : seats) {
            seat.reset();
        }
        beginPhase();
    }

    @Override
    public final void carryOn() {
        for (Seat seat : seats) {
            seat.carryOn();
        }
        beginPhase();
    }

    private void beginPhase() {
        updatesDone = 0;
        position = 0;
        begin();
        for (int i = 0; i < seats.length; i++) {
            Arrays.fill(counts[i], 0);
            Arrays.fill(earned[i], 0);
            Arrays.fill(utilities[i], 0);
            Arrays.fill(types, 0);
            for (double[] sums : hindsight[i]) {
                Arrays.fill(sums, 0);
            }
        }
    }

    @Override
    public final void beginPlay(RandomGenerator random, int[] into) {
        if (position == 0) {
            begin(random);
        }
        visit(position);
        System.arraycopy(types, 0, into, 0, types.length);
    }

    private void begin(RandomGenerator random) {
        profile = profile(random);
        prior.copy(profile, types);
        for (double[] row : utilities) {
            Arrays.fill(row, 0);
        }
        beginUpdate(random);
    }

    @Override
    public final int play(StageGame stage, RandomGenerator random, int most) {
        int made = 0;
        while (made < most && !settled()) {
            if (position == 0) {
                begin(random);
                if (most - made >= playsPerUpdate && sweep(stage, profile)) {
                    made += playsPerUpdate;
                    complete();
                    continue;
                }
            }
            visit(position);
            int joint = 0;
            for (int i = 0; i < actions.length; i++) {
                joint = joint * actionCounts[i] + actions[i];
            }
            looked.up(stage, stage.play(profile, joint));
            endPlay(looked);
            made++;
        }
        return made;
    }

    @Override
    public final int action(int follower, int observation) {
        return actions[follower];
    }

    @Override
    public final void endPlay(Play outcome) {
        hear(position, outcome);
        position++;
        if (position == playsPerUpdate) {
            complete();
        }
    }

    private void complete() {
        position = 0;
        updatesDone++;
        for (int i = 0; i < pupils.length; i++) {
            if (pupils[i] != null) {
                account(i, types[i]);
            }
        }
        for (int i = 0; i < pupils.length; i++) {
            HearsPayoffs pupil = pupils[i];
            if (pupil != null) {
                pupil.learn(types[i], utilities[i]);
            }
        }
        updated();
    }

    /** The number of the type profile of the update under way. */
    final int profile() {
        return profile;
    }

    private void account(int follower, int type) {
        double[] strategy = seats[follower].strategy(type);
        double[] sums = hindsight[follower][type];
        double value = 0;
        for (int action = 0; action < sums.length; action++) {
            sums[action] += utilities[follower][action];
            value += strategy[action] * utilities[follower][action];
        }
        earned[follower][type] += value;
        counts[follower][type]++;
    }

    @Override
    public final void save(DataOutput out) throws IOException {
        for (Seat seat : seats) {
            seat.save(out);
        }
    }

    @Override
    public final void restore(DataInput in) throws IOException {
        for (Seat seat : seats) {
            seat.restore(in);
        }
    }

    @Override
    public final Response response() {
        return response;
    }

    @Override
    public final double regret(int follower, int type) {
        if (pupils[follower] == null) {
            return Double.NaN;
        }
        int count = counts[follower][type];
        if (count == 0) {
            return 0;
        }
        double best = Arrays.stream(hindsight[follower][type]).max().orElse(0);
        return (best - earned[follower][type]) / count;
    }

    @Override
    public final int stateSize() {
        int size = 2 + playsOfUpdateSize();
        for (int i = 0; i < seats.length; i++) {
            size += seats[i].stateSize() + prior.types(i) + actionCounts[i];
        }
        return size;
    }

    @Override
    public final void describe(float[] into, int from) {
        int at = from;
        for (int i = 0; i < seats.length; i++) {
            seats[i].describe(into, at);
            at += seats[i].stateSize();
            Arrays.fill(into, at, at + prior.types(i), 0);
            into[at + types[i]] = 1;
            at += prior.types(i);
            for (double utility : utilities[i]) {
                into[at++] = (float) utility;
            }
        }
        describePlays(into, at);
        at += playsOfUpdateSize();
        into[at++] = (float) position / playsPerUpdate;
        into[at] = (float) updatesDone / updates;
    }

    /** How many numbers {@link #describePlays} writes. */
    int playsOfUpdateSize() {
        return 0;
    }

    /** Writes what a critic may know of the plays of the update in progress. */
    void describePlays(float[] into, int at) {}
}
