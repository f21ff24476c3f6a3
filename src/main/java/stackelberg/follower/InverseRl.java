package stackelberg.follower;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * A person as demonstrations show her: σ(a | θ, o) ∝ exp(λ ū(a) + w · φ(θ, o, a)), with reward
 * weights w and a precision λ that maximise the demonstrations' likelihood (maximum-entropy inverse
 * reinforcement learning). φ tells actions apart, or actions in every situation; the first action's
 * weight is 0. λ can be told from w only if the demonstrations say what actions were worth; if they
 * do not, she acts by habit, whatever the leader does.
 */
@Registered(
        type = "inverse-rl",
        label = "Human-like (inverse RL)",
        help =
                "Acts as people did in demonstrations that you load: what they seem to like, and"
                        + " how precisely they follow their payoffs, is fitted to them.",
        source = "Ziebart, Maas, Bagnell & Dey 2008; Arora & Doshi 2021")
public record InverseRl(
        @Parameter(
                        label = "Demonstrations",
                        max = 50_000,
                        help =
                                "A table with commas and a heading: action; type and observation if"
                                        + " there are several; count; and \"payoff of X\" for every"
                                        + " action X if it is known what they were worth. Names or"
                                        + " numbers from 1.")
                List<String> demonstrations,
        @Parameter(
                        label = "Likes",
                        help =
                                "Whether a weight stands for an action, wherever it is taken, or"
                                        + " for an action in one situation.")
                Likes likes,
        @Parameter(
                        label = "Penalty",
                        min = 0,
                        max = 1e9,
                        help =
                                "What half the square of a weight costs in log-likelihood. 0 is"
                                    + " maximum likelihood; more draws weights towards 0, and is"
                                    + " needed where some action was never taken.")
                double penalty)
        implements FollowerModel, TrainedBeforehand {

    /** What has a weight. */
    public enum Likes implements Choice {
        /** An action. */
        ACTIONS("Actions"),
        /** An action in a situation. */
        SITUATIONS("Actions by situation"),
        /** Nothing but payoffs. */
        NOTHING("Payoffs only");

        private final String label;

        Likes(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Without demonstrations, which every scenario has to bring. */
    public InverseRl() {
        this(List.of(), Likes.ACTIONS, 0);
    }

    public InverseRl {
        demonstrations = List.copyOf(demonstrations);
    }

    /** Whether the demonstrations' heading has payoffs. */
    private boolean priced() {
        return !demonstrations.isEmpty()
                && demonstrations.get(0).toLowerCase(Locale.ROOT).contains("payoff of ");
    }

    @Override
    public Lesson lesson() {
        return priced() ? Lesson.COMMITMENT : Lesson.OWN_PLAYS;
    }

    @Override
    public boolean seeksBestResponse() {
        return false;
    }

    @Override
    public boolean remembers(BaseGame game) {
        return game.followersObserve();
    }

    @Override
    public void check(BaseGame game, int follower, Faults faults) {
        Faults at = faults.at("demonstrations");
        Demonstrations read = Demonstrations.read(demonstrations, game, follower, at);
        if (read == null) {
            return;
        }
        if (!read.priced() && likes == Likes.NOTHING) {
            faults.at("likes")
                    .add(
                            "without payoffs in the demonstrations nothing is left to be fitted",
                            "Choose actions, or add columns \"payoff of …\"");
            return;
        }
        if (!new LikingsFit(this, read, game, follower).exists()) {
            at.add(
                    "the likelihood has no maximum: some action was never taken, or two weights"
                            + " cannot be told apart",
                    "Enter a penalty of, say, 0.1, or load more demonstrations");
        }
    }

    @Override
    public Artefact train(BaseGame game, int follower, DoubleConsumer progress) {
        Faults faults = new Faults();
        Demonstrations read = Demonstrations.read(demonstrations, game, follower, faults);
        if (read == null) {
            throw new IllegalArgumentException(faults.list().get(0).toString());
        }
        return new LikingsFit(this, read, game, follower).artefact(progress);
    }

    @Override
    public Seat seat(BaseGame game, int follower, Artefact artefact) {
        int actions = game.actions(follower);
        int observations = game.followerObservations(follower);
        int views = game.prior().types(follower) * observations;
        double precision = artefact.numbers()[0];
        double[][] likings = new double[views][actions];
        for (int view = 0; view < views; view++) {
            System.arraycopy(artefact.numbers(), 1 + view * actions, likings[view], 0, actions);
        }
        return priced()
                ? new SoftReply(follower, precision, likings)
                : new Habitual(observations, likings);
    }

    /** Acts by habit; nothing that it hears changes it. */
    private static final class Habitual extends MixedSeat implements HearsPlays {
        private final int observations;
        private final double[][] likings;

        Habitual(int observations, double[][] likings) {
            super(likings.length, likings[0].length);
            this.observations = observations;
            this.likings = likings;
            reset();
        }

        @Override
        public void reset() {
            for (int view = 0; view < strategies.length; view++) {
                double[] strategy = strategies[view];
                double total = Mixture.exponential(likings[view], 1, strategy);
                for (int a = 0; a < strategy.length; a++) {
                    strategy[a] /= total;
                }
            }
        }

        @Override
        public int situation(int type, int observation) {
            return type * observations + observation;
        }

        @Override
        public double[] strategy(int type) {
            return strategy(type, 0);
        }

        @Override
        public double[] strategy(int type, int observation) {
            return strategies[situation(type, observation)];
        }

        @Override
        public int choose(int situation, RandomGenerator random) {
            return Mixture.draw(strategies[situation], random);
        }

        @Override
        public boolean learn(int situation, int action, double earned, int next) {
            return false;
        }

        /** It has settled before the first play. */
        @Override
        public int window() {
            return 1;
        }
    }
}
