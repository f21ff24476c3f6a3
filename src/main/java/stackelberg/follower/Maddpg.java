package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Multi-agent deep deterministic policy gradient: each follower acts on what it knows itself (a
 * decentralised actor), and while it learns a critic that sees what all know and do tells it how to
 * act better (a centralised critic). An action is one of several (Gumbel-softmax) or a point on a
 * line. Actors and critics both learn from minibatches of plays; targets come from copies that are
 * renewed from time to time, those of the other followers of this kind included.
 */
@Registered(
        type = "maddpg",
        label = "MADDPG",
        help =
                "Actor–critic followers whose critics see what everyone knows and does. They learn"
                        + " from their own plays; among themselves they may cycle.",
        source = "Lowe et al. 2017; Papoudakis et al. 2021 for discrete actions")
public record Maddpg(
        @Parameter(
                        label = "Actions",
                        help =
                                "One of several: any game. Points on a line: where neighbouring"
                                        + " actions are alike, such as prices, it moves from one to"
                                        + " the next.")
                Kind actions,
        @Parameter(
                        label = "Actor's learning rate",
                        automatic = true,
                        min = 1e-7,
                        max = 1,
                        help =
                                "The step of the actor's optimiser. Larger is quicker and less"
                                        + " steady.",
                        source = "Papoudakis et al. 2021: 5e-4")
                double actorRate,
        @Parameter(
                        label = "Critic's learning rate",
                        automatic = true,
                        min = 1e-7,
                        max = 1,
                        help = "The step of the critic's optimiser.",
                        source = "Papoudakis et al. 2021: 5e-4")
                double criticRate,
        @Parameter(
                        label = "Discount factor",
                        automatic = true,
                        symbol = "δ",
                        min = 0,
                        max = 0.999999,
                        help = "The weight of the next payoff against the present one.")
                double discount,
        @Parameter(
                        label = "Memory",
                        automatic = true,
                        symbol = "k",
                        unit = "plays",
                        min = 0,
                        max = 16,
                        help =
                                "How many past plays it remembers. With none every play stands for"
                                        + " itself and nothing is expected after it.")
                int memory,
        @Parameter(
                        label = "Units",
                        automatic = true,
                        min = 1,
                        max = 512,
                        help = "Units in each of two hidden layers, of actor and critic.")
                int units,
        @Parameter(
                        label = "Plays kept",
                        automatic = true,
                        unit = "turns",
                        min = 2,
                        max = 1_000_000,
                        help =
                                "The turns, the latest, that it learns from. Its critic knows what"
                                        + " everyone did, so that old turns stay true.",
                        source = "Papoudakis et al. 2021: 50,000")
                int kept,
        @Parameter(
                        label = "Minibatch",
                        automatic = true,
                        unit = "turns",
                        min = 1,
                        max = 4096,
                        help = "Turns in one step of learning.")
                int minibatch,
        @Parameter(
                        label = "Turns between steps",
                        automatic = true,
                        unit = "turns",
                        min = 1,
                        max = 1_000_000,
                        help = "It takes one step of learning after so many turns.")
                int every,
        @Parameter(
                        label = "Steps between copies",
                        automatic = true,
                        unit = "steps",
                        min = 1,
                        max = 1_000_000,
                        help = "After so many steps the copies that it learns towards are renewed.",
                        source = "Papoudakis et al. 2021: 200")
                int copied,
        @Parameter(
                        label = "Regulariser",
                        automatic = true,
                        min = 0,
                        max = 1e3,
                        help =
                                "What the square of an actor's output costs, in payoffs scaled to"
                                        + " [0, 1]. Larger keeps it from being certain.",
                        source = "Papoudakis et al. 2021: 0.001")
                double regulariser,
        @Parameter(
                        label = "Exploration decay",
                        automatic = true,
                        symbol = "β",
                        unit = "per play",
                        min = 0,
                        max = 1,
                        help =
                                "Points on a line: how far it strays falls as exp(−β t) in play t."
                                        + " One of several explores by its own mixture.")
                double decay,
        @Parameter(
                        label = "Lowest payoff",
                        automatic = true,
                        unit = "payoff",
                        min = -1e12,
                        max = 1e12,
                        help = "What its critic knows as 0.")
                double lowest,
        @Parameter(
                        label = "Payoff range",
                        automatic = true,
                        unit = "payoff",
                        min = 1e-9,
                        max = 1e12,
                        help = "By how much more than the lowest payoff its critic knows as 1.")
                double range)
        implements FollowerModel {

    /** What an action is taken for. */
    public enum Kind implements Choice {
        /** Whatever the game's actions are. */
        SEVERAL("One of several"),
        /** Actions in an order, neighbours being alike. */
        LINE("Points on a line");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        ActionCode code(int count) {
            return this == SEVERAL ? new GumbelSoftmax(count, 1) : new PointOnLine(count);
        }
    }

    /** For payoffs from 0 to 1 and some ten thousand plays. */
    public Maddpg() {
        this(Kind.SEVERAL, 0.002, 0.01, 0.95, 0, 32, 10_000, 32, 32, 50, 3e-4, 2e-4, 0, 1);
    }

    @Override
    public Maddpg settled(GameFacts facts) {
        Maddpg usual = new Maddpg();
        return Declaration.settled(
                this,
                new Maddpg(
                        usual.actions,
                        usual.actorRate,
                        usual.criticRate,
                        usual.discount,
                        usual.memory,
                        usual.units,
                        usual.kept,
                        usual.minibatch,
                        usual.every,
                        usual.copied,
                        usual.regulariser,
                        usual.decay,
                        facts.lowestPayoff(),
                        facts.payoffSpan()));
    }

    @Override
    public Lesson lesson() {
        return Lesson.OWN_PLAYS;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new MaddpgSeat(this, game, follower);
    }

    @Override
    public void check(BaseGame game, int follower, Faults faults) {
        Memory.check(memory, game, follower, faults.at("memory"));
    }

    @Override
    public boolean remembers(BaseGame game) {
        return Memory.matters(memory, game);
    }
}
