package stackelberg.game;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A base game G: a finite-horizon partially observable Markov game between a leader and followers
 * 1..n (Brero et al. 2024, Def. 2.1). In code followers, types, actions and observations are
 * numbered from 0. Immutable; the state of a play is in a {@link Play}.
 */
public interface BaseGame {
    /** n, the number of followers. */
    int followers();

    /** D, the joint distribution of the followers' types. */
    TypePrior prior();

    /** |A_i|: how many actions follower {@code follower} has at each of its observations. */
    int actions(int follower);

    /**
     * How many observations follower {@code follower} can have besides its type; 1 if it acts once
     * a play.
     */
    default int followerObservations(int follower) {
        return 1;
    }

    /** Whether a follower acts on what it observes during a play, and so more than once. */
    default boolean followersObserve() {
        for (int i = 0; i < followers(); i++) {
            if (followerObservations(i) > 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * In how many ways things may stand between two plays, where one play has a bearing on the
     * next; see {@link Play#standing}.
     */
    default int standings() {
        return 1;
    }

    /**
     * What follower {@code follower} expects of an action before the first play: for sellers the
     * mean profit of a price against uniformly random rivals if the leader lets things be. 0 where
     * a game says nothing.
     */
    default double expectation(int follower, int type, int action) {
        return 0;
    }

    /** What the leader can do. */
    ActionSpace leaderActions();

    /**
     * How many distinct observations the leader can have. Two observations of one number call for
     * one action within a commitment.
     */
    int leaderObservations();

    /** The length of the vector that describes a leader observation to a policy. */
    int leaderObservationSize();

    /** Writes the description of leader observation {@code observation} from {@code at} on. */
    void describe(int observation, float[] into, int at);

    /** The most leader turns that one play can have. */
    int leaderTurns();

    /** A fresh play, to be used again and again by one thread. */
    Play newPlay();

    /** A word for follower {@code follower}, for instance "follower 1". */
    default String followerName(int follower) {
        return followers() == 1 ? "follower" : "follower " + (follower + 1);
    }

    /** A word for an action of a follower. */
    default String actionName(int follower, int action) {
        return "action " + (action + 1);
    }

    /** What sort of thing a follower's action is, for instance "Message". */
    default String actionKind() {
        return "Action";
    }

    /** The price that an action of a follower asks; NaN where actions are no prices. */
    default double actionPrice(int follower, int action) {
        return Double.NaN;
    }

    /** Prices to compare the followers' with, by what they are called, such as the Nash price. */
    default Map<String, Double> benchmarkPrices() {
        return Map.of();
    }

    /** A word for a type of a follower. */
    default String typeName(int follower, int type) {
        return "type " + (type + 1);
    }

    /** A word for what a follower observes within a play. */
    default String followerObservationName(int follower, int observation) {
        return "observation " + (observation + 1);
    }

    /** A word for a leader observation. */
    default String leaderObservationName(int observation) {
        return "observation " + (observation + 1);
    }

    /** Words for the numbers, besides rewards, that tell how a play went: prices, an index. */
    default String[] outcomeNames() {
        return new String[0];
    }

    /** Words for the entries of {@link #meaning}. */
    String[] meaningNames();

    /**
     * What a leader action means in the game's own terms, for tables and heat maps: the mixture
     * over rows that a weight vector stands for, a price for each item. For a discrete action space
     * the entry of the action is 1 and the others are 0.
     *
     * @param action as handed to {@link Play#leaderActs}
     * @return one number for each of {@link #meaningNames}
     */
    double[] meaning(double[] action);

    /**
     * The same at a certain observation, for games in which what an action means depends on it: a
     * score for a buyer who was visited before means nothing.
     */
    default double[] meaning(int observation, double[] action) {
        return meaning(action);
    }

    /**
     * Which observations a play can come to if the leader follows {@code policy}; a mechanism table
     * leaves the others out.
     */
    default boolean[] reached(LeaderPolicy policy) {
        boolean[] all = new boolean[leaderObservations()];
        Arrays.fill(all, true);
        return all;
    }

    /** Words for an action of this meaning, for instance "item 2" or "0.25 row 1, 0.75 row 2". */
    default String leaderActionName(int observation, double[] meaning) {
        DecimalFormat number =
                new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String[] names = meaningNames();
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < meaning.length; k++) {
            if (meaning[k] == 1) {
                parts.add(names[k]);
            } else if (meaning[k] != 0) {
                parts.add(number.format(meaning[k]) + " " + names[k]);
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    /** The choice of an action of this meaning as a person follows a play, event by event. */
    default List<PlayEvent> chosen(int observation, double[] meaning) {
        String action = leaderActionName(observation, meaning);
        return List.of(
                new PlayEvent(
                        "Leader",
                        leaderObservations() == 1
                                ? "The leader commits to " + action + "."
                                : "The leader sees "
                                        + leaderObservationName(observation)
                                        + " and chooses "
                                        + action
                                        + "."));
    }

    /**
     * A mechanism as a person reads it: here what the leader does at each observation.
     *
     * @param mechanism {@code [leader observation][meaning]}; a row is empty where the mechanism
     *     never leads
     */
    default MechanismSheet sheet(double[][] mechanism) {
        return MechanismSheet.ofMeanings(this, mechanism);
    }

    /**
     * The same as a map, where the leader's observations have two coordinates; otherwise {@link
     * MechanismSheet#NONE}.
     *
     * @param mechanism as for {@link #sheet}
     */
    default MechanismSheet map(double[][] mechanism) {
        return MechanismSheet.NONE;
    }

    /**
     * The same as a tree, where the mechanism goes on step by step.
     *
     * @param mechanism as for {@link #sheet}, not empty
     */
    default Optional<MechanismTree> tree(double[][] mechanism) {
        return Optional.empty();
    }

    /** What the chart of {@link #curveNames} is called. */
    default String curvesTitle() {
        return "Learned mechanism";
    }

    /** What the chart of {@link #outcomeNames} is called. */
    default String outcomeTitle() {
        return "Outcome of play";
    }

    /**
     * How many of the {@link #outcomeNames}, the last of them, are indices on a scale of their own
     * rather than, say, prices.
     */
    default int indices() {
        return 0;
    }

    /** What the chart of the {@link #indices} is called. */
    default String indexTitle() {
        return "Index";
    }

    /**
     * Words for the curves by which one sees the mechanism develop, the same throughout a run: here
     * every entry of the mechanism's table.
     */
    default List<String> curveNames() {
        List<String> names = new ArrayList<>();
        for (int observation = 0; observation < leaderObservations(); observation++) {
            String at = leaderObservations() > 1 ? leaderObservationName(observation) + " → " : "";
            for (String name : meaningNames()) {
                names.add(at + name);
            }
        }
        return names;
    }

    /**
     * Where those curves stand.
     *
     * @param mechanism {@code [leader observation][meaning]}; a row is empty where the mechanism
     *     never leads
     * @return one number for each of {@link #curveNames}; NaN where there is none
     */
    default double[] curves(double[][] mechanism) {
        return Arrays.stream(mechanism).flatMapToDouble(Arrays::stream).toArray();
    }
}
