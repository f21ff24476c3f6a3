package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.game.TypePrior;

/**
 * Q-learners that play one another: in each play every follower acts ε-greedily on what it knows,
 * then all take in what the play brought them. Where followers remember earlier plays, the plays
 * are the stages of one repeated game and the value of a play includes what follows it; where they
 * do not, a play's last value is not bootstrapped.
 *
 * <p>Settled once no follower's greedy policy has changed for its window of plays.
 *
 * <p>Description for a critic: every table divided by its largest magnitude, with its exploration
 * rate.
 */
final class IndependentQLearning implements StageResponse, Carried {
    private static final int NEVER = Integer.MAX_VALUE;

    private final TypePrior prior;
    private final QTable[] tables;
    private final int[] actionCounts;
    private final int plays;

    /** A table whose history includes everyone's. */
    private final QTable longestMemory;

    private final Response response;

    private final int[] types;
    private final int[] rows;
    private final int[] actions;
    private final double[] earned;
    private final int[] changedAt;

    private RandomGenerator random = RandomGenerator.getDefault();
    private boolean fresh;
    private boolean newHistory;
    private boolean acted;
    private int played;
    private int profile;

    /** The play before which the response is settled if no greedy action changes. */
    private int settledAt;

    IndependentQLearning(BaseGame game, QTable[] tables, int plays) {
        this.prior = game.prior();
        this.tables = tables;
        this.actionCounts = InducedGame.actionCounts(game);
        this.plays = plays;
        int n = tables.length;
        this.types = new int[n];
        this.rows = new int[n];
        this.actions = new int[n];
        this.earned = new double[n];
        this.changedAt = new int[n];
        QTable longest = tables[0];
        for (QTable table : tables) {
            longest = table.histories() > longest.histories() ? table : longest;
        }
        this.longestMemory = longest;
        this.response = new Greedy();
        reset();
    }

    @Override
    public int plays() {
        return plays;
    }

    @Override
    public void reset() {
        for (QTable table : tables) {
            table.reset();
        }
        newHistory = true;
        carryOn();
    }

    @Override
    public void carryOn() {
        fresh = true;
        played = 0;
        Arrays.fill(changedAt, 0);
        reckonSettling();
    }

    @Override
    public boolean settled() {
        return played >= settledAt;
    }

    private void reckonSettling() {
        int latest = 0;
        for (int i = 0; i < tables.length; i++) {
            int window = tables[i].window();
            latest =
                    window == 0 || window > NEVER - changedAt[i]
                            ? NEVER
                            : Math.max(latest, changedAt[i] + window);
        }
        settledAt = latest;
    }

    /** Before the first play of a response phase: types, and a past if there is none. */
    private void awake(RandomGenerator given) {
        random = given;
        if (fresh) {
            fresh = false;
            drawTypes();
            if (newHistory) {
                newHistory = false;
                for (QTable table : tables) {
                    table.imagineHistory(random);
                }
            }
        }
    }

    private void drawTypes() {
        profile = prior.sample(random);
        prior.copy(profile, types);
    }

    @Override
    public void beginPlay(RandomGenerator given, int[] into) {
        awake(given);
        acted = false;
        Arrays.fill(earned, 0);
        System.arraycopy(types, 0, into, 0, types.length);
    }

    @Override
    public void beginTurn(Play play) {
        for (int i = 0; i < tables.length; i++) {
            int row = tables[i].row(types[i], play.followerObservation(i));
            if (acted) {
                learn(i, play.payoff(i) - earned[i] + tables[i].discounted(row));
                earned[i] = play.payoff(i);
            }
            rows[i] = row;
            actions[i] = tables[i].choose(row, random);
        }
        acted = true;
    }

    @Override
    public int action(int follower, int observation) {
        return actions[follower];
    }

    @Override
    public void endPlay(Play outcome) {
        if (acted) {
            for (int i = 0; i < tables.length; i++) {
                earned[i] = outcome.payoff(i) - earned[i];
            }
            endPlay(JointIndex.encode(actions, actionCounts));
        }
    }

    /**
     * All learn from {@link #earned}, what the last action brought, and where it has led: the types
     * of the next play are drawn now, since its value depends on them.
     */
    private void endPlay(int joint) {
        drawTypes();
        for (int i = 0; i < tables.length; i++) {
            QTable table = tables[i];
            table.remember(joint);
            double next = table.histories() > 1 ? table.discounted(table.row(types[i], 0)) : 0;
            learn(i, earned[i] + next);
            table.fade();
        }
        played++;
    }

    private void learn(int follower, double target) {
        if (tables[follower].learn(rows[follower], actions[follower], target)) {
            changedAt[follower] = played + 1;
            reckonSettling();
        }
    }

    @Override
    public int play(StageGame stage, RandomGenerator given, int most) {
        awake(given);
        int from = played;
        int to = (int) Math.min((long) from + most, plays);
        while (played < to && played < settledAt) {
            int joint = 0;
            for (int i = 0; i < tables.length; i++) {
                int row = tables[i].row(types[i], 0);
                int action = tables[i].choose(row, random);
                rows[i] = row;
                actions[i] = action;
                joint = joint * actionCounts[i] + action;
            }
            int cell = stage.play(profile, joint);
            for (int i = 0; i < tables.length; i++) {
                earned[i] = stage.payoff(i, cell);
            }
            endPlay(joint);
        }
        return played - from;
    }

    @Override
    public Response response() {
        return response;
    }

    @Override
    public double regret(int follower, int type) {
        return Double.NaN;
    }

    @Override
    public int stateSize() {
        int size = 0;
        for (QTable table : tables) {
            size += table.stateSize();
        }
        return size;
    }

    @Override
    public void describe(float[] into, int from) {
        int at = from;
        for (QTable table : tables) {
            table.describe(into, at);
            at += table.stateSize();
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (QTable table : tables) {
            table.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        newHistory = false;
        for (QTable table : tables) {
            table.restore(in);
        }
    }

    /** The followers going on greedily, without learning, from where the response phase ended. */
    private final class Greedy implements Response {
        private final double[][] strategies = new double[tables.length][];

        Greedy() {
            for (int i = 0; i < strategies.length; i++) {
                strategies[i] = new double[tables[i].actions()];
            }
        }

        @Override
        public double[] strategy(int follower, int type) {
            tables[follower].strategy(type, strategies[follower]);
            return strategies[follower];
        }

        @Override
        public double probability(int[] given, int[] taken) {
            for (int i = 0; i < tables.length; i++) {
                if (tables[i].greedy(tables[i].row(given[i], 0)) != taken[i]) {
                    return 0;
                }
            }
            return 1;
        }

        @Override
        public void draw(int[] given, RandomGenerator unused, int[] into) {
            for (int i = 0; i < tables.length; i++) {
                into[i] = tables[i].greedy(tables[i].row(given[i], 0));
            }
        }

        @Override
        public void act(Play play, int[] given, RandomGenerator unused, int[] into) {
            for (int i = 0; i < tables.length; i++) {
                into[i] = tables[i].greedy(tables[i].row(given[i], play.followerObservation(i)));
            }
        }

        @Override
        public void remember(int[] taken) {
            int joint = JointIndex.encode(taken, actionCounts);
            for (QTable table : tables) {
                table.remember(joint);
            }
        }

        @Override
        public void recall(int memory) {
            for (QTable table : tables) {
                table.recall(memory);
            }
        }

        @Override
        public int memory() {
            return longestMemory.history();
        }
    }
}
