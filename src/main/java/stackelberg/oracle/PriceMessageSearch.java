package stackelberg.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.JointIndex;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.TypePrior;

/**
 * The optimal sequential price mechanism with messages on the midpoint grid, against the leader's
 * favourite pure Bayes–Nash equilibrium of its followers: the best of all pairs of a mechanism (a
 * {@linkplain PriceTrees tree} for each message profile) and a profile of message strategies s that
 * is an equilibrium of it,
 *
 * <p>Σ_{θ_−i} D(θ) [u_i(s_i(θ_i), s_−i(θ_−i)) − u_i(m', s_−i(θ_−i))] ≥ 0 for all i, θ_i, m'.
 *
 * <p>Branch and bound, from the strategies and trees of largest reward on. Two reductions are
 * exact: strategies that differ in the names of messages count once; and a message that no type
 * sends may be treated as one that is sent, so that only messages in use need be compared.
 */
public final class PriceMessageSearch implements ExactMethod {
    /** The most partial mechanisms that are looked at; some ten seconds. */
    private static final long MOST_NODES = 100_000_000;

    /** The most pairs of strategy profiles and cells that are rated beforehand. */
    private static final double MOST_PROFILES = 100_000;

    @Override
    public String name() {
        return "search over mechanisms with posted prices and messages";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!(game instanceof SequentialPriceGame pricing)) {
            return Optional.of("the game is no sequential price mechanism");
        }
        double profiles = 1;
        for (int i = 0; i < pricing.followers(); i++) {
            profiles *= Math.pow(pricing.messages(), pricing.prior().types(i));
        }
        return profiles <= MOST_PROFILES
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "its buyers have %.3g profiles of pure strategies, more than %.0f",
                                profiles,
                                MOST_PROFILES));
    }

    @Override
    public Answer solve(BaseGame game) {
        return solve(game, Progress.NONE);
    }

    @Override
    public Answer solve(BaseGame game, Progress progress) {
        SequentialPriceGame pricing = (SequentialPriceGame) game;
        Optional<List<PriceTrees.Tree>> trees = PriceTrees.of(pricing);
        if (trees.isEmpty()) {
            return Answer.between(
                    Double.NaN,
                    0,
                    "No exact method is feasible: "
                            + PriceTrees.tooMany()
                            + ". No mechanism is worth more than an efficient allocation.");
        }
        Search search = new Search(pricing, trees.get(), progress);
        boolean complete = search.run();
        String found =
                String.format(
                        Locale.ROOT,
                        "Branch and bound over mechanisms on the midpoint prices (%,d trees for"
                                + " each of %,d message profiles) with a pure Bayes–Nash"
                                + " equilibrium of the buyers, the leader's favourite",
                        trees.get().size(),
                        JointIndex.count(search.messages));
        // An efficient allocation cannot be beaten, by whatever prices.
        boolean final_ = search.best > -PureEnumeration.TIE || !pricing.continuousPrices();
        if (complete && final_) {
            return Answer.of(
                    game,
                    search.best,
                    search.best,
                    found + ".",
                    PriceTrees.mechanism(pricing, search.mechanism));
        }
        return Answer.between(
                search.best,
                complete ? 0 : search.upper,
                "Bounds only. Lower: "
                        + found
                        + (complete
                                ? ". Upper: an efficient allocation; continuous prices might do"
                                        + " better than midpoints."
                                : ", the best found before the limit of the search. Upper: no"
                                        + " branch left promises more."));
    }

    /** A profile of message strategies and, for each message profile, the trees by reward. */
    private static final class Branch {
        /** {@code [buyer][type]}. */
        final int[][] strategies;

        /** {@code [type profile]}: the message profile sent, a cell. */
        final int[] cellOf;

        /** The cells in use. */
        final int[] cells;

        double bound;

        Branch(int[][] strategies, int[] cellOf) {
            this.strategies = strategies;
            this.cellOf = cellOf;
            this.cells = Arrays.stream(cellOf).distinct().sorted().toArray();
        }
    }

    private static final class Search {
        private final SequentialPriceGame game;
        private final TypePrior prior;
        private final List<PriceTrees.Tree> trees;
        private final Progress progress;
        final int[] messages;
        double best = Double.NEGATIVE_INFINITY;
        double upper = 0;
        List<PriceTrees.Tree> mechanism = List.of();
        private long nodes;

        Search(SequentialPriceGame game, List<PriceTrees.Tree> trees, Progress progress) {
            this.game = game;
            this.prior = game.prior();
            this.trees = trees;
            this.progress = progress;
            this.messages = new int[game.followers()];
            Arrays.fill(messages, game.messages());
        }

        /** Whether the search came to its end. */
        boolean run() {
            List<Branch> branches = branches();
            for (Branch branch : branches) {
                branch.bound = 0;
                for (int cell : branch.cells) {
                    branch.bound += Arrays.stream(ratings(branch, cell)).max().orElse(0);
                }
                progress.at(0);
            }
            branches.sort(Comparator.comparingDouble(b -> -b.bound));
            for (Branch branch : branches) {
                upper = branch.bound;
                if (branch.bound <= best + PureEnumeration.TIE) {
                    break;
                }
                if (!new Descent(branch).go(0, 0)) {
                    return false;
                }
            }
            upper = best;
            return true;
        }

        private double[] ratings(Branch branch, int cell) {
            double[] ratings = new double[trees.size()];
            for (int profile = 0; profile < prior.size(); profile++) {
                if (branch.cellOf[profile] == cell) {
                    for (int t = 0; t < ratings.length; t++) {
                        ratings[t] += prior.probability(profile) * trees.get(t).reward()[profile];
                    }
                }
            }
            return ratings;
        }

        private int[] order(double[] ratings) {
            return java.util.stream.IntStream.range(0, ratings.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(t -> -ratings[t]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        /** All strategy profiles up to the names of messages. */
        private List<Branch> branches() {
            List<int[][]> profiles = new ArrayList<>();
            profiles.add(new int[0][]);
            for (int buyer = 0; buyer < messages.length; buyer++) {
                List<int[]> own = new ArrayList<>();
                name(new int[prior.types(buyer)], 0, 0, own);
                List<int[][]> longer = new ArrayList<>();
                for (int[][] before : profiles) {
                    for (int[] one : own) {
                        int[][] with = Arrays.copyOf(before, buyer + 1);
                        with[buyer] = one;
                        longer.add(with);
                    }
                }
                profiles = longer;
            }
            List<Branch> branches = new ArrayList<>();
            int[] sent = new int[messages.length];
            for (int[][] strategies : profiles) {
                int[] cellOf = new int[prior.size()];
                for (int profile = 0; profile < cellOf.length; profile++) {
                    for (int buyer = 0; buyer < sent.length; buyer++) {
                        sent[buyer] = strategies[buyer][prior.type(profile, buyer)];
                    }
                    cellOf[profile] = JointIndex.encode(sent, messages);
                }
                branches.add(new Branch(strategies, cellOf));
            }
            return branches;
        }

        /** Strategies in which a message first appears only after all smaller ones did. */
        private void name(int[] strategy, int type, int used, List<int[]> all) {
            if (type == strategy.length) {
                all.add(strategy.clone());
                return;
            }
            for (int message = 0; message <= Math.min(used, game.messages() - 1); message++) {
                strategy[type] = message;
                name(strategy, type + 1, Math.max(used, message + 1), all);
            }
        }

        /** Assigns a tree to one cell after the other. */
        private final class Descent {
            private final Branch branch;

            /** The message profiles that matter: any buyer's message in use with the others'. */
            private final int[] cells;

            private final double[][] ratings;
            private final int[][] order;

            /** {@code [position]}: the most that the cells from there on can add. */
            private final double[] hope;

            /** {@code [cell]}: the tree assigned to it. */
            private final PriceTrees.Tree[] chosen;

            Descent(Branch branch) {
                this.branch = branch;
                this.cells = product(branch.strategies);
                this.ratings = new double[cells.length][];
                this.order = new int[cells.length][];
                this.hope = new double[cells.length + 1];
                this.chosen = new PriceTrees.Tree[(int) JointIndex.count(messages)];
                for (int k = cells.length - 1; k >= 0; k--) {
                    ratings[k] = ratings(branch, cells[k]);
                    order[k] = order(ratings[k]);
                    hope[k] = hope[k + 1] + ratings[k][order[k][0]];
                }
            }

            private int[] product(int[][] strategies) {
                int[] inUse = new int[strategies.length];
                for (int buyer = 0; buyer < inUse.length; buyer++) {
                    inUse[buyer] = Arrays.stream(strategies[buyer]).max().orElse(0) + 1;
                }
                int[] product = new int[(int) JointIndex.count(inUse)];
                for (int k = 0; k < product.length; k++) {
                    product[k] = JointIndex.encode(JointIndex.decode(k, inUse), messages);
                }
                return product;
            }

            /** False if the search has to be given up. */
            boolean go(int position, double reward) {
                if (position == cells.length) {
                    if (equilibrium()) {
                        best = reward;
                        mechanism = complete();
                    }
                    return true;
                }
                for (int t : order[position]) {
                    double with = reward + ratings[position][t];
                    if (with + hope[position + 1] <= best + PureEnumeration.TIE) {
                        break;
                    }
                    if (++nodes >= MOST_NODES) {
                        return false;
                    }
                    if (nodes % 10_000 == 0) {
                        progress.at((double) nodes / MOST_NODES);
                    }
                    chosen[cells[position]] = trees.get(t);
                    if (!go(position + 1, with)) {
                        return false;
                    }
                }
                return true;
            }

            private boolean equilibrium() {
                for (int buyer = 0; buyer < messages.length; buyer++) {
                    int inUse = Arrays.stream(branch.strategies[buyer]).max().orElse(0) + 1;
                    int stride = 1;
                    for (int later = buyer + 1; later < messages.length; later++) {
                        stride *= messages[later];
                    }
                    double[][] gains = new double[prior.types(buyer)][inUse];
                    for (int profile = 0; profile < prior.size(); profile++) {
                        int type = prior.type(profile, buyer);
                        int cell = branch.cellOf[profile];
                        int first = cell - branch.strategies[buyer][type] * stride;
                        double obeying = chosen[cell].payoffs()[buyer][profile];
                        for (int m = 0; m < inUse; m++) {
                            double instead = chosen[first + m * stride].payoffs()[buyer][profile];
                            gains[type][m] += prior.probability(profile) * (instead - obeying);
                        }
                    }
                    for (double[] ofType : gains) {
                        for (double gain : ofType) {
                            if (gain > PureEnumeration.TIE) {
                                return false;
                            }
                        }
                    }
                }
                return true;
            }

            /** A message that nobody sends is treated as the first. */
            private List<PriceTrees.Tree> complete() {
                List<PriceTrees.Tree> all = new ArrayList<>();
                for (int cell = 0; cell < chosen.length; cell++) {
                    int[] sent = JointIndex.decode(cell, messages);
                    for (int buyer = 0; buyer < sent.length; buyer++) {
                        int most = Arrays.stream(branch.strategies[buyer]).max().orElse(0);
                        sent[buyer] = sent[buyer] > most ? 0 : sent[buyer];
                    }
                    all.add(chosen[JointIndex.encode(sent, messages)]);
                }
                return all;
            }
        }
    }
}
