package stackelberg.game;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * A mechanism of one's own: each follower knows its type and sends a message, the leader sees the
 * joint message and picks an outcome; payoffs depend on the type profile and the outcome, messages
 * cost nothing. The leader's policy is a map from joint messages to outcomes. All payoffs are
 * divided by the largest magnitude.
 */
@Registered(
        type = "mechanism-table",
        label = "Mechanism with messages",
        help =
                "A mechanism of your own: followers with private types send messages, the leader"
                        + " picks an outcome. One table row for each type profile.",
        source = "Myerson 1982; Brero et al. 2024, Def. 2.1")
public record MechanismTable(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "One row for each type profile, the last follower's type changing"
                                        + " fastest, one column for each outcome; in a cell the"
                                        + " leader's payoff, then each follower's.")
                Table payoffs,
        @Parameter(
                        label = "Prior",
                        required = true,
                        help =
                                "The probability of each type profile: a row for each type of"
                                    + " follower 1, a column for each joint type of the others. Of"
                                    + " a single follower, one row. The sum is 1.")
                Table prior,
        @Parameter(
                        label = "Follower types",
                        required = true,
                        min = 1,
                        max = 8,
                        help = "How many types each follower has.")
                List<Integer> followerTypes,
        @Parameter(
                        label = "Messages",
                        required = true,
                        min = 1,
                        max = 8,
                        help =
                                "How many messages each follower can send. Fewer than types means"
                                        + " that some types must share one.")
                List<Integer> messages)
        implements GameFamily {

    /** Two neighbours with correlated wishes, a leader who would rather spend nothing. */
    public MechanismTable() {
        this(
                Table.of(
                        new double[][][] {
                            {{2, 0, 0}, {-1, 0, 0}},
                            {{1, 0, 0}, {2, 1, 3}},
                            {{1, 0, 0}, {2, 3, 1}},
                            {{0, 0, 0}, {4, 3, 3}}
                        }),
                Table.of(new double[][][] {{{0.4}, {0.1}}, {{0.1}, {0.4}}}),
                List.of(2, 2),
                List.of(2, 2));
    }

    public MechanismTable {
        followerTypes = List.copyOf(followerTypes);
        messages = List.copyOf(messages);
    }

    @Override
    public void check(Faults faults) {
        if (followerTypes.size() != messages.size()) {
            faults.at("messages")
                    .add(
                            "it has "
                                    + messages.size()
                                    + " entries, but followerTypes has "
                                    + followerTypes.size(),
                            "Give both one entry for each follower");
            return;
        }
        boolean countable =
                JointLimit.check(
                        followerTypes, "type", "type profiles", faults.at("followerTypes"));
        countable &= JointLimit.check(messages, "message", "joint messages", faults.at("messages"));
        if (countable) {
            checkPayoffs(faults.at("payoffs"));
            new PriorTable(prior, numbers(followerTypes)).check(faults.at("prior"));
        }
    }

    private void checkPayoffs(Faults faults) {
        long profiles = JointIndex.count(numbers(followerTypes));
        if (payoffs.rows() != profiles) {
            faults.add(
                    "it has " + payoffs.rows() + " rows for " + profiles + " type profiles",
                    "Give every type profile one row");
        }
        PayoffCells.check(payoffs, followerTypes.size(), faults);
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<Comparison> comparisons() {
        List<Integer> none = messages.stream().map(m -> 1).toList();
        return none.equals(messages)
                ? List.of()
                : List.of(
                        Comparison.best(
                                "best without messages",
                                new MechanismTable(payoffs, prior, followerTypes, none)));
    }

    @Override
    public BaseGame assemble() {
        int[] types = numbers(followerTypes);
        return new Game(payoffs, types, numbers(messages), new PriorTable(prior, types).assemble());
    }

    private static final class Game implements BaseGame {
        private final int[] types;
        private final int[] messages;
        private final TypePrior prior;

        /** {@code [player][joint type][outcome]}, the leader being player 0, scaled. */
        private final double[][][] payoffs;

        private final int outcomes;
        private final int jointMessages;

        Game(Table table, int[] types, int[] messages, TypePrior prior) {
            this.types = types;
            this.messages = messages;
            this.prior = prior;
            this.outcomes = table.columns();
            this.jointMessages = (int) JointIndex.count(messages);
            this.payoffs = new double[table.width()][table.rows()][outcomes];
            for (int player = 0; player < table.width(); player++) {
                for (int row = 0; row < table.rows(); row++) {
                    for (int outcome = 0; outcome < outcomes; outcome++) {
                        payoffs[player][row][outcome] =
                                table.at(row, outcome, player) / table.largestMagnitude();
                    }
                }
            }
        }

        @Override
        public int followers() {
            return messages.length;
        }

        @Override
        public TypePrior prior() {
            return prior;
        }

        @Override
        public int actions(int follower) {
            return messages[follower];
        }

        @Override
        public ActionSpace leaderActions() {
            return new ActionSpace.Discrete(outcomes);
        }

        @Override
        public int leaderObservations() {
            return jointMessages;
        }

        @Override
        public int leaderObservationSize() {
            return jointMessages;
        }

        @Override
        public void describe(int observation, float[] into, int at) {
            Arrays.fill(into, at, at + jointMessages, 0);
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
            int[] sent = JointIndex.decode(observation, messages);
            StringBuilder name = new StringBuilder(sent.length == 1 ? "message" : "messages");
            for (int i = 0; i < sent.length; i++) {
                name.append(i == 0 ? " " : ", ").append(sent[i] + 1);
            }
            return name.toString();
        }

        @Override
        public MechanismSheet map(double[][] mechanism) {
            if (messages.length != 2) {
                return MechanismSheet.NONE;
            }
            return MechanismSheet.map(
                    this,
                    0,
                    "message 1 ↓ 2 →",
                    numbered(messages[0]),
                    numbered(messages[1]),
                    mechanism);
        }

        private static List<String> numbered(int count) {
            return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
        }

        @Override
        public String[] meaningNames() {
            String[] names = new String[outcomes];
            Arrays.setAll(names, k -> "outcome " + (k + 1));
            return names;
        }

        @Override
        public double[] meaning(double[] action) {
            double[] chosen = new double[outcomes];
            chosen[(int) action[0]] = 1;
            return chosen;
        }

        @Override
        public Play newPlay() {
            return new MessagePlay();
        }

        private final class MessagePlay implements Play {
            private int jointType;
            private int message;
            private int outcome;
            private Turn turn = Turn.END;

            @Override
            public void begin(int[] drawn) {
                jointType = JointIndex.encode(drawn, types);
                turn = Turn.FOLLOWERS;
            }

            @Override
            public Turn turn() {
                return turn;
            }

            @Override
            public void followersAct(int[] actions) {
                message = JointIndex.encode(actions, messages);
                turn = Turn.LEADER;
            }

            @Override
            public int leaderObservation() {
                return message;
            }

            @Override
            public void leaderActs(double[] action) {
                outcome = (int) action[0];
                turn = Turn.END;
            }

            @Override
            public double leaderReward() {
                return turn == Turn.END ? payoffs[0][jointType][outcome] : 0;
            }

            @Override
            public double payoff(int follower) {
                return turn == Turn.END ? payoffs[follower + 1][jointType][outcome] : 0;
            }
        }
    }
}
