package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * What searches over the weights of an actor network share: a centre, and candidates around it with
 * Gaussian noise on every weight, each valued as a deterministic commitment. The noise of candidate
 * number c is drawn from the stream (leader, c): it can be drawn again and need not be kept.
 */
final class PolicySearch {
    /** Takes in the noise on one weight. */
    @FunctionalInterface
    interface NoiseVisitor {
        void visit(int array, int entry, double noise);
    }

    private final RandomStreams streams;
    private final Actor centre;
    private final Actor candidate;
    private final List<float[]> weights;
    private final List<float[]> candidateWeights;
    private final Valuation valuation;
    private final int episodesEach;
    private long valued;

    PolicySearch(StackelbergPomdp pomdp, RandomStreams streams, int hiddenUnits, int episodesEach) {
        this.streams = streams;
        this.centre = actor(pomdp, hiddenUnits);
        this.candidate = actor(pomdp, hiddenUnits);
        this.weights = centre.network().parameters();
        this.candidateWeights = candidate.network().parameters();
        this.valuation = new Valuation(pomdp, streams);
        this.episodesEach = episodesEach;
    }

    private Actor actor(StackelbergPomdp pomdp, int hiddenUnits) {
        // Only single rows are passed through; the distribution's spread is never used.
        return new Actor(pomdp.game(), hiddenUnits, 0, 1, streams.at(Purpose.INITIALISATION, 0));
    }

    /** The policy in the middle of the search. */
    Actor centre() {
        return centre;
    }

    /** The centre's weights, to be changed by the search. */
    List<float[]> weights() {
        return weights;
    }

    /** Goes through the noise of candidate {@code number}, always in the same order. */
    void noise(long number, NoiseVisitor visitor) {
        RandomGenerator random = streams.at(Purpose.LEADER, number);
        for (int k = 0; k < weights.size(); k++) {
            for (int j = 0; j < weights.get(k).length; j++) {
                visitor.visit(k, j, random.nextGaussian());
            }
        }
    }

    /**
     * Values the candidate whose weights are the centre's plus deviation × noise.
     *
     * @param number picks the noise
     * @param sign 1, or −1 for the mirror image of the candidate
     * @param place its place among the values of this iteration, which picks its outer episodes
     * @param deviations of each weight
     */
    double value(long number, int sign, long place, List<float[]> deviations, Watch watch) {
        noise(
                number,
                (k, j, noise) ->
                        candidateWeights.get(k)[j] =
                                (float) (weights.get(k)[j] + sign * deviations.get(k)[j] * noise));
        return valuation.value(
                candidate::decideGreedily, (valued + place) * episodesEach, episodesEach, watch);
    }

    /** Takes in that an iteration with so many values is complete. */
    void complete(int values) {
        valued += values;
    }

    /** Outer episodes of all completed iterations. */
    long episodes() {
        return valued * episodesEach;
    }

    /** Adds the mean and the largest of an iteration's values to {@code diagnostics}. */
    static void report(double[] values, Map<String, Double> diagnostics) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum += value;
            largest = Math.max(largest, value);
        }
        diagnostics.put(Training.REWARD, sum / values.length);
        diagnostics.put("best candidate", largest);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(valued);
        centre.network().save(out);
    }

    void restore(DataInput in) throws IOException {
        valued = in.readLong();
        centre.network().restore(in);
    }
}
