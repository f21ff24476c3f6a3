package stackelberg.follower;

import java.util.random.RandomGenerator;
import stackelberg.game.Play;

/** Followers that act independently of one another, each as its seat has learned to. */
final class SeatsResponse implements Response {
    private final Seat[] seats;
    private final int[] actionCounts;

    /** A seat that tells apart as many histories as any. */
    private final Seat longestMemory;

    SeatsResponse(Seat[] seats, int[] actionCounts) {
        this.seats = seats;
        this.actionCounts = actionCounts;
        Seat longest = seats[0];
        for (Seat seat : seats) {
            longest = seat.histories() > longest.histories() ? seat : longest;
        }
        this.longestMemory = longest;
    }

    @Override
    public double[] strategy(int follower, int type) {
        return seats[follower].strategy(type);
    }

    @Override
    public double[] strategy(int follower, int type, int observation) {
        return seats[follower].strategy(type, observation);
    }

    @Override
    public double probability(int[] types, int[] actions) {
        double product = 1;
        for (int i = 0; i < seats.length; i++) {
            product *= seats[i].strategy(types[i])[actions[i]];
        }
        return product;
    }

    @Override
    public void draw(int[] types, RandomGenerator random, int[] actions) {
        for (int i = 0; i < seats.length; i++) {
            actions[i] = seats[i].respond(types[i], 0, random);
        }
    }

    @Override
    public void act(Play play, int[] types, RandomGenerator random, int[] actions) {
        for (int i = 0; i < seats.length; i++) {
            actions[i] = seats[i].respond(types[i], play.followerObservation(i), random);
        }
    }

    @Override
    public void remember(int[] actions) {
        int joint = 0;
        for (int i = 0; i < actions.length; i++) {
            joint = joint * actionCounts[i] + actions[i];
        }
        for (Seat seat : seats) {
            seat.remember(joint);
        }
    }

    @Override
    public void recall(long memory) {
        for (Seat seat : seats) {
            seat.recall(memory);
        }
    }

    @Override
    public long memory() {
        return longestMemory.history();
    }
}
