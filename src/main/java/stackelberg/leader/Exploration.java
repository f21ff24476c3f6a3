package stackelberg.leader;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.network.ActionDistribution;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * The leader exploring: in each outer episode it draws an action at an observation once and repeats
 * it whenever the observation comes back, a deterministic commitment within the episode.
 * Transitions that are kept go to a {@link Rollout}.
 */
final class Exploration implements LeaderSeat {
    private static final int NONE = -1;

    private final StackelbergPomdp pomdp;
    private final Actor actor;
    private final CriticInformation information;
    private final Rollout rollout;
    private final ActionDistribution distribution;

    /** {@code [observation]}: the distribution's parameters, valid for the whole rollout. */
    private final float[][] parameters;

    private final boolean[] parametersKnown;

    /** {@code [observation]}: this episode's decision and the action handed to the game. */
    private final int[] decision;

    private final double[][] action;

    private RandomGenerator random;
    private int firstOfEpisode;
    private int newest = NONE;

    Exploration(
            StackelbergPomdp pomdp,
            Actor actor,
            CriticInformation information,
            Rollout rollout,
            RandomGenerator random) {
        int observations = pomdp.game().leaderObservations();
        this.pomdp = pomdp;
        this.actor = actor;
        this.information = information;
        this.rollout = rollout;
        this.random = random;
        this.distribution = actor.distribution();
        this.parameters = new float[observations][distribution.parameters()];
        this.parametersKnown = new boolean[observations];
        this.decision = new int[observations];
        this.action = new double[observations][pomdp.game().leaderActions().length()];
    }

    /** The actor has changed: forgets what it said and what was kept. */
    void beginRollout() {
        Arrays.fill(parametersKnown, false);
        rollout.clear();
    }

    /** A new outer episode, drawing from {@code stream}: forgets the commitment. */
    void beginEpisode(RandomGenerator stream) {
        random = stream;
        Arrays.fill(decision, NONE);
        firstOfEpisode = rollout.size;
        newest = NONE;
    }

    @Override
    public double[] act(int observation, boolean keep) {
        if (decision[observation] == NONE) {
            decide(observation);
        }
        if (keep) {
            newest = rollout.addTransition(observation, decision[observation]);
            pomdp.describe(information, observation, rollout.critic[newest]);
        }
        return action[observation];
    }

    private void decide(int observation) {
        if (!parametersKnown[observation]) {
            float[] fresh = actor.parameters(observation);
            System.arraycopy(fresh, 0, parameters[observation], 0, fresh.length);
            parametersKnown[observation] = true;
        }
        int made = rollout.addDecision();
        double[] drawn = rollout.action[made];
        distribution.sample(parameters[observation], random, drawn);
        rollout.logProbability[made] = distribution.logProbability(parameters[observation], drawn);
        actor.toGame(drawn, action[observation]);
        decision[observation] = made;
    }

    @Override
    public void reward(double reward) {
        rollout.reward[newest] += reward;
    }

    @Override
    public void end() {
        if (rollout.size > firstOfEpisode) {
            rollout.last[rollout.size - 1] = true;
        }
    }
}
