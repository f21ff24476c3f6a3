package stackelberg.pomdp;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Response;
import stackelberg.game.Play;
import stackelberg.game.Plays;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.Transcript.Recorder;

/**
 * The plays of a reward phase: the followers play their response, frozen, and the leader earns its
 * reward.
 */
final class RewardPlays {
    private final Situation now;
    private final Episode episode;
    private final ResponsePhase responded;

    /** Whether all cases are paid at once, at the end. */
    private final boolean atOnce;

    /** The numbers of {@code BaseGame.outcomeNames} after a play, and their mean so far. */
    private final double[] outcome;

    private final double[] meanOutcome;

    /** {@code [leader observation]}: whether this reward phase has come to it. */
    private final boolean[] met;

    /** Plays of this reward phase so far. */
    private int made;

    private final Turns turns = new Turns();

    RewardPlays(Situation now, ResponsePhase responded) {
        this.now = now;
        this.episode = now.episode;
        this.responded = responded;
        this.atOnce = episode.rewardPhase() == RewardPhase.EXPECTED;
        this.outcome = new double[now.game.outcomeNames().length];
        this.meanOutcome = new double[outcome.length];
        this.met = new boolean[now.game.leaderObservations()];
    }

    /** The mean of each outcome over the last reward phase. */
    double[] outcome() {
        return meanOutcome.clone();
    }

    /** Runs a reward phase and returns the leader's reward in it. */
    double run(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        now.rewardLeft = 1;
        made = 0;
        Arrays.fill(meanOutcome, 0);
        Arrays.fill(met, false);
        return switch (episode.rewardPhase()) {
            case EXACT -> everyCase(leader, watch);
            case EXPECTED -> {
                double expected = everyCase(leader, watch);
                leader.reward(expected);
                yield expected;
            }
            case SAMPLED -> {
                RandomGenerator random = streams.at(Purpose.REWARD, index);
                yield goingOn(leader, episode.rewardPlays(), random, watch);
            }
            case AUTO -> throw new IllegalStateException("the reward phase was not settled");
            case CYCLE -> {
                RandomGenerator random = streams.at(Purpose.REWARD, index);
                int length = cycle(leader, random, watch);
                yield goingOn(leader, length, random, watch);
            }
        };
    }

    /** Every type profile and joint follower action once, weighted by its probability. */
    private double everyCase(LeaderSeat leader, Watch watch) {
        Response response = responded.response();
        double total = 0;
        for (int profile = 0; profile < now.prior.size(); profile++) {
            now.prior.copy(profile, now.types);
            Arrays.fill(now.actions, 0);
            do {
                double weight =
                        now.prior.probability(profile)
                                * response.probability(now.types, now.actions);
                if (weight > 0) {
                    total += play(leader, true, weight, null, watch);
                    now.rewardLeft = Math.max(0, now.rewardLeft - weight);
                }
            } while (nextJointAction());
        }
        return total;
    }

    private boolean nextJointAction() {
        for (int i = now.actions.length - 1; i >= 0; i--) {
            if (++now.actions[i] < now.actionCounts[i]) {
                return true;
            }
            now.actions[i] = 0;
        }
        return false;
    }

    /** Plays of the response as it goes on, the rewards averaged. */
    private double goingOn(LeaderSeat leader, int count, RandomGenerator random, Watch watch) {
        double total = 0;
        for (int k = 0; k < count; k++) {
            now.prior.copy(now.prior.sample(random), now.types);
            now.rewardLeft = 1 - (double) k / count;
            total += play(leader, true, 1.0 / count, random, watch);
        }
        return total;
    }

    /**
     * Lets the followers go on until they come back to where they have been (Brent 1980), at most
     * for the number of reward plays.
     *
     * @return the length of the cycle in which they are now; if none was found, the number of
     *     reward plays
     */
    private int cycle(LeaderSeat leader, RandomGenerator random, Watch watch) {
        now.prior.copy(0, now.types);
        int power = 1;
        int length = 0;
        long anchor = whereabouts();
        for (int k = 0; k < episode.rewardPlays(); k++) {
            play(leader, false, 0, random, watch);
            length++;
            if (whereabouts() == anchor) {
                return length;
            }
            if (length == power) {
                anchor = whereabouts();
                power *= 2;
                length = 0;
            }
        }
        return episode.rewardPlays();
    }

    private long whereabouts() {
        return responded.response().memory() * now.game.standings() + now.play.standing();
    }

    /**
     * One play.
     *
     * @param random for the followers to act as they would; null if their actions are set
     */
    private double play(
            LeaderSeat leader,
            boolean keep,
            double weight,
            @Nullable RandomGenerator random,
            Watch watch) {
        watch.play();
        now.plays++;
        turns.begin(leader, keep, weight, random);
        made++;
        if (watch.looksOn()) {
            Recorder recorder = new Recorder(now.play, now.types, responded.response(), turns);
            Plays.run(now.play, now.types, recorder);
            watch.made(new PlayMade(recorder.transcript(), true, made, 0, turns.weight));
        } else {
            Plays.run(now.play, now.types, turns);
        }
        turns.reward(now.play);
        now.play.outcome(outcome);
        for (int k = 0; k < outcome.length; k++) {
            meanOutcome[k] += weight * outcome[k];
        }
        return weight * now.play.leaderReward();
    }

    /** The turns of one play. */
    private final class Turns implements Plays.Sides {
        private @Nullable LeaderSeat leader;

        /** For the followers to act as they would; null if their actions are set. */
        private @Nullable RandomGenerator random;

        private boolean keep;
        private double weight;
        private double paid;
        private boolean acted;

        void begin(LeaderSeat acting, boolean kept, double share, @Nullable RandomGenerator drawn) {
            leader = acting;
            keep = kept;
            random = drawn;
            weight =
                    episode.responseRewarded()
                            ? responded.share() * now.rewardPhasePlays() * share
                            : share;
            paid = 0;
            acted = false;
        }

        @Override
        public double[] leads(Play play) {
            reward(play);
            acted = true;
            now.transitions++;
            int observation = play.leaderObservation();
            boolean enters = keep && !(atOnce && met[observation]);
            met[observation] = true;
            return requireNonNull(leader).act(now.observed(observation), enters);
        }

        @Override
        public int[] follow(Play play) {
            if (random != null) {
                responded.response().act(play, now.types, random, now.actions);
                responded.response().remember(now.actions);
            }
            return now.actions;
        }

        /** Pays for the action last asked for, unless all is paid at once. */
        void reward(Play play) {
            if (acted && keep && !atOnce) {
                requireNonNull(leader).reward(weight * (play.leaderReward() - paid));
                paid = play.leaderReward();
            }
        }
    }
}
