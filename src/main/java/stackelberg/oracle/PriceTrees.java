package stackelberg.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import stackelberg.game.PriceStates;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.TypePrior;

/**
 * Everything that a leader can commit to after one message profile of a sequential price mechanism
 * on the midpoint grid: a buyer to visit and prices to post in each state that the buyers can come
 * to. Of trees that come to the same for every type profile only the first is kept. A mechanism is
 * one tree for each message profile.
 */
public final class PriceTrees {
    /** The most trees that are looked at. */
    private static final int MOST = 200_000;

    private final SequentialPriceGame game;
    private final TypePrior prior;
    private final PriceStates states;
    private final List<double[]> priceVectors;
    private final List<Tree> trees = new ArrayList<>();
    private final Set<List<Double>> outcomes = new HashSet<>();
    private int met;

    /**
     * One tree and what it comes to.
     *
     * @param actions {@code [state]}: the leader's action, empty where the tree never leads
     * @param reward {@code [type profile]}: the leader's
     * @param payoffs {@code [buyer][type profile]}
     */
    public record Tree(double[][] actions, double[] reward, double[][] payoffs) {}

    private PriceTrees(SequentialPriceGame game) {
        this.game = game;
        this.prior = game.prior();
        this.states = game.states();
        this.priceVectors = PriceGrid.vectors(game);
    }

    /** All trees that differ; empty if there are too many. */
    public static Optional<List<Tree>> of(SequentialPriceGame game) {
        if (PriceGrid.count(game) > MOST) {
            return Optional.empty();
        }
        PriceTrees all = new PriceTrees(game);
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        return all.grow(open, new double[game.states().live()][0])
                ? Optional.of(all.trees)
                : Optional.empty();
    }

    /** Why there is no list of trees, as a clause. */
    public static String tooMany() {
        return String.format(
                Locale.ROOT, "there are more than %,d ways to go on after each message", MOST);
    }

    /** Tries every action at the next open state; false if there are too many trees. */
    private boolean grow(Deque<Integer> open, double[][] actions) {
        if (open.isEmpty()) {
            keep(actions);
            return ++met < MOST;
        }
        int state = open.removeFirst();
        for (int buyer = 0; buyer < game.followers(); buyer++) {
            for (double[] prices : priceVectors) {
                if (!states.unvisited(state, buyer)) {
                    continue;
                }
                Deque<Integer> further = new ArrayDeque<>(open);
                for (int outcome : outcomes(state, buyer, prices)) {
                    int next = states.after(state, buyer, outcome);
                    if (next >= 0) {
                        further.add(next);
                    }
                }
                double[][] longer = actions.clone();
                longer[state] = PriceGrid.action(game, buyer, prices);
                if (!grow(further, longer)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a buyer may do at these prices, whatever its type. */
    private int[] outcomes(int state, int buyer, double[] prices) {
        Set<Integer> possible = new java.util.TreeSet<>();
        for (int type = 0; type < prior.types(buyer); type++) {
            int item = game.taken(buyer, type, states.left(state), prices);
            possible.add(PriceStates.NOTHING + 1 + item);
        }
        return possible.stream().mapToInt(Integer::intValue).toArray();
    }

    private void keep(double[][] actions) {
        double[] reward = new double[prior.size()];
        double[][] payoffs = new double[game.followers()][prior.size()];
        List<Double> fingerprint = new ArrayList<>();
        for (int profile = 0; profile < reward.length; profile++) {
            reward[profile] = run(actions, profile, payoffs);
            fingerprint.add(reward[profile]);
        }
        for (double[] ofBuyer : payoffs) {
            Arrays.stream(ofBuyer).forEach(fingerprint::add);
        }
        if (outcomes.add(fingerprint)) {
            trees.add(new Tree(actions, reward, payoffs));
        }
    }

    private double run(double[][] actions, int profile, double[][] payoffs) {
        double allocated = 0;
        int state = 0;
        while (state >= 0) {
            double[] action = actions[state];
            int buyer = 0;
            while (action[buyer] != 1) {
                buyer++;
            }
            double[] prices = Arrays.copyOfRange(action, game.followers(), action.length);
            int type = prior.type(profile, buyer);
            int item = game.taken(buyer, type, states.left(state), prices);
            if (item >= 0) {
                allocated += game.value(buyer, type, item);
                payoffs[buyer][profile] = game.value(buyer, type, item) - prices[item];
            }
            state = states.after(state, buyer, PriceStates.NOTHING + 1 + item);
        }
        return allocated - game.efficientValue(prior.profile(profile));
    }

    /** A mechanism, {@code [leader observation][meaning]}, of a tree for each message profile. */
    public static double[][] mechanism(SequentialPriceGame game, List<Tree> ofProfile) {
        double[][] mechanism = new double[game.leaderObservations()][0];
        for (int profile = 0; profile < ofProfile.size(); profile++) {
            double[][] actions = ofProfile.get(profile).actions();
            for (int state = 0; state < actions.length; state++) {
                if (actions[state].length > 0) {
                    int o = game.observation(profile, state);
                    mechanism[o] = game.meaning(o, actions[state]);
                }
            }
        }
        return mechanism;
    }
}
