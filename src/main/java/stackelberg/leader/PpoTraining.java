package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.Adam;
import stackelberg.network.Mlp;
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
    private final long budget;
    private final Actor actor;
    private final Mlp critic;
    private final Adam optimiser;
    private final Rollout rollout;
    private final Exploration exploration;
    private final PpoStep step;
    private final long episodesPerRollout;

    private int[] order = new int[0];
    private long episodes;
    private long iterations;

    PpoTraining(Ppo settings, StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        this.settings = settings;
        this.pomdp = pomdp;
        this.streams = streams;
        this.budget = budget;
        int batch = settings.minibatch();
        this.actor =
                new Actor(
                        pomdp.game(),
                        settings.hiddenUnits(),
                        settings.initialLogSigma(),
                        Math.min(batch, pomdp.game().leaderObservations()),
                        streams.at(Purpose.INITIALISATION, 0));
        this.critic =
                new Mlp(
                        pomdp.criticSize(settings.critic()),
                        settings.hiddenUnits(),
                        1,
                        1,
                        batch,
                        streams.at(Purpose.INITIALISATION, 1));
        this.optimiser = actor.optimiser(critic);
        this.rollout = new Rollout(actor.distribution().length(), critic.inputs());
        this.exploration =
                new Exploration(
                        pomdp, actor, settings.critic(), rollout, streams.at(Purpose.LEADER, 0));
        this.step = new PpoStep(settings, pomdp.game(), actor, critic, rollout);
        long most = Math.max(1, pomdp.kept());
        this.episodesPerRollout = (settings.rollout() + most - 1) / most;
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        double reward = collect(watch);
        rateCritic();
        rollout.estimateAdvantages(settings.lambda());
        double explained = rollout.explainedVariance();
        double rate = learningRate();
        step.clearStatistics();
        RandomGenerator shuffling = streams.at(Purpose.MINIBATCHES, iterations);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(shuffling);
            for (int from = 0; from < rollout.size; from += settings.minibatch()) {
                int to = Math.min(rollout.size, from + settings.minibatch());
                step.computeGradients(order, from, to);
                step.norm(optimiser.step(rate, settings.gradientNorm()));
            }
        }
        iterations++;
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put(REWARD, reward);
        step.report(diagnostics);
        diagnostics.put("explained variance", explained);
        diagnostics.put("learning rate", rate);
        return diagnostics;
    }

    private double collect(Watch watch) {
        exploration.beginRollout();
        double sum = 0;
        for (long k = 0; k < episodesPerRollout; k++) {
            exploration.beginEpisode(streams.at(Purpose.LEADER, episodes + k));
            sum += pomdp.run(exploration, streams, episodes + k, watch);
        }
        episodes += episodesPerRollout;
        return sum / episodesPerRollout;
    }

    private void rateCritic() {
        for (int t = 0; t < rollout.size; t++) {
            rollout.value[t] = critic.forward(rollout.critic[t])[0];
        }
    }

    private double learningRate() {
        double done = Math.min(1, (double) pomdp.transitions() / budget);
        return settings.learningRate() * (1 - done * (1 - settings.annealedTo()));
    }

    private void shuffle(RandomGenerator random) {
        if (order.length != rollout.size) {
            order = new int[rollout.size];
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
    public LeaderPolicy greedy() {
        return actor.greedy();
    }

    @Override
    public double[] exploration(int observation) {
        return actor.exploration(observation);
    }

    @Override
    public long outerEpisodes() {
        return episodes;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(episodes);
        out.writeLong(iterations);
        actor.save(out);
        critic.save(out);
        optimiser.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        episodes = in.readLong();
        iterations = in.readLong();
        actor.restore(in);
        critic.restore(in);
        optimiser.restore(in);
    }
}
