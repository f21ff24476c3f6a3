package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * A population of whole commitments, from which a policy learner can start where the leader's
 * reward is best instead of at its first good action. Exploration is across outer episodes: a
 * commitment is worth the leader's reward in a few of them, always the same ones, so that
 * commitments are compared under the same draws of types.
 *
 * <p>A member is challenged by a variation of itself and gives way if the challenger earns at least
 * as much (differential evolution, Storn & Price 1997, with mutations of many sizes beside the
 * differences). Only decisions that the member's plays come to are varied. When the best member has
 * stopped improving, the population starts anew, anywhere and near the best commitment in turn;
 * when that has stopped finding better ones, the search is over. A leader with a single finite
 * choice tries each action once.
 *
 * <p>Actions of a box are kept in the coordinates of the actor: −1 is its lower side, 1 its upper.
 */
final class CommitmentSearch {
    /** The fewest members of a population, and the most, however many actions there are. */
    private static final int FEWEST = 24;

    private static final int MOST = 256;

    /** Outer episodes behind the worth of a commitment that seems better than its rival. */
    private static final int EPISODES = 3;

    /** Outer episodes behind the worth of a commitment that seems better than all. */
    private static final int CONFIRMING = 16;

    /** Outer episodes that decide between the best of all populations. */
    private static final int DECIDING = 48;

    /** Challenges without improvement after which a population starts anew: at least, and each. */
    private static final int PATIENCE = 300;

    private static final int PATIENCE_EACH = 60;
    private static final int MOST_PATIENCE = 6_000;

    /** How many populations must find nothing better before the search is over. */
    private static final int IN_VAIN = 4;

    private static final int IN_VAIN_IF_CHEAP = 8;

    /** Transitions below which a search has cost little so far: a second or two. */
    private static final long CHEAP = 10_000_000;

    /** What share of the range of worths seen counts as an improvement. */
    private static final double IMPROVEMENT = 1e-4;

    private final StackelbergPomdp pomdp;
    private final RandomStreams streams;
    private final MeanReward rewards;
    private final BaseGame game;
    private final int coordinates;
    private final int choices;
    private final Variation variation;
    private final double[][][] members;
    private final double[] worths;
    private final boolean[][] reached;
    private final double[][] challenger;
    private final boolean[] met;
    private final double[] action;
    private final LeaderSeat seat;

    private final double[][] best;

    /** The best commitments of earlier populations. */
    private final List<double[][]> finalists = new ArrayList<>();

    private double bestWorth = Double.NEGATIVE_INFINITY;
    private double leastWorth = Double.POSITIVE_INFINITY;

    /** Commitments tried so far, whatever number of episodes each took. */
    private long tried;

    private long episodes;

    /** Members of the present population that have been valued; then challenges begin. */
    private int placed;

    private double populationBest = Double.NEGATIVE_INFINITY;
    private int stale;
    private int inVain;
    private boolean improvedEver;

    /** Whether the present population began near the best commitment rather than anywhere. */
    private boolean nearBest;

    private boolean over;

    /**
     * @param rewards counts every outer episode
     */
    CommitmentSearch(StackelbergPomdp pomdp, RandomStreams streams, MeanReward rewards) {
        this.pomdp = pomdp;
        this.rewards = rewards;
        this.streams = streams;
        this.game = pomdp.game();
        this.coordinates = game.leaderActions().length();
        this.choices = game.leaderActions() instanceof ActionSpace.Discrete d ? d.count() : 0;
        this.variation = new Variation(choices, coordinates);
        int observations = game.leaderObservations();
        int size = Math.max(FEWEST, Math.min(MOST, choices));
        this.members = new double[size][observations][coordinates];
        this.worths = new double[size];
        this.reached = new boolean[size][observations];
        this.challenger = new double[observations][coordinates];
        this.best = new double[observations][coordinates];
        this.met = new boolean[observations];
        this.action = new double[coordinates];
        this.seat = LeaderSeat.committed(this::act);
    }

    private double[] act(int observation) {
        met[observation] = true;
        toGame(challenger[observation], action);
        return action;
    }

    private void toGame(double[] from, double[] into) {
        if (game.leaderActions() instanceof ActionSpace.Box box) {
            for (int k = 0; k < into.length; k++) {
                into[k] = box.low() + 0.5 * (from[k] + 1) * (box.high() - box.low());
            }
        } else {
            into[0] = from[0];
        }
    }

    /** Whether nothing better is to be expected. */
    boolean over() {
        return over;
    }

    /** Commitments tried so far. */
    long tried() {
        return tried;
    }

    /** Outer episodes run so far. */
    long episodes() {
        return episodes;
    }

    /** What the best commitment is worth; −∞ before the first was valued. */
    double bestWorth() {
        return bestWorth;
    }

    /** The best commitment, {@code [observation][coordinate]}, in the actor's coordinates. */
    double[][] best() {
        return best;
    }

    /** The best commitment as a policy; a copy. */
    LeaderPolicy policy() {
        double[][] actions = new double[best.length][coordinates];
        for (int observation = 0; observation < best.length; observation++) {
            toGame(best[observation], actions[observation]);
        }
        return observation -> actions[observation];
    }

    /** Tries so many commitments, fewer if the search is over before. */
    void search(int count, Watch watch) {
        for (int made = 0; made < count && !over; made++) {
            if (placed < members.length) {
                place(watch);
            } else {
                challenge(watch);
            }
        }
    }

    /**
     * Takes another commitment for the best if it is worth more.
     *
     * @param policy as the game takes its actions
     * @param inActor the same in the actor's coordinates
     * @return whether it is an improvement
     */
    boolean offer(LeaderPolicy policy, double[][] inActor, Watch watch) {
        LeaderSeat leader = LeaderSeat.committed(policy);
        double worth = confirmed(leader, run(leader, 0, watch), watch);
        boolean improves = worth > bestWorth + leastImprovement();
        if (worth > bestWorth) {
            keepBest(inActor, worth);
        }
        return improves;
    }

    private double run(LeaderSeat leader, long index, Watch watch) {
        episodes++;
        double reward = pomdp.run(leader, streams, index, watch);
        rewards.add(reward, 1);
        return reward;
    }

    /** The challenger's worth; after the first outer episode if it is then clearly below. */
    private double worth(double atLeast, Watch watch) {
        Arrays.fill(met, false);
        tried++;
        double first = run(seat, 0, watch);
        leastWorth = Math.min(leastWorth, first);
        if (first < atLeast) {
            return first;
        }
        return confirmed(seat, first, watch);
    }

    /**
     * The mean of a few outer episodes, or of many if the few are better than the best commitment:
     * a response that hangs on the types that happened to be drawn would seem so by luck.
     *
     * @param first the reward of outer episode 0
     */
    private double confirmed(LeaderSeat leader, double first, Watch watch) {
        double sum = first;
        boolean same = true;
        int made = 1;
        while (made < EPISODES || (made < CONFIRMING && !same && sum / made > bestWorth)) {
            double reward = run(leader, made, watch);
            same &= reward == first;
            sum += reward;
            made++;
        }
        return sum / made;
    }

    private double leastImprovement() {
        double range = bestWorth - leastWorth;
        return Double.isFinite(range) ? IMPROVEMENT * range + 1e-12 : 0;
    }

    /** The next member of a new population: actions spread evenly over the members. */
    private void place(Watch watch) {
        RandomGenerator random = streams.at(Purpose.SCOUTING, tried);
        double size = Math.pow(10, -0.5 - 2 * random.nextDouble());
        if (nearBest) {
            variation.near(best, size, challenger, random);
        } else {
            RandomGenerator spread = streams.at(Purpose.SCOUTING, -1 - (tried - placed));
            variation.spread(placed, challenger, spread, random);
        }
        double worth = worth(bestWorth, watch);
        int at = placed++;
        copy(challenger, members[at]);
        worths[at] = worth;
        System.arraycopy(met, 0, reached[at], 0, met.length);
        if (placed == members.length) {
            populationBest = Arrays.stream(worths).max().orElseThrow();
            stale = 0;
            if (choices > 0 && choices <= members.length && alone()) {
                over = true;
            }
        }
        if (worth > bestWorth) {
            keepBest(challenger, worth);
        }
    }

    /** Whether there is a single decision. */
    private boolean alone() {
        return challenger.length == 1;
    }

    private void challenge(Watch watch) {
        RandomGenerator random = streams.at(Purpose.SCOUTING, tried);
        int member = random.nextInt(members.length);
        int rival = random.nextInt(members.length);
        member = worths[rival] > worths[member] ? rival : member;
        copy(members[member], challenger);
        variation.vary(challenger, reached[member], members, random);
        double worth = worth(worths[member], watch);
        double before = populationBest;
        if (worth >= worths[member]) {
            copy(challenger, members[member]);
            worths[member] = worth;
            System.arraycopy(met, 0, reached[member], 0, met.length);
            populationBest = Math.max(populationBest, worth);
        }
        if (worth > bestWorth) {
            improvedEver |= worth > bestWorth + leastImprovement();
            keepBest(challenger, worth);
        }
        stale = populationBest > before + leastImprovement() ? 0 : stale + 1;
        if (stale > patience(reached[member])) {
            startAnew();
        }
    }

    private int patience(boolean[] where) {
        int decisions = 0;
        for (boolean each : where) {
            decisions += each ? 1 : 0;
        }
        return Math.min(
                MOST_PATIENCE,
                PATIENCE + PATIENCE_EACH * decisions * Math.max(coordinates, choices / 2));
    }

    /**
     * Lets the best of every population meet again, in outer episodes that none of them was chosen
     * by, and keeps the one that is worth most there.
     */
    void decide(Watch watch) {
        addFinalist();
        double[][] chosen = copyOf(best);
        double chosenWorth = Double.NEGATIVE_INFINITY;
        for (double[][] finalist : finalists) {
            copy(finalist, challenger);
            double sum = 0;
            for (int k = 0; k < DECIDING; k++) {
                sum += run(seat, CONFIRMING + k, watch);
            }
            if (sum / DECIDING > chosenWorth) {
                chosenWorth = sum / DECIDING;
                chosen = finalist;
            }
        }
        keepBest(chosen, chosenWorth);
        finalists.clear();
    }

    /** The best of the present population, and the best of all, if they are not among them yet. */
    private void addFinalist() {
        int first = 0;
        for (int m = 1; m < placed; m++) {
            first = worths[m] > worths[first] ? m : first;
        }
        for (double[][] one : List.of(best, members[first])) {
            if (finalists.stream().noneMatch(other -> Arrays.deepEquals(one, other))) {
                finalists.add(copyOf(one));
            }
        }
    }

    private static double[][] copyOf(double[][] from) {
        return Arrays.stream(from).map(double[]::clone).toArray(double[][]::new);
    }

    private void startAnew() {
        addFinalist();
        inVain = improvedEver ? 0 : inVain + 1;
        improvedEver = false;
        placed = 0;
        nearBest = !nearBest;
        over = inVain >= (pomdp.transitions() < CHEAP ? IN_VAIN_IF_CHEAP : IN_VAIN);
    }

    private void keepBest(double[][] from, double worth) {
        copy(from, best);
        bestWorth = worth;
    }

    private static void copy(double[][] from, double[][] into) {
        for (int k = 0; k < from.length; k++) {
            System.arraycopy(from[k], 0, into[k], 0, from[k].length);
        }
    }

    void save(DataOutput out) throws IOException {
        for (int m = 0; m < members.length; m++) {
            save(members[m], out);
            out.writeDouble(worths[m]);
            for (boolean each : reached[m]) {
                out.writeBoolean(each);
            }
        }
        save(best, out);
        out.writeInt(finalists.size());
        for (double[][] each : finalists) {
            save(each, out);
        }
        out.writeDouble(bestWorth);
        out.writeDouble(leastWorth);
        out.writeLong(tried);
        out.writeLong(episodes);
        out.writeInt(placed);
        out.writeDouble(populationBest);
        out.writeInt(stale);
        out.writeInt(inVain);
        out.writeBoolean(improvedEver);
        out.writeBoolean(nearBest);
        out.writeBoolean(over);
    }

    void restore(DataInput in) throws IOException {
        for (int m = 0; m < members.length; m++) {
            restore(members[m], in);
            worths[m] = in.readDouble();
            for (int k = 0; k < reached[m].length; k++) {
                reached[m][k] = in.readBoolean();
            }
        }
        restore(best, in);
        finalists.clear();
        for (int left = in.readInt(); left > 0; left--) {
            double[][] each = copyOf(best);
            restore(each, in);
            finalists.add(each);
        }
        bestWorth = in.readDouble();
        leastWorth = in.readDouble();
        tried = in.readLong();
        episodes = in.readLong();
        placed = in.readInt();
        populationBest = in.readDouble();
        stale = in.readInt();
        inVain = in.readInt();
        improvedEver = in.readBoolean();
        nearBest = in.readBoolean();
        over = in.readBoolean();
    }

    private static void save(double[][] values, DataOutput out) throws IOException {
        for (double[] row : values) {
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    private static void restore(double[][] values, DataInput in) throws IOException {
        for (double[] row : values) {
            for (int k = 0; k < row.length; k++) {
                row[k] = in.readDouble();
            }
        }
    }
}
