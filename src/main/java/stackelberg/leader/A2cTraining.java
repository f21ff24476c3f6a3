package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.Optimiser;
import stackelberg.network.RmsProp;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** A2C at work: a rollout of whole outer episodes, then one gradient step on all of it. */
final class A2cTraining implements Training {
    private final A2c settings;
    private final StackelbergPomdp pomdp;
    private final ActorCritic networks;
    private final LearningRate learningRate;
    private final Optimiser optimiser;
    private final A2cStep step;

    A2cTraining(A2c settings, StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        this.settings = settings;
        this.pomdp = pomdp;
        this.networks =
                new ActorCritic(
                        pomdp,
                        streams,
                        settings.critic(),
                        settings.hiddenUnits(),
                        settings.initialLogSigma(),
                        settings.rollout(),
                        A2cStep.PART);
        this.learningRate =
                new LearningRate(settings.learningRate(), settings.annealedTo(), budget);
        this.optimiser =
                new RmsProp(
                        networks.parameterArrays(),
                        networks.gradientArrays(),
                        settings.squareDecay(),
                        settings.squareFloor());
        this.step = new A2cStep(settings, pomdp.game(), networks);
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        networks.keep();
        double reward;
        try {
            reward = networks.collect(settings.lambda(), watch);
            step.computeGradients(watch);
        } catch (CancellationException e) {
            networks.goBack();
            throw e;
        }
        double rate = learningRate.now(pomdp);
        double norm = optimiser.step(rate, settings.gradientNorm());
        networks.costs().charge(Costs.Part.STEPPING);
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put(REWARD, reward);
        step.report(diagnostics);
        diagnostics.put("gradient norm", norm);
        diagnostics.put("explained variance", networks.explainedVariance());
        diagnostics.put("learning rate", rate);
        return diagnostics;
    }

    @Override
    public Costs costs() {
        return networks.costs();
    }

    @Override
    public LeaderPolicy greedy() {
        return networks.actor().greedy();
    }

    @Override
    public double[] exploration(int observation) {
        return networks.actor().exploration(observation);
    }

    @Override
    public long outerEpisodes() {
        return networks.episodes();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        networks.save(out);
        optimiser.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        networks.restore(in);
        optimiser.restore(in);
    }
}
