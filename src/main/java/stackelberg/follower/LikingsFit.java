package stackelberg.follower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;

/**
 * The fit of {@link InverseRl}'s weights and precision to one follower's demonstrations, and what a
 * person should know of it: likelihoods, that of demonstrations held out, standard errors.
 */
final class LikingsFit {
    /** One in so many demonstrations tests a fit to the others. */
    private static final int HELD_OUT = 5;

    private final InverseRl model;
    private final BaseGame game;
    private final int follower;
    private final int actions;
    private final int views;
    private final boolean priced;
    private final List<Demonstrations.Choice> choices;
    private final ConditionalLogit all;

    LikingsFit(InverseRl model, Demonstrations read, BaseGame game, int follower) {
        this.model = model;
        this.game = game;
        this.follower = follower;
        this.actions = game.actions(follower);
        this.views = game.prior().types(follower) * game.followerObservations(follower);
        this.priced = read.priced();
        this.choices = read.choices();
        this.all = logit(choices);
    }

    private int blocks() {
        return switch (model.likes()) {
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
        if (action == 0 || model.likes() == InverseRl.Likes.NOTHING) {
            return -1;
        }
        int block = model.likes() == InverseRl.Likes.SITUATIONS ? view : 0;
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
        return new ConditionalLogit(features(some), chosen(some), counts(some), model.penalty());
    }

    /** Whether there is a best fit. */
    boolean exists() {
        return all.fit(share -> {});
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
                String where =
                        model.likes() == InverseRl.Likes.SITUATIONS ? ", " + viewName(block) : "";
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
                name, new double[] {all.weights()[weight], Math.sqrt(covariance[weight][weight])});
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
        if (model.likes() != InverseRl.Likes.NOTHING) {
            sentences.add("Weights are against " + game.actionName(follower, 0) + ", which has 0.");
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

    /** A fifth of each row is held out, rounded up or down by a draw that is always the same. */
    private void split(List<Demonstrations.Choice> learned, List<Demonstrations.Choice> tested) {
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
