package stackelberg.leader;

import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * Values whole commitments: the leader's mean reward over outer episodes in which it follows one of
 * them. Single transitions are not looked at.
 */
final class Valuation {
    private final StackelbergPomdp pomdp;
    private final RandomStreams streams;
    private final Seat seat = new Seat();
    private final CommitmentCache commitment;
    private CommitmentCache.Source source = (observation, action) -> {};

    Valuation(StackelbergPomdp pomdp, RandomStreams streams) {
        this.pomdp = pomdp;
        this.streams = streams;
        this.commitment =
                new CommitmentCache(
                        pomdp.game(), (observation, action) -> source.decide(observation, action));
    }

    /**
     * What a commitment is worth.
     *
     * @param valued decides the commitment's actions
     * @param first the number of the first outer episode
     * @param count how many outer episodes to average over
     */
    double value(CommitmentCache.Source valued, long first, int count, Watch watch) {
        source = valued;
        commitment.forget();
        double sum = 0;
        for (long k = 0; k < count; k++) {
            sum += pomdp.run(seat, streams, first + k, watch);
        }
        return sum / count;
    }

    private final class Seat implements LeaderSeat {
        @Override
        public double[] act(int observation, boolean keep) {
            return commitment.act(observation);
        }

        @Override
        public void reward(double reward) {
            // The episode's sum is what counts.
        }

        @Override
        public void end() {
            // Nothing was kept.
        }
    }
}
