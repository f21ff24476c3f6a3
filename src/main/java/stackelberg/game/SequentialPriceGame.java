package stackelberg.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stackelberg.parameter.Table;

/**
 * The base game of a sequential price mechanism (see {@link SequentialPricing}). The followers are
 * the buyers, their actions messages. A leader action is a score for each buyer and a price for
 * each item: the leader visits the unvisited buyer of largest score (the first of several) and
 * posts the prices of the items left.
 *
 * <p>A leader observation is the number of (message profile, state of every buyer): unvisited,
 * visited without buying, or took item j; see {@link PriceStates}. The prices quoted earlier need
 * no number of their own: the leader's commitment is deterministic, so they follow from what it
 * committed to at the observations that led here.
 */
public final class SequentialPriceGame implements BaseGame {
    private final int buyers;
    private final int items;
    private final int messages;
    private final int[] units;
    private final PurchaseRule purchase;
    private final TypePrior prior;
    private final int[] typeCounts;
    private final PriceStates states;
    private final boolean continuous;

    /** {@code [item]}: the midpoint prices, ascending from 0. */
    private final double[][] grid;

    /** {@code [buyer][type][item]}. */
    private final double[][][] values;

    /** {@code [type profile]}, the last buyer's type changing fastest. */
    private final double[] efficient;

    SequentialPriceGame(SequentialPricing family) {
        Table table = family.values();
        this.buyers = table.rows();
        this.items = table.width();
        this.messages = family.messages();
        this.units = family.units().stream().mapToInt(Integer::intValue).toArray();
        this.purchase = family.purchase();
        this.values = table.cells();
        this.typeCounts = new int[buyers];
        Arrays.fill(typeCounts, table.columns());
        this.prior = TypePrior.joint(typeCounts, joint(family.prior()));
        this.states = new PriceStates(buyers, units);
        this.continuous = family.prices() == PostedPrices.CONTINUOUS;
        this.grid = new double[items][];
        for (int item = 0; item < items; item++) {
            grid[item] = midpoints(item);
        }
        this.efficient = new double[(int) JointIndex.count(typeCounts)];
        Assignment assignment = new Assignment(buyers, units);
        int[] types = new int[buyers];
        double[][] ofProfile = new double[buyers][];
        for (int profile = 0; profile < efficient.length; profile++) {
            JointIndex.decode(profile, typeCounts, types);
            for (int buyer = 0; buyer < buyers; buyer++) {
                ofProfile[buyer] = values[buyer][types[buyer]];
            }
            efficient[profile] = assignment.value(ofProfile);
        }
    }

    private static double[] joint(Table prior) {
        double[] joint = new double[prior.rows() * prior.columns()];
        for (int at = 0; at < joint.length; at++) {
            joint[at] = prior.at(at / prior.columns(), at % prior.columns(), 0);
        }
        return joint;
    }

    private double[] midpoints(int item) {
        double[] sorted =
                Arrays.stream(values)
                        .flatMap(Arrays::stream)
                        .mapToDouble(ofType -> ofType[item])
                        .sorted()
                        .distinct()
                        .toArray();
        double[] prices = new double[sorted.length];
        for (int k = 1; k < sorted.length; k++) {
            prices[k] = (sorted[k - 1] + sorted[k]) / 2;
        }
        return prices;
    }

    /** How many items there are. */
    public int items() {
        return items;
    }

    /** How many units there are of an item. */
    public int units(int item) {
        return units[item];
    }

    /** How many messages each buyer has. */
    public int messages() {
        return messages;
    }

    /** Whether any price can be posted; else {@link #midpoints()} alone. */
    public boolean continuousPrices() {
        return continuous;
    }

    /** {@code [item]}: 0 and the midpoints between adjacent values of any buyer, ascending. */
    public double[][] midpoints() {
        return Arrays.stream(grid).map(double[]::clone).toArray(double[][]::new);
    }

    /** What buyer {@code buyer} of type {@code type} would pay for an item at most. */
    public double value(int buyer, int type, int item) {
        return values[buyer][type][item];
    }

    /** The largest sum of values that any allocation reaches under a type profile. */
    public double efficientValue(int[] types) {
        return efficient[JointIndex.encode(types, typeCounts)];
    }

    /** The states in which the leader is to move. */
    public PriceStates states() {
        return states;
    }

    /** The number of the observation of a message profile and a live state. */
    public int observation(int messageProfile, int state) {
        return messageProfile * states.live() + state;
    }

    /**
     * The item that a buyer takes at these prices.
     *
     * @param left which items are left, a bit each
     * @return its number, or −1 for none; of several equally good ones the first
     */
    public int taken(int buyer, int type, int left, double[] prices) {
        double[] worth = values[buyer][type];
        int best = -1;
        double most = 0;
        for (int item = 0; item < items; item++) {
            double utility = worth[item] - prices[item];
            boolean better = best < 0 ? purchase.buys(utility) : utility > most;
            if ((left >> item & 1) != 0 && better) {
                best = item;
                most = utility;
            }
        }
        return best;
    }

    /** The price that the leader posts for an item if its action says {@code price}. */
    double posted(int item, double price) {
        if (continuous) {
            return price;
        }
        double[] allowed = grid[item];
        int nearest = 0;
        for (int k = 1; k < allowed.length; k++) {
            if (Math.abs(allowed[k] - price) < Math.abs(allowed[nearest] - price)) {
                nearest = k;
            }
        }
        return allowed[nearest];
    }

    private double[] prices(double[] action) {
        double[] prices = new double[items];
        for (int item = 0; item < items; item++) {
            prices[item] = posted(item, action[buyers + item]);
        }
        return prices;
    }

    /** The unvisited buyer of largest score. */
    int visited(int state, double[] action) {
        int best = -1;
        for (int buyer = 0; buyer < buyers; buyer++) {
            if (states.unvisited(state, buyer) && (best < 0 || action[buyer] > action[best])) {
                best = buyer;
            }
        }
        return best;
    }

    @Override
    public int followers() {
        return buyers;
    }

    @Override
    public TypePrior prior() {
        return prior;
    }

    @Override
    public int actions(int follower) {
        return messages;
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Box(buyers + items, 0, 1);
    }

    @Override
    public int leaderObservations() {
        int profiles = 1;
        for (int buyer = 0; buyer < buyers; buyer++) {
            profiles *= messages;
        }
        return profiles * states.live();
    }

    @Override
    public int leaderObservationSize() {
        return buyers * ((messages > 1 ? messages : 0) + items + 2);
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        Arrays.fill(into, at, at + leaderObservationSize(), 0);
        int state = observation % states.live();
        int profile = observation / states.live();
        int end = at + leaderObservationSize();
        for (int buyer = buyers - 1; buyer >= 0; buyer--) {
            end -= items + 2;
            into[end + states.of(state, buyer)] = 1;
            if (messages > 1) {
                end -= messages;
                into[end + profile % messages] = 1;
                profile /= messages;
            }
        }
    }

    @Override
    public int leaderTurns() {
        return buyers;
    }

    /** Without what no type of a visited buyer does at the price it is asked. */
    @Override
    public boolean[] reached(LeaderPolicy policy) {
        boolean[] reached = new boolean[leaderObservations()];
        for (int o = 0; o < reached.length; o++) {
            // States are numbered so that a state comes before those that it leads to.
            int state = o % states.live();
            reached[o] |= state == 0;
            if (reached[o]) {
                double[] action = policy.act(o);
                int buyer = visited(state, action);
                double[] prices = prices(action);
                for (int type = 0; type < typeCounts[buyer]; type++) {
                    int item = taken(buyer, type, states.left(state), prices);
                    int next = states.after(state, buyer, PriceStates.NOTHING + 1 + item);
                    if (next >= 0) {
                        reached[o - state + next] = true;
                    }
                }
            }
        }
        return reached;
    }

    @Override
    public String followerName(int follower) {
        return "buyer " + (follower + 1);
    }

    @Override
    public String actionKind() {
        return "Message";
    }

    @Override
    public String actionName(int follower, int action) {
        return "message " + (action + 1);
    }

    @Override
    public String typeName(int follower, int type) {
        List<String> worth = new ArrayList<>();
        for (double value : values[follower][type]) {
            worth.add(PriceWords.number(value));
        }
        return (items == 1 ? "value " : "values ") + String.join(" / ", worth);
    }

    @Override
    public String leaderObservationName(int observation) {
        return PriceWords.observation(this, observation);
    }

    @Override
    public String[] meaningNames() {
        String[] names = new String[buyers + items];
        for (int buyer = 0; buyer < buyers; buyer++) {
            names[buyer] = followerName(buyer);
        }
        for (int item = 0; item < items; item++) {
            names[buyers + item] = items == 1 ? "price" : "price " + (item + 1);
        }
        return names;
    }

    /** At the start of a play, when no buyer has been visited. */
    @Override
    public double[] meaning(double[] action) {
        return meaning(0, action);
    }

    /** A 1 for the buyer visited, 0 for the others; the posted prices, 0 for items sold out. */
    @Override
    public double[] meaning(int observation, double[] action) {
        int state = observation % states.live();
        double[] meaning = new double[buyers + items];
        meaning[visited(state, action)] = 1;
        for (int item = 0; item < items; item++) {
            boolean left = (states.left(state) >> item & 1) != 0;
            meaning[buyers + item] = left ? posted(item, action[buyers + item]) : 0;
        }
        return meaning;
    }

    @Override
    public String leaderActionName(int observation, double[] meaning) {
        return PriceWords.visit(this, observation % states.live(), meaning);
    }

    @Override
    public List<PlayEvent> chosen(int observation, double[] meaning) {
        return PriceWords.chosen(this, observation, meaning);
    }

    /** Message profile → who is visited in which order, and at which prices. */
    @Override
    public MechanismSheet sheet(double[][] mechanism) {
        return PriceSheet.of(this, mechanism);
    }

    @Override
    public Optional<MechanismTree> tree(double[][] mechanism) {
        return Optional.of(PriceTree.of(this, mechanism));
    }

    @Override
    public String curvesTitle() {
        return "Learned prices";
    }

    /** For each message profile and round the prices, as long as nobody has bought. */
    @Override
    public List<String> curveNames() {
        return PriceCurves.names(this);
    }

    @Override
    public double[] curves(double[][] mechanism) {
        return PriceCurves.of(this, mechanism);
    }

    @Override
    public Play newPlay() {
        return new PricePlay(this);
    }
}
