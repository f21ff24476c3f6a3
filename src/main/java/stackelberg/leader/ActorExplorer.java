package stackelberg.leader;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import stackelberg.network.ActionDistribution;

/** Draws from an actor's distribution, which it computes once per observation and rollout. */
final class ActorExplorer implements Explorer {
    private final Actor actor;
    private final ActionDistribution distribution;

    /** {@code [observation]}: the distribution's parameters, valid for the whole rollout. */
    private final float[][] parameters;

    private final boolean[] known;
    private RandomGenerator random = new SplittableRandom(0);

    ActorExplorer(Actor actor) {
        int observations = actor.game().leaderObservations();
        this.actor = actor;
        this.distribution = actor.distribution();
        this.parameters = new float[observations][distribution.parameters()];
        this.known = new boolean[observations];
    }

    @Override
    public int actionLength() {
        return distribution.length();
    }

    @Override
    public void beginRollout() {
        Arrays.fill(known, false);
    }

    @Override
    public void beginEpisode(RandomGenerator stream) {
        random = stream;
    }

    @Override
    public double draw(int observation, double[] drawn) {
        if (!known[observation]) {
            // Several threads may explore with one actor, whose network has one set of buffers.
            synchronized (actor) {
                float[] fresh = actor.parameters(observation);
                System.arraycopy(fresh, 0, parameters[observation], 0, fresh.length);
            }
            known[observation] = true;
        }
        distribution.sample(parameters[observation], random, drawn);
        return distribution.logProbability(parameters[observation], drawn);
    }

    @Override
    public void toGame(double[] drawn, double[] action) {
        actor.toGame(drawn, action);
    }
}
