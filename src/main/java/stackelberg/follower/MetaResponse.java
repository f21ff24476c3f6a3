package stackelberg.follower;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Meta-learned response by queries: the leader is asked what it would do at each of its
 * observations, and a policy that was trained beforehand over random commitments acts on the
 * answers. Responding takes no plays at all. The policies of all followers are trained together by
 * REINFORCE (Williams 1992); the baseline of a play is what the other plays against the same
 * commitment at the same types brought.
 */
@Registered(
        type = "meta-response",
        label = "Meta-learned response",
        help =
                "Trained before the run to respond to any commitment. It then asks the leader what"
                        + " it would do and responds without a single play.",
        source = "Gerstgrasser & Parkes 2023, Sec. 4")
public record MetaResponse(
        @Parameter(
                        label = "Learning rate",
                        automatic = true,
                        symbol = "α",
                        min = 1e-7,
                        max = 1,
                        help = "The step of Adam in training. Larger is quicker and less steady.",
                        source = "Gerstgrasser & Parkes 2023: 0.02")
                double rate,
        @Parameter(
                        label = "Updates",
                        automatic = true,
                        unit = "updates",
                        min = 0,
                        max = 1e7,
                        help = "Gradient steps of the training.",
                        source = "Gerstgrasser & Parkes 2023: 500")
                int updates,
        @Parameter(
                        label = "Commitments an update",
                        automatic = true,
                        unit = "commitments",
                        min = 1,
                        max = 100_000,
                        help = "Random commitments in one gradient step. More are steadier.",
                        source = "Gerstgrasser & Parkes 2023: at least 100 steps")
                int commitments,
        @Parameter(
                        label = "Plays a commitment",
                        automatic = true,
                        unit = "plays",
                        min = 2,
                        max = 1_000,
                        help = "Plays against each, which are compared with one another.")
                int plays,
        @Parameter(
                        label = "Entropy",
                        automatic = true,
                        min = 0,
                        max = 100,
                        help =
                                "What being undecided is worth at the beginning of the training, in"
                                        + " standard deviations of what actions bring; it falls to"
                                        + " 0. Larger tries more before it settles.")
                double entropy,
        @Parameter(
                        label = "Units",
                        automatic = true,
                        min = 1,
                        max = 512,
                        help = "Units in each of the policy's two hidden layers.")
                int units)
        implements FollowerModel, TrainedBeforehand {

    /** For games of a few actions. */
    public MetaResponse() {
        this(0.003, 1_000, 64, 4, 1, 64);
    }

    @Override
    public MetaResponse settled(GameFacts facts) {
        return Declaration.settled(this, new MetaResponse());
    }

    @Override
    public Lesson lesson() {
        return Lesson.QUERIES;
    }

    @Override
    public boolean remembers(BaseGame game) {
        return game.followersObserve();
    }

    /** All followers' policies are trained together. */
    @Override
    public boolean servesAll() {
        return true;
    }

    @Override
    public Artefact train(BaseGame game, int follower, DoubleConsumer progress) {
        MetaTraining training = new MetaTraining(this, game);
        training.run(progress);
        return training.artefact();
    }

    @Override
    public Seat seat(BaseGame game, int follower, Artefact artefact) {
        int at = 0;
        for (int i = 0; i < follower; i++) {
            at += new MetaPolicy(game, i, units, 1).numbers().length;
        }
        MetaPolicy policy = new MetaPolicy(game, follower, units, 1);
        policy.take(artefact.numbers(), at);
        return new Answered(policy);
    }

    /** Acts as its policy finds best in view of the leader's answers. */
    private static final class Answered extends MixedSeat implements HearsAnswers {
        private final MetaPolicy policy;
        private final float[] row;

        Answered(MetaPolicy policy) {
            super(policy.types() * policy.observations(), policy.actions());
            this.policy = policy;
            this.row = new float[policy.inputs()];
        }

        @Override
        public void hear(double[][] answers) {
            policy.writeAnswers(answers, row);
            for (int view = 0; view < strategies.length; view++) {
                policy.writeView(view, row);
                float[] preferences = policy.network().forward(row);
                int best = 0;
                for (int action = 1; action < preferences.length; action++) {
                    best = preferences[action] > preferences[best] ? action : best;
                }
                Arrays.fill(strategies[view], 0);
                strategies[view][best] = 1;
            }
        }

        @Override
        public double[] strategy(int type) {
            return strategy(type, 0);
        }

        @Override
        public double[] strategy(int type, int observation) {
            return strategies[type * policy.observations() + observation];
        }
    }
}
