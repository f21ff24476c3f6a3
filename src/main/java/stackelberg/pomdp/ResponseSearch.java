package stackelberg.pomdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import stackelberg.follower.FollowerModel;
import stackelberg.game.BaseGame;
import stackelberg.game.SequentialPriceGame;
import stackelberg.oracle.Answer;
import stackelberg.oracle.PriceTrees;
import stackelberg.oracle.PriceTrees.Tree;
import stackelberg.oracle.Progress;

/**
 * The leader's problem as it is defined (Brero et al. 2024, Def. 3.2): max_π of the leader's reward
 * under B(π), the response algorithm of the scenario itself, over all sequential price mechanisms
 * with messages on the midpoint grid. First coordinate ascent from random mechanisms, one message
 * profile at a time; then, if that has not met the bound that nothing can exceed and the budget
 * allows it, every mechanism.
 *
 * <p>A response phase draws types, so that a mechanism's value is an expectation: mechanisms are
 * compared by the same draws, and the best are valued by the mean over {@value #PHASES} phases.
 */
public final class ResponseSearch {
    /** The plays after which the search ends; a minute or two. */
    static final double MOST_PLAYS = 1e9;

    /** Response phases behind the value of a mechanism. */
    static final int PHASES = 10;

    private static final double TIE = 1e-9;

    private final SequentialPriceGame game;
    private final List<Tree> trees;
    private final ResponseValue value;
    private final Progress progress;
    private final double mostPlays;
    private final int[] current;

    private double best = Double.NEGATIVE_INFINITY;
    private int[] bestChoice = new int[0];

    private ResponseSearch(
            SequentialPriceGame game,
            List<Tree> trees,
            List<FollowerModel> models,
            Episode episode,
            double mostPlays,
            Progress progress) {
        this.game = game;
        this.trees = trees;
        this.mostPlays = mostPlays;
        this.progress = progress;
        this.current = new int[game.leaderObservations() / game.states().live()];
        this.value = new ResponseValue(game, trees, models, episode, current.length);
    }

    /**
     * The answer; empty if the game is none for this search or its followers have no choice.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} gives up
     */
    public static Optional<Answer> solve(
            BaseGame game, List<FollowerModel> models, Episode episode, Progress progress) {
        return solve(game, models, episode, MOST_PLAYS, progress);
    }

    /** The same with another end than after {@link #MOST_PLAYS}. */
    static Optional<Answer> solve(
            BaseGame game,
            List<FollowerModel> models,
            Episode episode,
            double mostPlays,
            Progress progress) {
        if (!(game instanceof SequentialPriceGame pricing) || pricing.messages() == 1) {
            return Optional.empty();
        }
        Optional<List<Tree>> trees = PriceTrees.of(pricing);
        if (trees.isEmpty()) {
            return Optional.of(
                    Answer.between(
                            Double.NaN,
                            0,
                            "A search over mechanisms is not feasible: "
                                    + PriceTrees.tooMany()
                                    + "."));
        }
        return Optional.of(
                new ResponseSearch(pricing, trees.get(), models, episode, mostPlays, progress)
                        .run());
    }

    private Answer run() {
        double mechanisms = Math.pow(trees.size(), current.length);
        boolean feasible = mechanisms * value.playsEach() <= mostPlays / 2;
        RandomGenerator random = new RandomStreams(0).at(RandomStreams.Purpose.LEADER, 0);
        while (best < -TIE && value.plays() < (feasible ? mostPlays / 4 : mostPlays)) {
            climb(random);
        }
        boolean exhausted = false;
        if (best < -TIE && feasible) {
            tryAll();
            exhausted = true;
        }
        return answer(mechanisms, exhausted);
    }

    /** From a random mechanism on, changes one tree after the other as long as that helps. */
    private void climb(RandomGenerator random) {
        for (int cell = 0; cell < current.length; cell++) {
            set(cell, random.nextInt(trees.size()));
        }
        double reached = value.inPhase(0);
        int unchanged = 0;
        for (int cell = random.nextInt(current.length);
                unchanged < current.length && value.plays() < mostPlays;
                cell = (cell + 1) % current.length) {
            progress.at(Math.min(1, value.plays() / mostPlays));
            int kept = current[cell];
            unchanged++;
            for (int tree = 0; tree < trees.size(); tree++) {
                set(cell, tree);
                double tried = value.hope() > reached + TIE ? value.inPhase(0) : reached;
                if (tried > reached + TIE) {
                    reached = tried;
                    kept = tree;
                    unchanged = 0;
                }
            }
            set(cell, kept);
        }
        rate(reached);
    }

    private void tryAll() {
        for (int cell = 0; cell < current.length; cell++) {
            set(cell, 0);
        }
        int changed = 0;
        while (changed >= 0 && best < -TIE) {
            if (value.hope() > best + TIE) {
                rate(value.inPhase(0));
            }
            progress.at(Math.min(1, value.plays() / mostPlays));
            changed = current.length - 1;
            while (changed >= 0 && current[changed] == trees.size() - 1) {
                set(changed--, 0);
            }
            if (changed >= 0) {
                set(changed, current[changed] + 1);
            }
        }
    }

    /** Keeps the current mechanism if its mean over all phases is the best. */
    private void rate(double inFirstPhase) {
        if (inFirstPhase <= best + TIE) {
            return;
        }
        double mean = inFirstPhase / PHASES;
        for (int phase = 1; phase < PHASES; phase++) {
            mean += value.inPhase(phase) / PHASES;
        }
        if (mean > best + TIE) {
            best = mean;
            bestChoice = current.clone();
        }
    }

    private void set(int cell, int tree) {
        current[cell] = tree;
        value.set(cell, trees.get(tree));
    }

    private Answer answer(double mechanisms, boolean exhausted) {
        String what =
                String.format(
                        Locale.ROOT,
                        "search over %.0f mechanisms on the midpoint prices, each valued by the"
                                + " scenario's own response algorithm, the best by the mean over %d"
                                + " response phases",
                        mechanisms,
                        PHASES);
        if (best >= -TIE || (exhausted && !game.continuousPrices())) {
            List<Tree> chosen = new ArrayList<>();
            for (int tree : bestChoice) {
                chosen.add(trees.get(tree));
            }
            String complete =
                    best >= -TIE
                            ? "Local " + what + "; no reward exceeds 0."
                            : "Exhaustive " + what;
            return Answer.of(game, best, best, complete, PriceTrees.mechanism(game, chosen));
        }
        return Answer.between(
                best, 0, "Bounds only. Lower: local " + what + ". Upper: an efficient allocation.");
    }
}
