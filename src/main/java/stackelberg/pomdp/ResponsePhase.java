package stackelberg.pomdp;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.follower.StageResponse;
import stackelberg.game.InducedGame;
import stackelberg.game.Play;
import stackelberg.game.Plays;
import stackelberg.game.StageGame;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.Transcript.Recorder;

/**
 * The response phase: the followers' PI algorithm makes E plays against the leader's current
 * policy. The leader earns nothing, except in the ablation in which both phases are rewarded alike.
 */
final class ResponsePhase {
    private final Situation now;
    private final Episode episode;
    private final ResponseAlgorithm followers;

    /** What is kept of what was learned; null if simply the last mixed strategies are. */
    private final @Nullable KeptResponse kept;

    /** Whether the followers have learned in an earlier outer episode. */
    private boolean acquainted;

    private final Turns turns = new Turns();

    /** What the leader has earned in this response phase, if it is rewarded. */
    private double earned;

    /** How many plays go by before the next whose transitions are kept. */
    private long untilKept;

    ResponsePhase(Situation now, ResponseAlgorithm followers) {
        this.now = now;
        this.episode = now.episode;
        this.followers = followers;
        this.kept =
                episode.response() == ResponseRule.LAST_MIXED
                        ? null
                        : new KeptResponse(now.game, followers, episode);
    }

    /** The response that the last response phase came to. */
    Response response() {
        return kept == null ? followers.response() : kept.response();
    }

    /** How that response was arrived at. */
    Certificate certificate() {
        return kept == null
                ? new Certificate(Certificate.Candidate.LAST_MIXED, 0, false)
                : kept.certificate();
    }

    /** E; none where no follower has a choice. */
    int plays() {
        return now.withoutChoice() ? 0 : followers.plays();
    }

    /** What the leader earned in the last response phase, if it was rewarded. */
    double earned() {
        return earned;
    }

    /** What the followers know was learned in an earlier outer episode. */
    void acquaint() {
        acquainted = true;
    }

    void run(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        RandomGenerator random = streams.at(Purpose.RESPONSE, index);
        RandomGenerator keeping = streams.at(Purpose.KEEP, index);
        begin();
        if (followers.queries()) {
            followers.hear(answers(leader, keeping));
        }
        Playing plays = plays(leader, random, keeping, watch);
        while (now.responsePlaysDone < plays() && !followers.settled()) {
            int left = plays() - now.responsePlaysDone;
            if (kept == null) {
                plays.make(left, episode.responseTransitions());
            } else {
                kept.beforeUpdate();
                plays.make(
                        Math.min(left, followers.playsPerUpdate()), episode.responseTransitions());
            }
        }
        if (kept != null) {
            settle(kept, leader, plays);
        }
    }

    /** What the leader would do at each of its observations; each answer is a transition. */
    private double[][] answers(LeaderSeat leader, RandomGenerator keeping) {
        double keep = episode.responseTransitions();
        double[][] answers = new double[now.game.leaderObservations()][];
        for (int observation = 0; observation < answers.length; observation++) {
            now.transitions++;
            boolean enters = keep >= 1 || (keep > 0 && keeping.nextDouble() < keep);
            answers[observation] = leader.act(now.observed(observation), enters).clone();
        }
        return answers;
    }

    /** How often the leader is asked what it would do. */
    int queries() {
        return followers.queries() ? now.game.leaderObservations() : 0;
    }

    /** Makes plays of the response phase until so many are made or the followers have settled. */
    @FunctionalInterface
    private interface Playing {
        /**
         * @param keep the probability with which a transition enters the learner's buffer
         */
        void make(int count, double keep);
    }

    /** Play by play; or, if most transitions are left out, looked up in a table between two. */
    private Playing plays(
            LeaderSeat leader, RandomGenerator random, RandomGenerator keeping, Watch watch) {
        double usual = episode.responseTransitions();
        if (usual < 1 && episode.periods() == 1 && followers instanceof StageResponse staged) {
            Optional<StageGame> stage =
                    StageGame.of(
                            now.game, observation -> leader.act(now.observed(observation), false));
            if (stage.isPresent()) {
                untilKept = usual > 0 ? skipped(usual, keeping) : Long.MAX_VALUE;
                return (count, keep) ->
                        makeStaged(
                                count, keep, staged, stage.get(), leader, random, keeping, watch);
            }
        }
        return (count, keep) -> {
            for (int k = 0; k < count && !followers.settled(); k++) {
                play(leader, random, keeping, keep, watch);
            }
        };
    }

    /** The followers go on with what they learned, if the last outer episode was of this kind. */
    private void begin() {
        if (episode.followersCarriedOver() && acquainted) {
            followers.carryOn();
        } else {
            followers.reset();
        }
        acquainted = true;
        earned = 0;
        now.responsePlaysDone = 0;
        now.responsePlays = plays();
        if (kept != null) {
            kept.reset();
        }
    }

    /** Lets the followers learn on, outside the learner's buffer, until the response is settled. */
    private void settle(KeptResponse response, LeaderSeat leader, Playing plays) {
        InducedGame induced =
                response.induced(observation -> leader.act(now.observed(observation), false));
        while (!response.settled(induced)) {
            for (int left = response.furtherUpdates(); left > 0; left--) {
                response.beforeUpdate();
                plays.make(followers.playsPerUpdate(), 0);
            }
        }
    }

    private void makeStaged(
            int count,
            double keep,
            StageResponse staged,
            StageGame stage,
            LeaderSeat leader,
            RandomGenerator random,
            RandomGenerator keeping,
            Watch watch) {
        int left = count;
        stage.stand(now.play.standing());
        while (left > 0 && !staged.settled()) {
            boolean enters = keep > 0 && untilKept == 0;
            if (enters || watch.looksOn()) {
                now.play.stand(stage.standing());
                play(leader, random, keeping, enters ? 1 : 0, watch);
                stage.stand(now.play.standing());
                untilKept = enters ? skipped(keep, keeping) : untilKept - (keep > 0 ? 1 : 0);
                left--;
                continue;
            }
            watch.play();
            long most = Math.min(left, watch.stride());
            long turns = stage.leaderTurns();
            int made =
                    staged.play(stage, random, (int) (keep > 0 ? Math.min(most, untilKept) : most));
            now.plays += made;
            now.transitions += stage.leaderTurns() - turns;
            now.responsePlaysDone += made;
            untilKept -= keep > 0 ? made : 0;
            left -= made;
        }
        now.play.stand(stage.standing());
    }

    /** How many plays go by before one is kept: geometrically distributed. */
    private static long skipped(double keep, RandomGenerator random) {
        return (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-keep));
    }

    private void play(
            LeaderSeat leader,
            RandomGenerator random,
            RandomGenerator keeping,
            double keep,
            Watch watch) {
        watch.play();
        now.plays++;
        followers.beginPlay(random, now.types);
        turns.begin(leader, keeping, keep);
        if (watch.looksOn()) {
            Recorder recorder = new Recorder(now.play, now.types, followers.response(), turns);
            Plays.run(now.play, now.types, recorder);
            watch.made(
                    new PlayMade(
                            recorder.transcript(),
                            false,
                            now.responsePlaysDone + 1,
                            now.responsePlays,
                            episode.responseRewarded() ? share() * turns.weight : 0));
        } else {
            Plays.run(now.play, now.types, turns);
        }
        turns.reward(now.play);
        followers.endPlay(now.play);
        now.responsePlaysDone++;
    }

    /** The turns of one play. */
    private final class Turns implements Plays.Sides {
        private @Nullable LeaderSeat leader;
        private @Nullable RandomGenerator keeping;
        private double keep;
        private double weight;
        private double paid;

        void begin(LeaderSeat acting, RandomGenerator random, double probability) {
            leader = acting;
            keeping = random;
            keep = probability;
            weight = episode.responseRewarded() ? followers.weight() : 1;
            paid = 0;
        }

        @Override
        public double[] leads(Play play) {
            reward(play);
            now.transitions++;
            boolean enters = keep >= 1 || (keep > 0 && requireNonNull(keeping).nextDouble() < keep);
            return requireNonNull(leader).act(now.observed(play.leaderObservation()), enters);
        }

        @Override
        public int[] follow(Play play) {
            followers.beginTurn(play);
            for (int i = 0; i < now.actions.length; i++) {
                now.actions[i] = followers.action(i, play.followerObservation(i));
            }
            return now.actions;
        }

        /** Pays for the action last asked for, if the response is rewarded. */
        void reward(Play play) {
            if (episode.responseRewarded() && play.leaderReward() != paid) {
                double gain = share() * weight * (play.leaderReward() - paid);
                requireNonNull(leader).reward(gain);
                earned += gain;
                paid = play.leaderReward();
            }
        }
    }

    /** The weight of one play if plays of both phases are rewarded alike. */
    double share() {
        return 1.0 / (plays() + now.rewardPhasePlays());
    }
}
