package stackelberg.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One play of a sequential price mechanism: messages, then visits until nothing is left. */
final class PricePlay implements Play {
    private final SequentialPriceGame game;
    private final PriceStates states;
    private final int[] types;
    private final double[] prices;
    private final double[] utilities;
    private double efficientValue;
    private double allocated;
    private int messageProfile;
    private int state;
    private int visited;
    private int bought;
    private Turn turn = Turn.END;

    PricePlay(SequentialPriceGame game) {
        this.game = game;
        this.states = game.states();
        this.types = new int[game.followers()];
        this.prices = new double[game.items()];
        this.utilities = new double[types.length];
    }

    @Override
    public void begin(int[] profile) {
        System.arraycopy(profile, 0, types, 0, types.length);
        efficientValue = game.efficientValue(types);
        allocated = 0;
        state = 0;
        Arrays.fill(utilities, 0);
        turn = Turn.FOLLOWERS;
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void followersAct(int[] actions) {
        messageProfile = 0;
        for (int buyer = 0; buyer < types.length; buyer++) {
            messageProfile = messageProfile * game.messages() + actions[buyer];
        }
        turn = Turn.LEADER;
    }

    @Override
    public int leaderObservation() {
        return game.observation(messageProfile, state);
    }

    @Override
    public void leaderActs(double[] action) {
        visited = game.visited(state, action);
        for (int item = 0; item < prices.length; item++) {
            prices[item] = game.posted(item, action[types.length + item]);
        }
        int type = types[visited];
        bought = game.taken(visited, type, states.left(state), prices);
        if (bought >= 0) {
            double value = game.value(visited, type, bought);
            allocated += value;
            utilities[visited] = value - prices[bought];
        }
        state = states.after(state, visited, PriceStates.NOTHING + 1 + bought);
        turn = state < 0 ? Turn.END : Turn.LEADER;
    }

    @Override
    public double leaderReward() {
        return turn == Turn.END ? allocated - efficientValue : 0;
    }

    @Override
    public double payoff(int follower) {
        return utilities[follower];
    }

    @Override
    public List<PlayEvent> told() {
        double price = bought < 0 ? 0 : prices[bought];
        List<PlayEvent> told =
                new ArrayList<>(PriceWords.bought(game, visited, types[visited], bought, price));
        if (turn == Turn.END) {
            told.add(PriceWords.loss(allocated, efficientValue));
        }
        return told;
    }
}
