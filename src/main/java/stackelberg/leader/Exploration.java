package stackelberg.leader;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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
    private final Explorer explorer;
    private final @Nullable CriticInformation information;
    private final Rollout rollout;
    private final CommitmentCache commitment;
    private final RepeatedDecisions repeated;

    /** {@code [observation]}: the number of the decision that this episode took there. */
    private final int[] decision;

    /** What the critic sees. */
    private final float[] seen;

    private int firstOfEpisode;
    private int newest = NONE;

    /**
     * @param information what the rollout records for a critic; null if there is none
     */
    Exploration(
            StackelbergPomdp pomdp,
            Explorer explorer,
            @Nullable CriticInformation information,
            Rollout rollout) {
        this.pomdp = pomdp;
        this.explorer = explorer;
        this.information = information;
        this.rollout = rollout;
        this.seen = new float[information == null ? 0 : pomdp.criticSize(information)];
        this.commitment = new CommitmentCache(pomdp.game(), this::decide);
        this.repeated = new RepeatedDecisions(pomdp.game(), rollout);
        this.decision = new int[pomdp.game().leaderObservations()];
    }

    /** What is learned has changed: forgets what was drawn from and what was kept. */
    void beginRollout() {
        explorer.beginRollout();
        rollout.clear();
        repeated.forget();
    }

    /** A new outer episode, drawing from {@code stream}: forgets the commitment. */
    void beginEpisode(RandomGenerator stream) {
        explorer.beginEpisode(stream);
        commitment.forget();
        firstOfEpisode = rollout.size;
        newest = NONE;
    }

    @Override
    public double[] act(int observation, boolean keep) {
        double[] action = commitment.act(observation);
        if (keep) {
            newest = rollout.addTransition(observation, decision[observation]);
            if (information != null) {
                pomdp.describe(information, observation, seen);
                rollout.writeCritic(newest, seen);
            }
        }
        return action;
    }

    private void decide(int observation, double[] action) {
        int made = rollout.addDecision();
        double[] drawn = rollout.action[made];
        rollout.logProbability[made] = explorer.draw(observation, drawn);
        explorer.toGame(drawn, action);
        decision[observation] = repeated.representative(observation, made);
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
