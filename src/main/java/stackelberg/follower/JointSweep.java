package stackelberg.follower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.StageGame;

/**
 * The exact update: every joint follower action is played once, ∏|A_i| plays, and ū_i(a) = Σ_{a_−i}
 * σ_−i(a_−i | θ_−i) u_i(a, a_−i; θ) integrates over the others' current strategies.
 *
 * <p>Seats that respond to the commitment itself listen to the same plays, and know the game once
 * there was an update at every type profile. If all seats are of this kind the profiles are visited
 * in turn instead of being drawn, and when they know the game they think until no one would change
 * any more: with that the response is settled.
 */
final class JointSweep extends UpdateCycle {
    /** The most rounds of thinking without a play between them. */
    private static final int MOST_ROUNDS = 10_000;

    /** A change of a probability that counts as none. */
    private static final double UNCHANGED = 1e-12;

    private final int jointActions;

    /** {@code [follower]}: its seat if it responds to the commitment. */
    private final @Nullable HearsCommitment[] thinkers;

    /** What these know; null if there is no such seat. */
    private final @Nullable KnownGame known;

    /** Whether there are no other seats. */
    private final boolean onlyThinkers;

    private final KnownGame.Strategies strategies;
    private int nextProfile;
    private boolean settled;
    private int joint;

    JointSweep(BaseGame game, Seat[] seats, Lesson[] lessons, int updates) {
        super(
                game,
                seats,
                lessons,
                Lesson.SWEEP,
                Math.toIntExact(JointIndex.count(InducedGame.actionCounts(game))),
                updates);
        jointActions = playsPerUpdate();
        strategies = (follower, type) -> seats[follower].strategy(type);
        thinkers = new HearsCommitment[seats.length];
        for (int i = 0; i < seats.length; i++) {
            thinkers[i] = lessons[i] == Lesson.COMMITMENT ? (HearsCommitment) seats[i] : null;
        }
        boolean any = Arrays.asList(lessons).contains(Lesson.COMMITMENT);
        known = any ? new KnownGame(game) : null;
        onlyThinkers = Arrays.stream(lessons).allMatch(l -> l == Lesson.COMMITMENT);
    }

    @Override
    void begin() {
        nextProfile = 0;
        settled = false;
        if (known != null) {
            known.forget();
        }
    }

    @Override
    int profile(RandomGenerator random) {
        if (!onlyThinkers) {
            return super.profile(random);
        }
        int profile = nextProfile;
        nextProfile = (nextProfile + 1) % profiles();
        return profile;
    }

    @Override
    public boolean settled() {
        return settled;
    }

    @Override
    void beginUpdate(RandomGenerator random) {
        // The order of joint actions is fixed: nothing to draw.
    }

    @Override
    void visit(int position) {
        joint = position;
        if (position == 0) {
            Arrays.fill(actions, 0);
            return;
        }
        for (int i = actions.length - 1; ++actions[i] == actionCounts[i]; i--) {
            actions[i] = 0;
        }
    }

    @Override
    void hear(int position, Play outcome) {
        for (int i = 0; i < pupils.length; i++) {
            if (pupils[i] != null) {
                utilities[i][actions[i]] += others(i) * outcome.payoff(i);
            }
        }
        if (known != null) {
            known.note(profile(), joint, outcome.leaderReward());
            for (int i = 0; i < actions.length; i++) {
                known.note(i, profile(), joint, outcome.payoff(i));
            }
        }
    }

    @Override
    public double weight() {
        double product = jointActions;
        for (int j = 0; j < seats.length; j++) {
            product *= seats[j].strategy(types[j])[actions[j]];
        }
        return product;
    }

    /** Π_{j ≠ i} σ_j(a_j | θ_j). */
    private double others(int follower) {
        double others = 1;
        for (int j = 0; j < seats.length; j++) {
            if (j != follower) {
                others *= seats[j].strategy(types[j])[actions[j]];
            }
        }
        return others;
    }

    @Override
    boolean sweep(StageGame stage, int profile) {
        if (known != null) {
            return false;
        }
        if (seats.length == 1) {
            double[] utility = utilities[0];
            for (int action = 0; action < utility.length; action++) {
                utility[action] = stage.payoff(0, stage.play(profile, action));
            }
            return true;
        }
        for (int k = 0; k < jointActions; k++) {
            visit(k);
            int cell = stage.play(profile, k);
            for (int i = 0; i < seats.length; i++) {
                if (pupils[i] != null) {
                    utilities[i][actions[i]] += others(i) * stage.payoff(i, cell);
                }
            }
        }
        return true;
    }

    @Override
    void updated() {
        if (known == null) {
            return;
        }
        known.visited(profile());
        if (!onlyThinkers) {
            think(known);
        } else if (known.complete()) {
            for (int round = 0; round < MOST_ROUNDS && think(known) > UNCHANGED; round++) {}
            settled = true;
        }
    }

    /** Each in turn thinks again; by how much the one that moved most still is from its goal. */
    private double think(KnownGame game) {
        double largest = 0;
        for (HearsCommitment thinker : thinkers) {
            if (thinker != null) {
                largest = Math.max(largest, thinker.revise(game, strategies));
            }
        }
        return largest;
    }
}
