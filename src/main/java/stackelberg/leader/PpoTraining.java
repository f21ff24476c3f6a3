package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.Adam;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * PPO at work: collects a rollout of whole outer episodes, estimates advantages, and goes through
 * it in shuffled minibatches for some epochs (Schulman et al. 2017, Algorithm 1).
 */
final class PpoTraining implements Training {
    private final Ppo settings;
    private final StackelbergPomdp pomdp;
    private final RandomStreams streams;
    private final ActorCritic networks;
    private final LearningRate learningRate;
    private final StepTeam team;
    private final Adam optimiser;
    private final PpoStep step;

    private final Scouting scouting;
    private final MeanReward rewards = new MeanReward();

    private int[] order = new int[0];
    private long iterations;

    PpoTraining(Ppo settings, StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        this.settings = settings;
        this.pomdp = pomdp;
        this.streams = streams;
        this.networks =
                new ActorCritic(
                        pomdp,
                        streams,
                        settings.critic(),
                        settings.hiddenUnits(),
                        settings.initialLogSigma(),
                        settings.rollout(),
                        settings.minibatch());
        this.learningRate =
                new LearningRate(settings.learningRate(), settings.annealedTo(), budget);
        this.optimiser = new Adam(networks.parameterArrays(), networks.gradientArrays());
        this.team = StepTeam.ofTwo();
        this.step =
                new PpoStep(
                        settings,
                        pomdp.game(),
                        networks.actor(),
                        networks.critic(),
                        networks.rollout(),
                        optimiser,
                        team,
                        networks.costs());
        this.scouting = new Scouting(settings, pomdp, streams, budget, networks.actor(), rewards);
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        rewards.clear();
        step.clearStatistics();
        networks.keep();
        optimiser.keep();
        double rate;
        try {
            rate = advance(watch);
        } catch (CancellationException e) {
            networks.goBack();
            optimiser.goBack();
            throw e;
        }
        scouting.complete();
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put(REWARD, rewards.mean());
        step.report(diagnostics);
        diagnostics.put("explained variance", networks.explainedVariance());
        diagnostics.put("learning rate", rate);
        return diagnostics;
    }

    /** Scouts, or collects a rollout and learns from it; returns the learning rate. */
    private double advance(Watch watch) {
        if (scouting.active()) {
            scouting.scout(watch);
            return learningRate.now(pomdp);
        }
        scouting.compare(watch);
        long before = networks.episodes();
        double mean = networks.collect(settings.lambda(), watch);
        rewards.add(mean, networks.episodes() - before);
        double rate = learningRate.now(pomdp);
        learn(rate, watch);
        iterations++;
        return rate;
    }

    private void learn(double rate, Watch watch) {
        int size = networks.rollout().size;
        RandomGenerator shuffling = streams.at(Purpose.MINIBATCHES, iterations);
        team.begin();
        try {
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                shuffle(size, shuffling);
                for (int from = 0; from < size; from += settings.minibatch()) {
                    watch.work();
                    int to = Math.min(size, from + settings.minibatch());
                    step.take(order, from, to, rate);
                }
            }
        } finally {
            team.end();
        }
    }

    private void shuffle(int size, RandomGenerator random) {
        if (order.length != size) {
            order = new int[size];
        }
        for (int k = 0; k < order.length; k++) {
            order[k] = k;
        }
        for (int k = order.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int held = order[k];
            order[k] = order[other];
            order[other] = held;
        }
    }

    @Override
    public Costs costs() {
        return networks.costs();
    }

    @Override
    public LeaderPolicy greedy() {
        return scouting.incumbent().orElseGet(networks.actor()::greedy);
    }

    @Override
    public String stage() {
        return scouting.stage();
    }

    @Override
    public double share() {
        return scouting.share();
    }

    @Override
    public boolean closed() {
        return scouting.closed();
    }

    @Override
    public double[] exploration(int observation) {
        return networks.actor().exploration(observation);
    }

    @Override
    public long outerEpisodes() {
        return networks.episodes() + scouting.episodes();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(iterations);
        networks.save(out);
        optimiser.save(out);
        scouting.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        iterations = in.readLong();
        networks.restore(in);
        optimiser.restore(in);
        scouting.restore(in);
    }
}
