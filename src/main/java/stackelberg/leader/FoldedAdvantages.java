package stackelberg.leader;

/**
 * The advantages of a minibatch, added up by decision. PPO's loss min(r A, clip(r) A) has the same
 * ratio r for all transitions of a decision and is linear in A on either side of 0, so that the
 * sums of the positive and of the negative ones are all it needs: exact, and one evaluation of the
 * distribution for each distinct decision instead of each transition.
 */
final class FoldedAdvantages {
    /** Distinct decisions in the minibatch. */
    int size;

    /** Of each of them: its number in the rollout, where it was made, and how many transitions. */
    final int[] decision;

    final int[] observation;
    final int[] count;

    /** Sums of normalised advantages. */
    final double[] positive;

    final double[] negative;

    /** {@code [decision]}: its place here, if {@link #decision} agrees. */
    private int[] place = new int[0];

    FoldedAdvantages(int batch) {
        this.decision = new int[batch];
        this.observation = new int[batch];
        this.count = new int[batch];
        this.positive = new double[batch];
        this.negative = new double[batch];
    }

    /**
     * Takes in the transitions {@code order[from]} to {@code order[to − 1]}, their advantages less
     * {@code shift} and times {@code scale}.
     */
    void set(Rollout rollout, int[] order, int from, int to, double shift, double scale) {
        if (place.length < rollout.decisions) {
            place = new int[rollout.logProbability.length];
        }
        size = 0;
        for (int k = from; k < to; k++) {
            int t = order[k];
            int at = placeOf(rollout.decision[t], rollout.observation[t]);
            double advantage = (rollout.advantage[t] - shift) * scale;
            count[at]++;
            if (advantage > 0) {
                positive[at] += advantage;
            } else {
                negative[at] += advantage;
            }
        }
    }

    private int placeOf(int made, int observedAs) {
        int at = place[made];
        if (at < size && decision[at] == made) {
            return at;
        }
        place[made] = size;
        decision[size] = made;
        observation[size] = observedAs;
        count[size] = 0;
        positive[size] = 0;
        negative[size] = 0;
        return size++;
    }
}
