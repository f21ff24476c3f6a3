package stackelberg.leader;

import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * Q-learning over the leader's observation with a linear Q without biases, Q(o, a) = (x_o·W)_a,
 * experience replay, a target copy and the Huber loss. It explores with Gaussian noise on the
 * weights, drawn once an outer episode, and commits to the best action of the noisy Q. The standard
 * deviation of the noise is multiplied or divided by a factor after each outer episode, so that
 * noise changes the policy about as much as acting at random with probability ε would: up while
 * KL(softmax Q ‖ softmax noisy Q) ≤ −ln(1 − ε + ε/|A|), else down (Plappert et al. 2018).
 *
 * <p>One-step targets presume that the observation says what comes next. In the Stackelberg POMDP
 * it does not: where the leader has several observations, Q is driven by what happens to follow
 * them, and its best actions need not be the best commitment. With one observation they are.
 *
 * <p>The softmax has temperature 1, so that noise worth ε has about the size √ε of a reward,
 * whatever Q's own differences are. In simple allocation these are at most 1/9, the reward being
 * paid case by case; the usual ε = 0.1 then holds σ near 0.45, every commitment is as good as
 * random, and all items look alike at every message. There the noise has to shrink, slowly, to a
 * fraction of 1/9: a factor of 1.0005 and ε = 1e-4 do it in most runs. An expected reward phase
 * does not help: it pays at the last observation, and max_b Q⁻ forgets which actions led there.
 */
@Registered(
        type = "simple-q",
        label = "SimpleQ",
        help =
                "Q-learning from replayed transitions with a linear Q over what the leader"
                        + " observes. For discrete actions; made for diagnostics of small games.",
        source = "Mnih et al. 2015; Plappert et al. 2018; Brero et al. 2024, iterated matrix games")
public record SimpleQ(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        min = 1e-8,
                        max = 1,
                        help = "Adam's step size for the weights of Q.")
                double learningRate,
        @Parameter(
                        label = "Replay",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e7,
                        help = "How many of the newest kept transitions are learned from.")
                int replay,
        @Parameter(
                        label = "Batch",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e6,
                        help = "Transitions of one gradient step, drawn from the replay.")
                int batch,
        @Parameter(
                        label = "Learning starts",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e9,
                        help = "No gradient step is taken before so many transitions are kept.")
                int learningStarts,
        @Parameter(
                        label = "Step every",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e6,
                        help = "Kept transitions between two gradient steps.")
                int stepEvery,
        @Parameter(
                        label = "Target copy every",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e9,
                        help =
                                "Kept transitions after which the Q that values the next state is"
                                        + " replaced by a copy of the learned one.")
                int targetEvery,
        @Parameter(
                        label = "Huber threshold",
                        automatic = true,
                        symbol = "δ",
                        min = 1e-6,
                        max = 1e6,
                        help =
                                "Errors count squared up to this size and linearly beyond it, which"
                                        + " bounds the gradient.")
                double huber,
        @Parameter(
                        label = "Noise at start",
                        automatic = true,
                        symbol = "σ",
                        min = 0,
                        max = 1e3,
                        help = "Standard deviation of the noise on the weights at the beginning.",
                        source = "Plappert et al. 2018")
                double noise,
        @Parameter(
                        label = "Noise factor",
                        automatic = true,
                        min = 1,
                        max = 2,
                        help =
                                "What the noise is multiplied or divided by after an outer episode;"
                                        + " 1 keeps it constant.",
                        source = "Plappert et al. 2018")
                double noiseFactor,
        @Parameter(
                        label = "Noise worth",
                        automatic = true,
                        symbol = "ε",
                        min = 0,
                        max = 1,
                        help =
                                "The noise is held at the size that changes the policy as much as"
                                        + " acting at random with this probability would.",
                        source = "Plappert et al. 2018")
                double noiseWorth)
        implements Learner {

    /** The published settings. */
    public SimpleQ() {
        this(5e-4, 50_000, 1_024, 100, 4, 500, 1, 1, 1.01, 0.1);
    }

    @Override
    public void check(Faults faults) {
        // The ranges are the only rules.
    }

    @Override
    public void checkFor(BaseGame game, Faults faults) {
        if (!(game.leaderActions() instanceof ActionSpace.Discrete)) {
            faults.add(
                    "SimpleQ compares finitely many actions, but this game's leader has a"
                            + " continuous choice",
                    "Choose another learner, or a game with discrete leader actions");
        }
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        return new SimpleQTraining(this, pomdp, streams);
    }
}
