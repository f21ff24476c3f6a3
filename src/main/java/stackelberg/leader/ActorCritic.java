package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stackelberg.leader.Costs.Part;
import stackelberg.network.KeptArrays;
import stackelberg.network.Mlp;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * What learners with an actor and a critic share: both networks, and rollouts of whole outer
 * episodes with the critic's ratings and the advantages that follow from them.
 */
final class ActorCritic {
    private final Actor actor;
    private final Mlp critic;
    private final Rollout rollout;

    /** Rows of the rollout that the critic rates together. */
    private final float[][] batch;

    private final Collector collector;
    private final int episodesPerRollout;
    private final Costs costs = new Costs();
    private final KeptArrays kept;
    private long keptEpisodes;
    private double explainedVariance;

    /**
     * @param transitions a rollout is the fewest maximum-length outer episodes that reach them
     * @param batchSize the most transitions in one gradient pass
     */
    ActorCritic(
            StackelbergPomdp pomdp,
            RandomStreams streams,
            CriticInformation information,
            int hiddenUnits,
            double initialLogSigma,
            int transitions,
            int batchSize) {
        this.actor =
                new Actor(
                        pomdp.game(),
                        hiddenUnits,
                        initialLogSigma,
                        FoldedRows.capacity(pomdp.game(), batchSize),
                        streams.at(Purpose.INITIALISATION, 0));
        this.critic =
                new Mlp(
                        pomdp.criticSize(information),
                        hiddenUnits,
                        1,
                        1,
                        batchSize,
                        streams.at(Purpose.INITIALISATION, 1));
        this.batch = new float[batchSize][critic.inputs()];
        this.rollout = new Rollout(actor.distribution().length(), critic.inputs());
        this.kept = new KeptArrays(parameterArrays());
        long most = Math.max(1, pomdp.kept());
        this.episodesPerRollout = (int) ((transitions + most - 1) / most);
        this.collector =
                new Collector(
                        pomdp,
                        streams,
                        exploration(pomdp, information, rollout),
                        rollout,
                        Crew.of(
                                pomdp,
                                streams,
                                episodesPerRollout,
                                Cores.count(),
                                rollout,
                                (twin, kept) -> exploration(twin, information, kept)));
    }

    private Exploration exploration(
            StackelbergPomdp pomdp, CriticInformation information, Rollout into) {
        return new Exploration(pomdp, new ActorExplorer(actor), information, into);
    }

    /**
     * Replaces the rollout by a fresh one with its advantages.
     *
     * @return the leader's mean reward over its outer episodes
     */
    double collect(double lambda, Watch watch) {
        costs.begin();
        double reward = collector.collect(episodesPerRollout, watch);
        costs.charge(Part.COLLECTING);
        rateRollout(watch);
        rollout.estimateAdvantages(lambda);
        if (!rollout.tellsCommitmentsApart()) {
            // What is left are the critic's errors. Normalised they would be a random walk of the
            // policy, away from an optimum at which every commitment earns the same.
            Arrays.fill(rollout.advantage, 0, rollout.size, 0);
        }
        explainedVariance = rollout.explainedVariance();
        costs.charge(Part.RATING);
        return reward;
    }

    private void rateRollout(Watch watch) {
        for (int from = 0; from < rollout.size; from += batch.length) {
            watch.work();
            int rows = Math.min(batch.length, rollout.size - from);
            for (int k = 0; k < rows; k++) {
                rollout.readCritic(from + k, batch[k]);
            }
            float[][] values = critic.forward(batch, rows);
            for (int k = 0; k < rows; k++) {
                rollout.value[from + k] = values[k][0];
            }
        }
    }

    Actor actor() {
        return actor;
    }

    Mlp critic() {
        return critic;
    }

    Costs costs() {
        return costs;
    }

    Rollout rollout() {
        return rollout;
    }

    /** How much of the newest rollout's outcomes the critic foresaw. */
    double explainedVariance() {
        return explainedVariance;
    }

    /** Outer episodes of all completed rollouts. */
    long episodes() {
        return collector.episodes();
    }

    /** The actor's parameters and then the critic's: one optimiser, and one norm that caps both. */
    List<float[]> parameterArrays() {
        List<float[]> all = new ArrayList<>(actor.parameterArrays());
        all.addAll(critic.parameters());
        return all;
    }

    /** The gradients of {@link #parameterArrays}. */
    List<float[]> gradientArrays() {
        List<float[]> all = new ArrayList<>(actor.gradientArrays());
        all.addAll(critic.gradients());
        return all;
    }

    /** Remembers both networks and how many episodes there were. */
    void keep() {
        kept.keep();
        keptEpisodes = collector.episodes();
    }

    /** Goes back to what {@link #keep} remembered. */
    void goBack() {
        kept.goBack();
        collector.resumeAt(keptEpisodes);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(collector.episodes());
        actor.save(out);
        critic.save(out);
    }

    void restore(DataInput in) throws IOException {
        collector.resumeAt(in.readLong());
        actor.restore(in);
        critic.restore(in);
    }
}
