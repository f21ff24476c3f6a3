package stackelberg.oracle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stackelberg.game.BaseGame;
import stackelberg.game.PriceStates;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.TypePrior;

/**
 * The optimal sequential price mechanism without messages, by dynamic programming over (state of
 * every buyer, type profiles still possible): W(s, Θ') = max over the buyer visited and the prices
 * posted of Σ_outcome [Σ_{θ ∈ Θ'_outcome} D(θ) v(outcome) + W(s_outcome, Θ'_outcome)], where the
 * outcome is what the buyer takes. Prices that sell alike to the types still possible are tried
 * once.
 *
 * <p>With one item the midpoints, 0 and 1 stand for all prices: between two adjacent values every
 * price sells to the same types. With several items continuous prices can sell in more ways, and
 * the answer is a lower bound.
 */
public final class PriceDynamicProgram implements ExactMethod {
    /** The most pairs of a state and an action that are tried; some seconds. */
    private static final long MOST_TRIED = 20_000_000;

    @Override
    public String name() {
        return "dynamic programming over posted prices";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        return game instanceof SequentialPriceGame pricing && pricing.messages() == 1
                ? Optional.empty()
                : Optional.of("the game is no sequential price mechanism without messages");
    }

    @Override
    public Answer solve(BaseGame game) {
        return solve(game, Progress.NONE);
    }

    @Override
    public Answer solve(BaseGame game, Progress progress) {
        SequentialPriceGame pricing = (SequentialPriceGame) game;
        Program program = new Program(pricing, progress);
        double value;
        try {
            value = program.value();
        } catch (WorkLimitException e) {
            return Answer.between(
                    Double.NaN,
                    0,
                    "No exact method is feasible: the dynamic program would try more than "
                            + MOST_TRIED
                            + " prices. No mechanism is worth more than an efficient allocation.");
        }
        String method =
                "Dynamic programming over who is left, which items are left and which types are"
                        + " still possible, on the relevant prices; buyers are truthful.";
        double[][] mechanism = program.mechanism();
        if (pricing.continuousPrices() && pricing.items() > 1) {
            return Answer.between(
                    value,
                    0,
                    "Bounds only. Lower: the best midpoint prices, by dynamic programming; prices"
                            + " for several items can sell in further ways. Upper: an efficient"
                            + " allocation.");
        }
        return Answer.of(game, value, value, method, mechanism);
    }

    /** Too much work. */
    private static final class WorkLimitException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What is known when the leader is to move. */
    private record Situation(int state, BitSet possible) {}

    /** The best move in a situation. */
    private record Best(double value, int buyer, double[] prices) {}

    private static final class Program {
        private final SequentialPriceGame game;
        private final Progress progress;
        private final TypePrior prior;
        private final PriceStates states;
        private final List<double[]> priceVectors;
        private final Map<Situation, Best> known = new HashMap<>();
        private long tried;

        Program(SequentialPriceGame game, Progress progress) {
            this.game = game;
            this.progress = progress;
            this.prior = game.prior();
            this.states = game.states();
            this.priceVectors = PriceGrid.vectors(game);
        }

        double value() {
            double efficient = 0;
            for (int profile = 0; profile < prior.size(); profile++) {
                efficient +=
                        prior.probability(profile) * game.efficientValue(prior.profile(profile));
            }
            return best(start()).value - efficient;
        }

        private Situation start() {
            BitSet all = new BitSet();
            all.set(0, prior.size());
            return new Situation(0, all);
        }

        private Best best(Situation at) {
            Best before = known.get(at);
            if (before != null) {
                return before;
            }
            Best best = new Best(Double.NEGATIVE_INFINITY, 0, new double[0]);
            int left = states.left(at.state);
            for (int buyer = 0; buyer < game.followers(); buyer++) {
                if (!states.unvisited(at.state, buyer)) {
                    continue;
                }
                Set<List<Integer>> alike = new HashSet<>();
                for (double[] prices : priceVectors) {
                    List<Integer> choices = choices(buyer, left, prices, at.possible);
                    if (alike.add(choices)) {
                        double value = value(at, buyer, choices);
                        if (value > best.value) {
                            best = new Best(value, buyer, prices);
                        }
                    }
                }
            }
            known.put(at, best);
            return best;
        }

        /** What each type profile still possible makes the buyer take. */
        private List<Integer> choices(int buyer, int left, double[] prices, BitSet possible) {
            if (++tried > MOST_TRIED) {
                throw new WorkLimitException();
            }
            if (tried % 1000 == 0) {
                progress.at((double) tried / MOST_TRIED);
            }
            List<Integer> choices = new ArrayList<>();
            for (int p = possible.nextSetBit(0); p >= 0; p = possible.nextSetBit(p + 1)) {
                choices.add(game.taken(buyer, prior.type(p, buyer), left, prices));
            }
            return choices;
        }

        private double value(Situation at, int buyer, List<Integer> choices) {
            double value = 0;
            for (int item = -1; item < game.items(); item++) {
                BitSet rest = new BitSet();
                int k = 0;
                for (int p = at.possible.nextSetBit(0); p >= 0; p = at.possible.nextSetBit(p + 1)) {
                    if (choices.get(k++) == item) {
                        rest.set(p);
                        if (item >= 0) {
                            value +=
                                    prior.probability(p)
                                            * game.value(buyer, prior.type(p, buyer), item);
                        }
                    }
                }
                int next = states.after(at.state, buyer, PriceStates.NOTHING + 1 + item);
                if (next >= 0 && !rest.isEmpty()) {
                    value += best(new Situation(next, rest)).value;
                }
            }
            return value;
        }

        /** The best moves at the states that they lead to. */
        double[][] mechanism() {
            double[][] mechanism = new double[states.live()][0];
            follow(start(), mechanism);
            return mechanism;
        }

        private void follow(Situation at, double[][] mechanism) {
            Best best = best(at);
            mechanism[at.state] =
                    game.meaning(at.state, PriceGrid.action(game, best.buyer, best.prices));
            List<Integer> choices =
                    choices(best.buyer, states.left(at.state), best.prices, at.possible);
            for (int item = -1; item < game.items(); item++) {
                BitSet rest = new BitSet();
                int k = 0;
                for (int p = at.possible.nextSetBit(0); p >= 0; p = at.possible.nextSetBit(p + 1)) {
                    if (choices.get(k++) == item) {
                        rest.set(p);
                    }
                }
                int next = states.after(at.state, best.buyer, PriceStates.NOTHING + 1 + item);
                if (next >= 0 && !rest.isEmpty()) {
                    follow(new Situation(next, rest), mechanism);
                }
            }
        }
    }
}
