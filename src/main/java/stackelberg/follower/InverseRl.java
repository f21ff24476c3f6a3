package stackelberg.follower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
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

    /** One in so many demonstrations tests a fit to the others. */
    private static final int HELD_OUT = 5;

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
        Fit fit = new Fit(read, game, follower);
        if (!fit.all.fit(share -> {})) {
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
        return new Fit(read, game, follower).artefact(progress);
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
                ? new Weighing(follower, observations, precision, likings)
                : new Habitual(observations, likings);
    }

    /** The fit of one follower's weights. */
    private final class Fit {
        private final BaseGame game;
        private final int follower;
        private final int actions;
        private final int views;
        private final boolean priced;
        private final List<Demonstrations.Choice> choices;
        private final ConditionalLogit all;

        Fit(Demonstrations read, BaseGame game, int follower) {
            this.game = game;
            this.follower = follower;
            this.actions = game.actions(follower);
            this.views = game.prior().types(follower) * game.followerObservations(follower);
            this.priced = read.priced();
            this.choices = read.choices();
            this.all = logit(choices);
        }

        private int blocks() {
            return switch (likes) {
                case NOTHING -> 0;
                case ACTIONS -> 1;
                case SITUATIONS -> views;
            };
        }

        private int size() {
            return (priced ? 1 : 0) + blocks() * (actions - 1);
        }

        /** The index of the weight of an action, −1 if it has none. */
        private int weight(int view, int action) {
            if (action == 0 || likes == Likes.NOTHING) {
                return -1;
            }
            int block = likes == Likes.SITUATIONS ? view : 0;
            return (priced ? 1 : 0) + block * (actions - 1) + action - 1;
        }

        private double[][][] features(List<Demonstrations.Choice> some) {
            double[][][] features = new double[some.size()][actions][size()];
            for (int row = 0; row < features.length; row++) {
                Demonstrations.Choice choice = some.get(row);
                for (int a = 0; a < actions; a++) {
                    double[] payoffs = choice.payoffs();
                    if (payoffs != null) {
                        features[row][a][0] = payoffs[a];
                    }
                    int weight = weight(choice.view(), a);
                    if (weight >= 0) {
                        features[row][a][weight] = 1;
                    }
                }
            }
            return features;
        }

        private static int[] chosen(List<Demonstrations.Choice> some) {
            return some.stream().mapToInt(Demonstrations.Choice::action).toArray();
        }

        private static double[] counts(List<Demonstrations.Choice> some) {
            return some.stream().mapToDouble(Demonstrations.Choice::count).toArray();
        }

        private ConditionalLogit logit(List<Demonstrations.Choice> some) {
            return new ConditionalLogit(features(some), chosen(some), counts(some), penalty);
        }

        Artefact artefact(DoubleConsumer progress) {
            all.fit(share -> progress.accept(share / 2));
            double[] weights = all.weights();
            double[] numbers = new double[1 + views * actions];
            numbers[0] = priced ? weights[0] : 0;
            for (int view = 0; view < views; view++) {
                for (int a = 0; a < actions; a++) {
                    int weight = weight(view, a);
                    numbers[1 + view * actions + a] = weight < 0 ? 0 : weights[weight];
                }
            }
            return new Artefact(
                    numbers,
                    new Artefact.Findings(
                            sentences(share -> progress.accept(0.5 + share / 2)),
                            List.of("weight", "standard error"),
                            rows()));
        }

        private List<Artefact.Row> rows() {
            double[][] covariance = all.covariance();
            List<Artefact.Row> rows = new ArrayList<>();
            if (priced) {
                rows.add(row("precision λ, per unit of payoff", 0, covariance));
            }
            for (int block = 0; block < blocks(); block++) {
                for (int a = 1; a < actions; a++) {
                    String where = likes == Likes.SITUATIONS ? ", " + viewName(block) : "";
                    String name = game.actionName(follower, a) + where;
                    rows.add(row(name, weight(block, a), covariance));
                }
            }
            return rows;
        }

        private String viewName(int view) {
            int observations = game.followerObservations(follower);
            String type = game.typeName(follower, view / observations);
            return observations == 1
                    ? type
                    : type + ", " + game.followerObservationName(follower, view % observations);
        }

        private Artefact.Row row(String name, int weight, double[][] covariance) {
            return new Artefact.Row(
                    name,
                    new double[] {all.weights()[weight], Math.sqrt(covariance[weight][weight])});
        }

        private List<String> sentences(DoubleConsumer progress) {
            double total = counts(choices).length == 0 ? 0 : Arrays.stream(counts(choices)).sum();
            double fitted =
                    ConditionalLogit.logLikelihood(
                            features(choices), chosen(choices), counts(choices), all.weights());
            List<String> sentences = new ArrayList<>();
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "Fitted to %,.0f choices: log-likelihood %.6f, %.4f a choice; acting at"
                                    + " random would have %.4f.",
                            total,
                            fitted,
                            fitted / total,
                            -Math.log(actions)));
            sentences.add(heldOut(progress));
            if (likes != Likes.NOTHING) {
                sentences.add(
                        "Weights are against " + game.actionName(follower, 0) + ", which has 0.");
            }
            if (!priced) {
                sentences.add(
                        "The demonstrations do not say what actions were worth, so this follower"
                                + " acts by habit.");
            }
            return sentences;
        }

        /** What a fit to four fifths of the choices says of the other fifth. */
        private String heldOut(DoubleConsumer progress) {
            List<Demonstrations.Choice> learned = new ArrayList<>();
            List<Demonstrations.Choice> tested = new ArrayList<>();
            split(learned, tested);
            ConditionalLogit part = learned.isEmpty() ? all : logit(learned);
            boolean found = !learned.isEmpty() && !tested.isEmpty() && part.fit(progress);
            if (!found) {
                return "There are too few choices to hold some out.";
            }
            double count = Arrays.stream(counts(tested)).sum();
            double likelihood =
                    ConditionalLogit.logLikelihood(
                            features(tested), chosen(tested), counts(tested), part.weights());
            return String.format(
                    Locale.ROOT,
                    "Held out, %,.0f of them: log-likelihood %.4f a choice.",
                    count,
                    likelihood / count);
        }

        /**
         * A fifth of each row is held out, rounded up or down by a draw that is always the same.
         */
        private void split(
                List<Demonstrations.Choice> learned, List<Demonstrations.Choice> tested) {
            RandomGenerator random = new SplittableRandom(0);
            for (Demonstrations.Choice choice : choices) {
                double share = choice.count() / HELD_OUT;
                double out = Math.min(choice.count(), Math.floor(share + random.nextDouble()));
                add(tested, choice, out);
                add(learned, choice, choice.count() - out);
            }
        }

        private static void add(
                List<Demonstrations.Choice> to, Demonstrations.Choice choice, double count) {
            if (count > 0) {
                to.add(
                        new Demonstrations.Choice(
                                choice.view(), choice.action(), count, choice.payoffs()));
            }
        }
    }

    /** Strategies by type and observation. */
    private abstract static class Fitted extends MixedSeat {
        private final int observations;

        Fitted(int observations, int views, int actions) {
            super(views, actions);
            this.observations = observations;
        }

        int view(int type, int observation) {
            return type * observations + observation;
        }

        @Override
        public double[] strategy(int type) {
            return strategy(type, 0);
        }

        @Override
        public double[] strategy(int type, int observation) {
            return strategies[view(type, observation)];
        }

        /** σ ∝ exp(values). */
        static void become(double[] strategy, double[] values) {
            double total = Mixture.exponential(values, 1, strategy);
            for (int a = 0; a < strategy.length; a++) {
                strategy[a] /= total;
            }
        }
    }

    /** Acts by habit; nothing that it hears changes it. */
    private static final class Habitual extends Fitted implements HearsPlays {
        private final double[][] likings;

        Habitual(int observations, double[][] likings) {
            super(observations, likings.length, likings[0].length);
            this.likings = likings;
            reset();
        }

        @Override
        public void reset() {
            for (int view = 0; view < strategies.length; view++) {
                become(strategies[view], likings[view]);
            }
        }

        @Override
        public int situation(int type, int observation) {
            return view(type, observation);
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

    /** Weighs what it likes against its payoffs under the commitment. */
    private static final class Weighing extends Fitted implements HearsCommitment {
        private final int follower;
        private final double precision;
        private final double[][] likings;
        private final LogitStep step = new LogitStep();
        private final double[] payoffs;

        Weighing(int follower, int observations, double precision, double[][] likings) {
            super(observations, likings.length, likings[0].length);
            this.follower = follower;
            this.precision = precision;
            this.likings = likings;
            this.payoffs = new double[likings[0].length];
        }

        @Override
        public void reset() {
            super.reset();
            carryOn();
        }

        @Override
        public void carryOn() {
            step.reset();
        }

        @Override
        public double revise(KnownGame known, KnownGame.Strategies all) {
            double change = 0;
            for (int type = 0; type < strategies.length; type++) {
                known.payoffs(follower, type, all, payoffs);
                for (int a = 0; a < payoffs.length; a++) {
                    payoffs[a] = precision * payoffs[a] + likings[type][a];
                }
                change = Math.max(change, step.approach(strategies[type], payoffs));
            }
            step.round(change);
            return change;
        }
    }
}
