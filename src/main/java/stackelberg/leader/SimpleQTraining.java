package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.Adam;
import stackelberg.network.Categorical;
import stackelberg.network.Linear;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * SimpleQ at work. An iteration is one outer episode, then the steps that fall due at its kept
 * transitions. To learn after the episode instead of during it changes nothing: the commitment is
 * fixed throughout.
 */
final class SimpleQTraining implements Training {
    private static final double SMALL = 0.01;

    /** Where only one action exists, no noise is enough. */
    private static final double MOST_NOISE = 1e3;

    private final SimpleQ settings;
    private final BaseGame game;
    private final RandomStreams streams;
    private final int actions;
    private final Linear q;
    private final Linear target;
    private final NoisyQ explorer;
    private final Rollout rollout;
    private final Collector collector;
    private final Replay replay;
    private final SimpleQStep step;
    private final Adam optimiser;

    private long kept;
    private long steps;

    SimpleQTraining(SimpleQ settings, StackelbergPomdp pomdp, RandomStreams streams) {
        this.settings = settings;
        this.game = pomdp.game();
        this.streams = streams;
        this.actions = ((ActionSpace.Discrete) game.leaderActions()).count();
        this.q = network(SMALL);
        this.target = network(0);
        copyToTarget();
        this.explorer = new NoisyQ(game, q, network(0), settings.noise());
        this.rollout = new Rollout(1, 0);
        this.collector =
                new Collector(
                        pomdp, streams, new Exploration(pomdp, explorer, null, rollout), rollout);
        this.replay = new Replay(settings.replay());
        this.step = new SimpleQStep(settings, game, q, target, replay);
        this.optimiser = new Adam(q.parameters(), q.gradients());
    }

    private Linear network(double gain) {
        return new Linear(
                game.leaderObservationSize(),
                actions,
                gain,
                FoldedRows.capacity(game, settings.batch()),
                streams.at(Purpose.INITIALISATION, 0));
    }

    private void copyToTarget() {
        for (int k = 0; k < q.parameters().size(); k++) {
            float[] from = q.parameters().get(k);
            System.arraycopy(from, 0, target.parameters().get(k), 0, from.length);
        }
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        double reward = collector.collect(1, watch);
        double sigma = explorer.sigma();
        adaptNoise();
        long before = steps;
        double loss = 0;
        double value = 0;
        for (int t = 0; t < rollout.size; t++) {
            if (learnAt(t)) {
                loss += step.loss();
                value += step.value();
            }
        }
        // Not a number until learning starts: there is nothing to average.
        double fresh = steps - before;
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put(REWARD, reward);
        diagnostics.put("Huber loss", loss / fresh);
        diagnostics.put("mean Q", value / fresh);
        diagnostics.put("noise σ", sigma);
        diagnostics.put("noise KL", explorer.divergence());
        return diagnostics;
    }

    private void adaptNoise() {
        double random = settings.noiseWorth();
        double allowed = -Math.log(1 - random + random / actions);
        double factor = settings.noiseFactor();
        boolean small = explorer.divergence() <= allowed;
        double sigma = small ? explorer.sigma() * factor : explorer.sigma() / factor;
        explorer.sigma(Math.min(MOST_NOISE, sigma));
    }

    /** Takes in one transition; returns whether a gradient step fell due at it. */
    private boolean learnAt(int t) {
        int action = (int) rollout.action[rollout.decision[t]][0];
        int next = rollout.last[t] ? Replay.NONE : rollout.observation[t + 1];
        replay.add(rollout.observation[t], action, rollout.reward[t], next);
        kept++;
        boolean due = kept >= settings.learningStarts() && kept % settings.stepEvery() == 0;
        if (due) {
            step.computeGradients(streams.at(Purpose.MINIBATCHES, steps));
            optimiser.step(settings.learningRate(), Double.POSITIVE_INFINITY);
            steps++;
        }
        if (kept % settings.targetEvery() == 0) {
            copyToTarget();
        }
        return due;
    }

    @Override
    public LeaderPolicy greedy() {
        Categorical choice = new Categorical(actions);
        float[] row = new float[game.leaderObservationSize()];
        double[][] best = new double[game.leaderObservations()][1];
        for (int observation = 0; observation < best.length; observation++) {
            game.describe(observation, row, 0);
            choice.mode(q.forward(row), best[observation]);
        }
        return observation -> best[observation];
    }

    @Override
    public double[] exploration(int observation) {
        return explorer.probabilities(observation);
    }

    @Override
    public long outerEpisodes() {
        return collector.episodes();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(collector.episodes());
        out.writeLong(kept);
        out.writeLong(steps);
        out.writeDouble(explorer.sigma());
        q.save(out);
        target.save(out);
        optimiser.save(out);
        replay.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        collector.resumeAt(in.readLong());
        kept = in.readLong();
        steps = in.readLong();
        explorer.sigma(in.readDouble());
        q.restore(in);
        target.restore(in);
        optimiser.restore(in);
        replay.restore(in);
    }
}
