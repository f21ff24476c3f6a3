package stackelberg.pomdp;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Carried;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.follower.StageResponse;
import stackelberg.game.InducedGame;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.pomdp.RandomStreams.Purpose;

/**
 * The response phase: the followers' PI algorithm makes E plays against the leader's current
 * policy. The leader earns nothing, except in the ablation in which both phases are rewarded alike.
 */
final class ResponsePhase {
    private final Situation now;
    private final Episode episode;
    private final ResponseAlgorithm followers;
    private final @Nullable CertifiedResponse certified;

    /** Whether the followers have learned in an earlier outer episode. */
    private boolean acquainted;

    ResponsePhase(Situation now, ResponseAlgorithm followers) {
        this.now = now;
        this.episode = now.episode;
        this.followers = followers;
        this.certified =
                episode.response() == ResponseRule.CERTIFIED
                        ? new CertifiedResponse(now.game, followers, episode.gapBound())
                        : null;
    }

    /** The response that the last response phase came to. */
    Response response() {
        return certified == null ? followers.response() : certified.response();
    }

    /** How that response was arrived at. */
    Certificate certificate() {
        return certified == null
                ? new Certificate(Certificate.Candidate.LAST_MIXED, 0)
                : certified.certificate();
    }

    /** E; none where no follower has a choice. */
    int plays() {
        return now.withoutChoice() ? 0 : followers.plays();
    }

    /** What the followers know was learned in an earlier outer episode. */
    void acquaint() {
        acquainted = true;
    }

    void run(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        RandomGenerator random = streams.at(Purpose.RESPONSE, index);
        RandomGenerator keeping = streams.at(Purpose.KEEP, index);
        double keep = episode.responseTransitions();
        begin();
        if (keep < 1 && certified == null && followers instanceof StageResponse staged) {
            Optional<StageGame> stage =
                    StageGame.of(
                            now.game, observation -> leader.act(now.observed(observation), false));
            if (stage.isPresent()) {
                run(staged, stage.get(), leader, random, keeping, watch);
                return;
            }
        }
        while (now.responsePlaysDone < plays() && !followers.settled()) {
            if (certified != null && now.responsePlaysDone % followers.playsPerUpdate() == 0) {
                certified.beforeUpdate();
            }
            play(leader, random, keeping, keep, watch);
        }
        if (certified != null) {
            certify(certified, leader, random, keeping, watch);
        }
    }

    /** The followers go on with what they learned, if the last outer episode was of this kind. */
    private void begin() {
        if (episode.followersCarriedOver() && acquainted) {
            ((Carried) followers).carryOn();
        } else {
            followers.reset();
        }
        acquainted = true;
        now.responsePlaysDone = 0;
        if (certified != null) {
            certified.reset();
        }
    }

    /** Lets the followers learn on, outside the learner's buffer, until they are certified. */
    private void certify(
            CertifiedResponse response,
            LeaderSeat leader,
            RandomGenerator random,
            RandomGenerator keeping,
            Watch watch) {
        InducedGame induced =
                response.induced(observation -> leader.act(now.observed(observation), false));
        while (!response.within(induced)) {
            for (int left = response.furtherUpdates(); left > 0; left--) {
                response.beforeUpdate();
                for (int k = 0; k < followers.playsPerUpdate(); k++) {
                    play(leader, random, keeping, 0, watch);
                }
            }
        }
    }

    /** The same with a table for all plays between two whose transitions are kept. */
    private void run(
            StageResponse staged,
            StageGame stage,
            LeaderSeat leader,
            RandomGenerator random,
            RandomGenerator keeping,
            Watch watch) {
        double keep = episode.responseTransitions();
        while (now.responsePlaysDone < staged.plays() && !staged.settled()) {
            long skipped = keep > 0 ? skipped(keep, keeping) : Long.MAX_VALUE;
            stage.stand(now.play.standing());
            while (skipped > 0 && now.responsePlaysDone < staged.plays() && !staged.settled()) {
                watch.play();
                int most = (int) Math.min(skipped, watch.stride());
                int made = staged.play(stage, random, most);
                now.plays += made;
                now.transitions += (long) made * now.game.leaderTurns();
                now.responsePlaysDone += made;
                skipped -= made;
            }
            now.play.stand(stage.standing());
            if (now.responsePlaysDone < staged.plays() && !staged.settled()) {
                play(leader, random, keeping, 1, watch);
            }
        }
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
        Play play = now.play;
        int[] actions = now.actions;
        watch.play();
        now.plays++;
        followers.beginPlay(random, now.types);
        play.begin(now.types);
        double paid = 0;
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                now.transitions++;
                boolean kept = keep >= 1 || (keep > 0 && keeping.nextDouble() < keep);
                play.leaderActs(leader.act(now.observed(play.leaderObservation()), kept));
            } else {
                followers.beginTurn(play);
                for (int i = 0; i < actions.length; i++) {
                    actions[i] = followers.action(i, play.followerObservation(i));
                }
                play.followersAct(actions);
            }
            if (episode.responseRewarded() && play.leaderReward() != paid) {
                leader.reward(share() * (play.leaderReward() - paid));
                paid = play.leaderReward();
            }
        }
        followers.endPlay(play);
        now.responsePlaysDone++;
    }

    /** The weight of one play if plays of both phases are rewarded alike. */
    double share() {
        return 1.0 / (plays() + now.rewardPhasePlays());
    }
}
