package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * One follower with a private type, uniformly drawn; it sends one of k messages, the leader sees
 * the message and picks an item; both get 1 if the item is the type's, else 0. With k messages and
 * m types the best commitment is worth min(k, m) / m.
 */
@Registered(
        type = "simple-allocation",
        label = "Simple allocation",
        help =
                "One follower knows which item it wants and may say so in a few messages; the"
                        + " leader sees the message and picks the item.",
        source = "Brero et al. 2024, simple allocation mechanisms")
public record SimpleAllocation(
        @Parameter(
                        label = "Types",
                        symbol = "|Θ|",
                        min = 1,
                        max = 64,
                        help = "How many types the follower has, and items the leader.")
                int types,
        @Parameter(
                        label = "Messages",
                        symbol = "k",
                        min = 1,
                        max = 64,
                        help =
                                "How many messages the follower can send. Fewer than types means"
                                        + " that some types must share one.")
                int messages)
        implements GameFamily, BaseGame {

    /** Three types, three messages. */
    public SimpleAllocation() {
        this(3, 3);
    }

    @Override
    public void check(Faults faults) {
        // Any two counts within their ranges make a game.
    }

    @Override
    public List<Comparison> comparisons() {
        return messages > 1
                ? List.of(
                        Comparison.best(
                                "best with one message fewer",
                                new SimpleAllocation(types, messages - 1)))
                : List.of();
    }

    @Override
    public BaseGame assemble() {
        return this;
    }

    @Override
    public int followers() {
        return 1;
    }

    @Override
    public TypePrior prior() {
        return TypePrior.uniform(types);
    }

    @Override
    public int actions(int follower) {
        return messages;
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Discrete(types);
    }

    @Override
    public int leaderObservations() {
        return messages;
    }

    @Override
    public int leaderObservationSize() {
        return messages;
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        java.util.Arrays.fill(into, at, at + messages, 0);
        into[at + observation] = 1;
    }

    @Override
    public int leaderTurns() {
        return 1;
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
    public String leaderObservationName(int observation) {
        return "message " + (observation + 1);
    }

    @Override
    public String typeName(int follower, int type) {
        return "wants item " + (type + 1);
    }

    @Override
    public String[] meaningNames() {
        String[] names = new String[types];
        for (int item = 0; item < types; item++) {
            names[item] = "item " + (item + 1);
        }
        return names;
    }

    @Override
    public double[] meaning(double[] action) {
        double[] chosen = new double[types];
        chosen[(int) action[0]] = 1;
        return chosen;
    }

    @Override
    public Play newPlay() {
        return new AllocationPlay();
    }

    private static final class AllocationPlay implements Play {
        private int type;
        private int message;
        private double reward;
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            type = types[0];
            reward = 0;
            turn = Turn.FOLLOWERS;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public void followersAct(int[] actions) {
            message = actions[0];
            turn = Turn.LEADER;
        }

        @Override
        public int leaderObservation() {
            return message;
        }

        @Override
        public void leaderActs(double[] action) {
            reward = (int) action[0] == type ? 1 : 0;
            turn = Turn.END;
        }

        @Override
        public double leaderReward() {
            return reward;
        }

        @Override
        public double payoff(int follower) {
            return reward;
        }
    }
}
