package stackelberg.leader;

import java.util.Arrays;

/**
 * The transitions that a learner keeps of some outer episodes. What they share is stored once: a
 * <em>decision</em> is an action that the leader drew at one observation, however many transitions
 * and outer episodes repeat it. Arrays grow as needed and are reused.
 */
final class Rollout {
    /** Relative differences of sums of rewards below this are the arithmetic's. */
    private static final double ROUNDING = 1e-12;

    private final int actionLength;
    private final int criticSize;

    /** Transitions in the buffer. */
    int size;

    /** Of each transition. */
    int[] observation = new int[0];

    int[] decision = new int[0];
    double[] reward = new double[0];
    boolean[] last = new boolean[0];
    float[] value = new float[0];
    float[] advantage = new float[0];
    float[] valueTarget = new float[0];

    /**
     * What the critic sees, one transition after the other: in one array, since minibatches pick
     * rows at random, and rows of their own would each cost two misses of the cache.
     */
    private float[] critic = new float[0];

    /** Decisions in the buffer. */
    int decisions;

    /** Of each decision: the drawn action and its log-probability when drawn. */
    double[][] action = new double[0][];

    double[] logProbability = new double[0];

    Rollout(int actionLength, int criticSize) {
        this.actionLength = actionLength;
        this.criticSize = criticSize;
    }

    void clear() {
        size = 0;
        decisions = 0;
    }

    /** Adds a transition without reward and returns its number. */
    int addTransition(int observedAs, int ofDecision) {
        if (size == observation.length) {
            growTransitions(Math.max(1024, 2 * size));
        }
        observation[size] = observedAs;
        decision[size] = ofDecision;
        reward[size] = 0;
        last[size] = false;
        return size++;
    }

    /** Adds a decision whose action the caller fills in, and returns its number. */
    int addDecision() {
        if (decisions == logProbability.length) {
            int capacity = Math.max(64, 2 * decisions);
            int old = action.length;
            action = Arrays.copyOf(action, capacity);
            for (int k = old; k < capacity; k++) {
                action[k] = new double[actionLength];
            }
            logProbability = Arrays.copyOf(logProbability, capacity);
        }
        return decisions++;
    }

    /** Copies what the critic sees at a transition to {@code row}. */
    void readCritic(int t, float[] row) {
        System.arraycopy(critic, t * criticSize, row, 0, criticSize);
    }

    /** Sets what the critic sees at a transition. */
    void writeCritic(int t, float[] row) {
        System.arraycopy(row, 0, critic, t * criticSize, criticSize);
    }

    /** An empty rollout of the same shape. */
    Rollout another() {
        return new Rollout(actionLength, criticSize);
    }

    /** Adds a decision of another rollout and returns its number here. */
    int copyDecision(Rollout from, int ofNumber) {
        int made = addDecision();
        System.arraycopy(from.action[ofNumber], 0, action[made], 0, actionLength);
        logProbability[made] = from.logProbability[ofNumber];
        return made;
    }

    /** Adds a transition of another rollout, before any of it was rated. */
    void copyTransition(Rollout from, int t, int ofDecision) {
        int at = addTransition(from.observation[t], ofDecision);
        reward[at] = from.reward[t];
        last[at] = from.last[t];
        System.arraycopy(from.critic, t * criticSize, critic, at * criticSize, criticSize);
    }

    private void growTransitions(int capacity) {
        observation = Arrays.copyOf(observation, capacity);
        decision = Arrays.copyOf(decision, capacity);
        reward = Arrays.copyOf(reward, capacity);
        last = Arrays.copyOf(last, capacity);
        value = Arrays.copyOf(value, capacity);
        advantage = Arrays.copyOf(advantage, capacity);
        valueTarget = Arrays.copyOf(valueTarget, capacity);
        critic = Arrays.copyOf(critic, Math.multiplyExact(capacity, criticSize));
    }

    /**
     * Generalised advantage estimation without discounting (Schulman et al. 2016): A_t = δ_t + λ
     * A_{t+1}, δ_t = r_t + V(s_{t+1}) − V(s_t), where nothing follows the last transition of an
     * outer episode; and the critic's targets, A_t + V(s_t).
     */
    void estimateAdvantages(double lambda) {
        double next = 0;
        double nextValue = 0;
        for (int t = size - 1; t >= 0; t--) {
            if (last[t]) {
                next = 0;
                nextValue = 0;
            }
            double delta = reward[t] + nextValue - value[t];
            next = delta + lambda * next;
            nextValue = value[t];
            advantage[t] = (float) next;
            valueTarget[t] = (float) (next + value[t]);
        }
    }

    /** False if there are several outer episodes and all earned the same. */
    boolean tellsCommitmentsApart() {
        double first = 0;
        double sum = 0;
        int episodes = 0;
        for (int t = 0; t < size; t++) {
            sum += reward[t];
            if (last[t]) {
                if (episodes++ == 0) {
                    first = sum;
                } else if (Math.abs(sum - first) > ROUNDING * Math.abs(first)) {
                    return true;
                }
                sum = 0;
            }
        }
        return episodes < 2;
    }

    /** 1 − Var(target − value) / Var(target): how much of the outcome the critic foresees. */
    double explainedVariance() {
        double targets = 0;
        double misses = 0;
        for (int t = 0; t < size; t++) {
            targets += valueTarget[t];
            misses += valueTarget[t] - value[t];
        }
        // About the means: a difference of means of squares would leave rounding of equal targets.
        double variance = 0;
        double unexplained = 0;
        for (int t = 0; t < size; t++) {
            double target = valueTarget[t] - targets / size;
            double miss = valueTarget[t] - value[t] - misses / size;
            variance += target * target;
            unexplained += miss * miss;
        }
        return variance > 0 ? 1 - unexplained / variance : Double.NaN;
    }
}
