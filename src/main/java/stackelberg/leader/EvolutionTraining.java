package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.Adam;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** The evolution strategy at work: an iteration is one generation. */
final class EvolutionTraining implements Training {
    private final EvolutionStrategy settings;
    private final StackelbergPomdp pomdp;
    private final PolicySearch search;
    private final LearningRate learningRate;
    private final List<float[]> deviations;
    private final List<float[]> gradients;
    private final Adam optimiser;

    /** Of the candidates θ + σ z, and then of their mirror images. */
    private final double[] values;

    private long generations;

    EvolutionTraining(
            EvolutionStrategy settings,
            StackelbergPomdp pomdp,
            RandomStreams streams,
            long budget) {
        this.settings = settings;
        this.pomdp = pomdp;
        this.search = new PolicySearch(pomdp, streams, settings.hiddenUnits(), settings.episodes());
        this.learningRate =
                new LearningRate(settings.learningRate(), settings.annealedTo(), budget);
        this.deviations = search.weights().stream().map(w -> new float[w.length]).toList();
        deviations.forEach(d -> Arrays.fill(d, (float) settings.deviation()));
        this.gradients = search.weights().stream().map(w -> new float[w.length]).toList();
        this.optimiser = new Adam(search.weights(), gradients);
        this.values = new double[2 * settings.pairs()];
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        int pairs = settings.pairs();
        long first = generations * pairs;
        for (int k = 0; k < pairs; k++) {
            values[k] = search.value(first + k, 1, 2L * k, deviations, watch);
            values[pairs + k] = search.value(first + k, -1, 2L * k + 1, deviations, watch);
        }
        search.complete(values.length);
        generations++;
        double rate = learningRate.now(pomdp);
        computeGradients(first);
        double norm = optimiser.step(rate, Double.POSITIVE_INFINITY);
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        PolicySearch.report(values, diagnostics);
        diagnostics.put("gradient norm", norm);
        diagnostics.put("learning rate", rate);
        return diagnostics;
    }

    /** Down the gradients is up the ranks. */
    private void computeGradients(long first) {
        int pairs = settings.pairs();
        double[] ranks = Ranks.centred(values);
        gradients.forEach(g -> Arrays.fill(g, 0));
        for (int k = 0; k < pairs; k++) {
            double difference = ranks[k] - ranks[pairs + k];
            double weight = difference / (2 * pairs * settings.deviation());
            search.noise(
                    first + k, (array, j, z) -> gradients.get(array)[j] -= (float) (weight * z));
        }
    }

    @Override
    public LeaderPolicy greedy() {
        return search.centre().greedy();
    }

    /** Candidates are deterministic commitments around the centre, which stands for them. */
    @Override
    public double[] exploration(int observation) {
        return search.centre().greedyMeaning(observation);
    }

    @Override
    public long outerEpisodes() {
        return search.episodes();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(generations);
        search.save(out);
        optimiser.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        generations = in.readLong();
        search.restore(in);
        optimiser.restore(in);
    }
}
