package stackelberg.game;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One period of a platform: the sellers choose prices at once, then the leader acts by its rule;
 * under a rule that leaves it nothing to decide it has one observation and one action. Rewards:
 * consumer surplus for the leader, profits for the sellers.
 */
public final class PlatformGame implements BaseGame {
    private static final String NASH = "Nash price";
    private static final String MONOPOLY = "monopoly price";

    private final LogitMarket market;
    private final double[] prices;
    private final PlatformRule rule;
    private final int[] counts;
    private final double nashPrice;
    private final double monopolyPrice;
    private final double nashProfit;
    private final double monopolyProfit;

    PlatformGame(LogitMarket market, double[] prices, PlatformRule rule) {
        this.market = market;
        this.prices = prices;
        this.rule = rule;
        this.counts = new int[market.sellers()];
        Arrays.fill(counts, prices.length);
        this.nashPrice = market.nashPrice();
        this.monopolyPrice = market.monopolyPrice();
        this.nashProfit = market.commonProfit(nashPrice);
        this.monopolyProfit = market.commonProfit(monopolyPrice);
    }

    /** The market on the platform. */
    public LogitMarket market() {
        return market;
    }

    /** Price {@code action} of the grid. */
    public double price(int action) {
        return prices[action];
    }

    @Override
    public int followers() {
        return counts.length;
    }

    @Override
    public TypePrior prior() {
        return TypePrior.untyped(counts.length);
    }

    @Override
    public int actions(int follower) {
        return prices.length;
    }

    @Override
    public int standings() {
        return rule.standings(counts.length, prices.length);
    }

    /** The mean profit of a price against uniformly random rivals, all shown. */
    @Override
    public double expectation(int follower, int type, int action) {
        int[] rivals = new int[counts.length - 1];
        Arrays.fill(rivals, prices.length);
        int profiles = (int) JointIndex.count(rivals);
        double own = market.attraction(prices[action]);
        double sum = 0;
        for (int profile = 0; profile < profiles; profile++) {
            double all = own;
            for (int chosen : JointIndex.decode(profile, rivals)) {
                all += market.attraction(prices[chosen]);
            }
            sum += market.profit(prices[action], all);
        }
        return sum / profiles;
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Discrete(rule.actions(prices));
    }

    @Override
    public int leaderObservations() {
        return rule.seesPrices() ? (int) JointIndex.count(counts) : 1;
    }

    @Override
    public int leaderObservationSize() {
        return rule.seesPrices() ? counts.length * prices.length : 1;
    }

    /** Each seller's price, one-hot. */
    @Override
    public void describe(int observation, float[] into, int at) {
        if (!rule.seesPrices()) {
            into[at] = 1;
            return;
        }
        Arrays.fill(into, at, at + counts.length * prices.length, 0);
        int[] chosen = JointIndex.decode(observation, counts);
        for (int i = 0; i < chosen.length; i++) {
            into[at + i * prices.length + chosen[i]] = 1;
        }
    }

    @Override
    public int leaderTurns() {
        return 1;
    }

    @Override
    public String followerName(int follower) {
        return "seller " + (follower + 1);
    }

    @Override
    public double actionPrice(int follower, int action) {
        return prices[action];
    }

    @Override
    public Map<String, Double> benchmarkPrices() {
        Map<String, Double> benchmarks = new LinkedHashMap<>();
        benchmarks.put(NASH, nashPrice);
        benchmarks.put(MONOPOLY, monopolyPrice);
        return benchmarks;
    }

    @Override
    public String actionKind() {
        return "Price";
    }

    @Override
    public String actionName(int follower, int action) {
        return String.format(Locale.ROOT, "price %.3f", prices[action]);
    }

    @Override
    public String leaderObservationName(int observation) {
        if (!rule.seesPrices()) {
            return "always";
        }
        StringBuilder name = new StringBuilder("prices");
        for (int chosen : JointIndex.decode(observation, counts)) {
            name.append(String.format(Locale.ROOT, " %.3f", prices[chosen]));
        }
        return name.toString();
    }

    @Override
    public String[] meaningNames() {
        String[] names = new String[rule.actions(prices)];
        for (int action = 0; action < names.length; action++) {
            names[action] = rule.actionName(prices, action);
        }
        return names;
    }

    @Override
    public double[] meaning(double[] action) {
        double[] chosen = new double[rule.actions(prices)];
        chosen[(int) action[0]] = 1;
        return chosen;
    }

    @Override
    public String outcomeTitle() {
        return "Seller prices";
    }

    @Override
    public MechanismSheet map(double[][] mechanism) {
        if (!rule.seesPrices() || counts.length != 2) {
            return MechanismSheet.NONE;
        }
        List<String> grid =
                Arrays.stream(prices)
                        .mapToObj(price -> String.format(Locale.ROOT, "%.3f", price))
                        .toList();
        return MechanismSheet.map(this, 0, "price 1 ↓ 2 →", grid, grid, mechanism);
    }

    @Override
    public int indices() {
        return 1;
    }

    @Override
    public String indexTitle() {
        return "Collusion index";
    }

    @Override
    public String[] outcomeNames() {
        String[] names = new String[counts.length + 3];
        for (int i = 0; i < counts.length; i++) {
            names[i] = "price of " + followerName(i);
        }
        names[counts.length] = NASH;
        names[counts.length + 1] = MONOPOLY;
        names[counts.length + 2] = "collusion index Δ";
        return names;
    }

    @Override
    public Play newPlay() {
        return new Period();
    }

    private final class Period implements Play {
        private final int[] chosen = new int[counts.length];
        private final double[] profits = new double[counts.length];
        private final PlatformRule.Display display = new PlatformRule.Display(counts.length);
        private Turn turn = Turn.END;
        private double surplus;
        private int standing;

        @Override
        public void begin(int[] types) {
            turn = Turn.FOLLOWERS;
            surplus = 0;
            Arrays.fill(profits, 0);
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public void followersAct(int[] actions) {
            System.arraycopy(actions, 0, chosen, 0, chosen.length);
            turn = Turn.LEADER;
        }

        @Override
        public int leaderObservation() {
            return rule.seesPrices() ? JointIndex.encode(chosen, counts) : 0;
        }

        @Override
        public void leaderActs(double[] action) {
            standing = rule.show(prices, chosen, standing, (int) action[0], display);
            if (display.oneOfThem) {
                sellOneOfThem();
            } else {
                sellAll();
            }
            turn = Turn.END;
        }

        private void sellAll() {
            double attraction = 0;
            for (int i = 0; i < chosen.length; i++) {
                attraction += display.shown[i] ? market.attraction(prices[chosen[i]]) : 0;
            }
            surplus = market.surplus(attraction);
            for (int i = 0; i < chosen.length; i++) {
                profits[i] = display.shown[i] ? market.profit(prices[chosen[i]], attraction) : 0;
            }
        }

        /** Expectations over who of those marked is shown alone. */
        private void sellOneOfThem() {
            int candidates = 0;
            for (boolean shown : display.shown) {
                candidates += shown ? 1 : 0;
            }
            surplus = 0;
            for (int i = 0; i < chosen.length; i++) {
                double price = prices[chosen[i]];
                double attraction = market.attraction(price);
                profits[i] = display.shown[i] ? market.profit(price, attraction) / candidates : 0;
                surplus += display.shown[i] ? market.surplus(attraction) / candidates : 0;
            }
        }

        @Override
        public double leaderReward() {
            return surplus;
        }

        @Override
        public double payoff(int follower) {
            return profits[follower];
        }

        @Override
        public void outcome(double[] into) {
            double sum = 0;
            for (int i = 0; i < chosen.length; i++) {
                into[i] = prices[chosen[i]];
                sum += profits[i];
            }
            into[chosen.length] = nashPrice;
            into[chosen.length + 1] = monopolyPrice;
            into[chosen.length + 2] =
                    (sum / chosen.length - nashProfit) / (monopolyProfit - nashProfit);
        }

        @Override
        public int standing() {
            return standing;
        }

        @Override
        public void stand(int now) {
            standing = now;
        }
    }
}
