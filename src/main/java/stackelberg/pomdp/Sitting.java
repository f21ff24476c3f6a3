package stackelberg.pomdp;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.Plays;

/**
 * A person in a follower's seat: plays under a leader's commitment with the other followers as they
 * have learned to respond, held at each of the person's decisions. Beside each play the same one is
 * made by the follower that learned in this seat: same types, same random numbers, so that the
 * difference is owed to the decisions and, where a decision changed what came after, to that.
 *
 * <p>Serves one thread.
 */
public final class Sitting {
    private final LeaderPolicy policy;
    private final Response response;
    private final int seat;
    private final RandomStreams streams;
    private final BaseGame game;
    private final Table mine;
    private final Table learned;
    private final int[] drawn;
    private final List<Transcript.Move> moves = new ArrayList<>();
    private int[] types = new int[0];
    private int before;
    private int plays;
    private double earned;
    private double substitute;
    private RandomGenerator random = RandomGenerator.getDefault();

    /** A row of plays that follow one another: how things stand, and what followers remember. */
    private static final class Table {
        private final Play play;
        private long memory;

        Table(Play play, int standing, long memory) {
            this.play = play;
            play.stand(standing);
            this.memory = memory;
        }
    }

    /**
     * @param policy what the leader is committed to
     * @param response how the followers respond to it; remembers plays that are made here
     * @param standing how things stand before the first play
     * @param seat the person's
     */
    Sitting(
            BaseGame game,
            LeaderPolicy policy,
            Response response,
            int standing,
            int seat,
            RandomStreams streams) {
        this.game = game;
        this.policy = policy;
        this.response = response;
        this.seat = seat;
        this.streams = streams;
        this.mine = new Table(game.newPlay(), standing, response.memory());
        this.learned = new Table(game.newPlay(), standing, response.memory());
        this.drawn = new int[game.followers()];
        begin();
    }

    /** The followers' response, as {@link Evaluation#strategies} has it. */
    public double[][][] strategies() {
        return ResponseCourse.strategies(game, response);
    }

    /** Begins the next play and goes on to the person's first decision in it. */
    public void begin() {
        random = streams.at(RandomStreams.Purpose.SITTING, plays);
        types = game.prior().profile(game.prior().sample(random));
        moves.clear();
        before = mine.play.standing();
        mine.play.begin(types);
        lead();
    }

    /** The leader acts until it is the followers' turn or the play is over. */
    private void lead() {
        Play play = mine.play;
        while (play.turn() == Play.Turn.LEADER) {
            int seen = play.leaderObservation();
            double[] action = policy.act(seen).clone();
            moves.add(new Transcript.Led(seen, action));
            play.leaderActs(action);
        }
        if (over()) {
            earned += play.payoff(seat);
            substitute += learnedPayoff();
            plays++;
        }
    }

    /** The same play as the follower that learned in this seat makes it. */
    private double learnedPayoff() {
        RandomGenerator same = streams.at(RandomStreams.Purpose.SITTING, plays);
        game.prior().sample(same);
        response.recall(learned.memory);
        Plays.run(
                learned.play,
                types,
                new Plays.Sides() {
                    @Override
                    public double[] leads(Play at) {
                        return policy.act(at.leaderObservation());
                    }

                    @Override
                    public int[] follow(Play at) {
                        response.act(at, types, same, drawn);
                        response.remember(drawn);
                        return drawn;
                    }
                });
        learned.memory = response.memory();
        response.recall(mine.memory);
        return learned.play.payoff(seat);
    }

    /** Whether the play is over, so that the next can {@link #begin}. */
    public boolean over() {
        return mine.play.turn() == Play.Turn.END;
    }

    /** The follower whose seat it is. */
    public int seat() {
        return seat;
    }

    /** The person's type in this play. */
    public int type() {
        return types[seat];
    }

    /** What the person observes now; see {@link Play#followerObservation}. */
    public int observation() {
        return mine.play.followerObservation(seat);
    }

    /**
     * The person acts, at the same time as all other followers.
     *
     * @throws IllegalStateException if the play is over
     * @throws IllegalArgumentException if there is no such action
     */
    public void act(int action) {
        if (over()) {
            throw new IllegalStateException("the play is over");
        }
        if (action < 0 || action >= game.actions(seat)) {
            throw new IllegalArgumentException("there is no action " + action);
        }
        double likely = response.strategy(seat, type(), observation())[action];
        response.act(mine.play, types, random, drawn);
        drawn[seat] = action;
        double[] probabilities = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            probabilities[i] =
                    i == seat
                            ? likely
                            : response.strategy(i, types[i], mine.play.followerObservation(i))[
                                    drawn[i]];
        }
        moves.add(new Transcript.Followed(drawn.clone(), probabilities));
        response.remember(drawn);
        mine.memory = response.memory();
        mine.play.followersAct(drawn);
        lead();
    }

    /** What was done in this play so far. */
    public Transcript transcript() {
        return new Transcript(before, types.clone(), List.copyOf(moves));
    }

    /** The person's payoff in this play so far. */
    public double payoff() {
        return mine.play.payoff(seat);
    }

    /** How many plays are over. */
    public int plays() {
        return plays;
    }

    /** The person's mean payoff over the plays that are over; NaN before the first. */
    public double mean() {
        return earned / plays;
    }

    /** The mean payoff of the follower that learned in this seat, in the same plays. */
    public double learnedMean() {
        return substitute / plays;
    }
}
