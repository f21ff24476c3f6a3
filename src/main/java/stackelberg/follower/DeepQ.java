package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Q-learning with a network in place of a table: what is learned in one situation tells something
 * about others, so that it may remember more than a table has room for. Learns from minibatches of
 * the plays that it made, towards r + δ max Q of a copy of its network that is renewed from time to
 * time.
 */
@Registered(
        type = "deep-q-learning",
        label = "Deep Q-learning",
        help =
                "Q-learning with a network where a table would be too large: it may remember"
                        + " several plays of many followers.",
        source = "Mnih et al. 2015")
public record DeepQ(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        symbol = "α",
                        min = 1e-7,
                        max = 1,
                        help =
                                "The step of Adam, its optimiser. Larger is quicker and less"
                                        + " steady.")
                double rate,
        @Parameter(
                        label = "Discount factor",
                        automatic = true,
                        symbol = "δ",
                        min = 0,
                        max = 0.999999,
                        help = "The weight of the next payoff against the present one.")
                double discount,
        @Parameter(
                        label = "Exploration decay",
                        automatic = true,
                        symbol = "β",
                        unit = "per play",
                        min = 0,
                        max = 1,
                        help =
                                "It explores with probability exp(−β t) in play t. Smaller explores"
                                        + " longer; 0 explores always.")
                double decay,
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
                        help = "Units in each of the network's two hidden layers.")
                int units,
        @Parameter(
                        label = "Plays kept",
                        automatic = true,
                        unit = "plays",
                        min = 1,
                        max = 1_000_000,
                        help = "The plays of its own, the latest, that it learns from.")
                int kept,
        @Parameter(
                        label = "Minibatch",
                        automatic = true,
                        unit = "plays",
                        min = 1,
                        max = 4096,
                        help = "Plays in one step of learning.")
                int minibatch,
        @Parameter(
                        label = "Plays between steps",
                        automatic = true,
                        unit = "plays",
                        min = 1,
                        max = 1_000_000,
                        help = "It takes one step of learning after so many plays.")
                int every,
        @Parameter(
                        label = "Steps between copies",
                        automatic = true,
                        unit = "steps",
                        min = 1,
                        max = 1_000_000,
                        help = "After so many steps the copy that it learns towards is renewed.")
                int copied,
        @Parameter(
                        label = "Lowest payoff",
                        automatic = true,
                        unit = "payoff",
                        min = -1e12,
                        max = 1e12,
                        help = "What its network knows as 0.")
                double lowest,
        @Parameter(
                        label = "Payoff range",
                        automatic = true,
                        unit = "payoff",
                        min = 1e-9,
                        max = 1e12,
                        help = "By how much more than the lowest payoff its network knows as 1.")
                double range)
        implements FollowerModel {

    /** For payoffs from 0 to 1 and some ten thousand plays. */
    public DeepQ() {
        this(0.003, 0.95, 2e-4, 1, 32, 10_000, 32, 16, 50, 0, 1);
    }

    @Override
    public DeepQ settled(GameFacts facts) {
        DeepQ usual = new DeepQ();
        return Declaration.settled(
                this,
                new DeepQ(
                        usual.rate,
                        usual.discount,
                        usual.decay,
                        Memory.usual(facts.game()),
                        usual.units,
                        usual.kept,
                        usual.minibatch,
                        usual.every,
                        usual.copied,
                        facts.lowestPayoff(),
                        facts.payoffSpan()));
    }

    @Override
    public Lesson lesson() {
        return Lesson.OWN_PLAYS;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new QNetwork(this, game, follower);
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
