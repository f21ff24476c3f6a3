package stackelberg.follower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.Play;

/**
 * The sampled update: a reference profile a is drawn from the followers' current strategies, then
 * every follower tries each of its actions against the others' reference actions, Σ|A_i| plays, and
 * ū_i(a') = u_i(a', a_−i; θ). An unbiased estimate of the exact update's utilities.
 */
final class SampledDeviations extends UpdateCycle {
    private final int[] reference;

    /** Which follower deviates in each play of an update. */
    private final int[] deviator;

    /** To which action it deviates. */
    private final int[] deviation;

    SampledDeviations(BaseGame game, Seat[] seats, Lesson[] lessons, int updates) {
        super(
                game,
                seats,
                lessons,
                Lesson.DEVIATIONS,
                Arrays.stream(InducedGame.actionCounts(game)).sum(),
                updates);
        int plays = Arrays.stream(actionCounts).sum();
        reference = new int[seats.length];
        deviator = new int[plays];
        deviation = new int[plays];
        int play = 0;
        for (int i = 0; i < seats.length; i++) {
            for (int action = 0; action < actionCounts[i]; action++) {
                deviator[play] = i;
                deviation[play++] = action;
            }
        }
    }

    @Override
    void beginUpdate(RandomGenerator random) {
        response().draw(types, random, reference);
    }

    @Override
    void visit(int position) {
        System.arraycopy(reference, 0, actions, 0, reference.length);
        actions[deviator[position]] = deviation[position];
    }

    /** The others act as they would; the deviator's action counts with its probability. */
    @Override
    public double weight() {
        int i = deviator[position()];
        return (double) deviator.length / seats.length * seats[i].strategy(types[i])[actions[i]];
    }

    @Override
    void hear(int position, Play outcome) {
        int follower = deviator[position];
        utilities[follower][deviation[position]] = outcome.payoff(follower);
    }

    @Override
    int playsOfUpdateSize() {
        return deviator.length;
    }

    @Override
    void describePlays(float[] into, int from) {
        int at = from;
        for (int i = 0; i < reference.length; i++) {
            Arrays.fill(into, at, at + actionCounts[i], 0);
            into[at + reference[i]] = 1;
            at += actionCounts[i];
        }
    }
}
