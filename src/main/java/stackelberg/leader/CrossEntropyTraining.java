package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.FloatArrays;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** Cross-entropy search at work: an iteration is one generation. */
final class CrossEntropyTraining implements Training {
    private final CrossEntropy settings;
    private final PolicySearch search;
    private final int elites;

    /** Standard deviation of each weight; its mean is the centre of the search. */
    private final List<float[]> deviations;

    /** Sums of the elite's noise and of its squares, of each weight. */
    private final List<double[]> sums;

    private final List<double[]> squares;
    private final double[] values;
    private long generations;

    CrossEntropyTraining(CrossEntropy settings, StackelbergPomdp pomdp, RandomStreams streams) {
        this.settings = settings;
        this.search = new PolicySearch(pomdp, streams, settings.hiddenUnits(), settings.episodes());
        this.elites = (int) Math.max(1, Math.round(settings.elite() * settings.candidates()));
        this.deviations = search.weights().stream().map(w -> new float[w.length]).toList();
        deviations.forEach(d -> Arrays.fill(d, (float) settings.deviation()));
        this.sums = search.weights().stream().map(w -> new double[w.length]).toList();
        this.squares = search.weights().stream().map(w -> new double[w.length]).toList();
        this.values = new double[settings.candidates()];
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        long first = generations * values.length;
        for (int k = 0; k < values.length; k++) {
            values[k] = search.value(first + k, 1, k, deviations, watch);
        }
        search.complete(values.length);
        generations++;
        addUpElite(first);
        moveTowardsElite();
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        PolicySearch.report(values, diagnostics);
        diagnostics.put("mean deviation", meanDeviation());
        return diagnostics;
    }

    private void addUpElite(long first) {
        sums.forEach(s -> Arrays.fill(s, 0));
        squares.forEach(s -> Arrays.fill(s, 0));
        int[] order = Ranks.order(values);
        for (int k = values.length - elites; k < values.length; k++) {
            search.noise(
                    first + order[k],
                    (array, j, z) -> {
                        sums.get(array)[j] += z;
                        squares.get(array)[j] += z * z;
                    });
        }
    }

    /** In units of the old deviation the elite lies at the mean of its noise. */
    private void moveTowardsElite() {
        double step = settings.step();
        for (int k = 0; k < sums.size(); k++) {
            float[] weights = search.weights().get(k);
            float[] deviation = deviations.get(k);
            for (int j = 0; j < weights.length; j++) {
                double old = deviation[j];
                double mean = sums.get(k)[j] / elites;
                double spread = Math.sqrt(Math.max(0, squares.get(k)[j] / elites - mean * mean));
                weights[j] += (float) (step * old * mean);
                deviation[j] =
                        (float)
                                Math.max(
                                        settings.leastDeviation(),
                                        old * (1 - step + step * spread));
            }
        }
    }

    private double meanDeviation() {
        double sum = 0;
        long count = 0;
        for (float[] deviation : deviations) {
            for (float each : deviation) {
                sum += each;
            }
            count += deviation.length;
        }
        return sum / count;
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
        FloatArrays.save(deviations, out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        generations = in.readLong();
        search.restore(in);
        FloatArrays.restore(deviations, in);
    }
}
