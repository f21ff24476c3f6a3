package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.Adam;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** REINFORCE at work: a batch of whole outer episodes, then one gradient step on all of it. */
final class ReinforceTraining implements Training {
    private final Reinforce settings;
    private final StackelbergPomdp pomdp;
    private final Actor actor;
    private final Rollout rollout;
    private final Collector collector;
    private final LearningRate learningRate;
    private final Adam optimiser;
    private final ReinforceStep step;

    ReinforceTraining(
            Reinforce settings, StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        this.settings = settings;
        this.pomdp = pomdp;
        this.actor =
                Actor.linear(
                        pomdp.game(),
                        settings.initialLogSigma(),
                        FoldedRows.capacity(pomdp.game(), ReinforceStep.PART),
                        streams.at(Purpose.INITIALISATION, 0));
        this.rollout = new Rollout(actor.distribution().length(), 0);
        this.collector =
                new Collector(
                        pomdp,
                        streams,
                        new Exploration(pomdp, new ActorExplorer(actor), null, rollout),
                        rollout);
        this.learningRate =
                new LearningRate(settings.learningRate(), settings.annealedTo(), budget);
        this.optimiser = new Adam(actor.parameterArrays(), actor.gradientArrays());
        this.step = new ReinforceStep(pomdp.game(), actor, rollout);
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        long episodes = collector.episodes();
        double reward = collector.collectUntil(settings.batch(), watch);
        try {
            step.computeGradients(watch);
        } catch (CancellationException e) {
            collector.resumeAt(episodes);
            throw e;
        }
        double rate = learningRate.now(pomdp);
        double norm = optimiser.step(rate, Double.POSITIVE_INFINITY);
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put(REWARD, reward);
        step.report(diagnostics);
        diagnostics.put("gradient norm", norm);
        diagnostics.put("learning rate", rate);
        return diagnostics;
    }

    @Override
    public LeaderPolicy greedy() {
        return actor.greedy();
    }

    @Override
    public double[] exploration(int observation) {
        return actor.exploration(observation);
    }

    @Override
    public long outerEpisodes() {
        return collector.episodes();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(collector.episodes());
        actor.save(out);
        optimiser.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        collector.resumeAt(in.readLong());
        actor.restore(in);
        optimiser.restore(in);
    }
}
