package stackelberg.pomdp;

import java.util.List;
import java.util.Optional;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;

/**
 * The Stackelberg POMDP (Brero et al. 2024, Sec. 4). An outer episode has a <em>response
 * phase</em>, in which the followers' PI algorithm plays E times against the leader's current
 * policy and the leader earns nothing, and a <em>reward phase</em>, in which the followers play
 * their response, frozen, and the leader earns its reward. The discount factor is 1. One object
 * serves one thread.
 */
public final class StackelbergPomdp {
    private final BaseGame game;

    /** What the followers were assembled from; empty if they were handed over. */
    private final List<FollowerModel> models;

    private final BaseGame learnersGame;
    private final ResponseAlgorithm followers;
    private final Episode episode;
    private final Situation now;
    private final ResponsePhase responsePhase;
    private final RewardPlays rewardPlays;
    private final CriticView criticView;

    /** The POMDP of one response algorithm. */
    public StackelbergPomdp(BaseGame game, ResponseAlgorithm followers, Episode episode) {
        this(game, followers, episode, List.of());
    }

    private StackelbergPomdp(
            BaseGame game,
            ResponseAlgorithm followers,
            Episode episode,
            List<FollowerModel> models) {
        this.game = game;
        this.models = models;
        this.learnersGame = episode.observed(game);
        this.followers = followers;
        this.episode = episode;
        this.now = new Situation(game, episode);
        this.responsePhase = new ResponsePhase(now, followers);
        this.rewardPlays = new RewardPlays(now, responsePhase);
        this.criticView = new CriticView(now, learnersGame, followers);
    }

    /** The POMDP of these followers, which can have {@linkplain #twin twins}. */
    public static StackelbergPomdp of(BaseGame game, List<FollowerModel> models, Episode episode) {
        ResponseAlgorithm followers = Followers.assemble(models, game, episode.responsePlays());
        return new StackelbergPomdp(game, followers, episode, List.copyOf(models));
    }

    /**
     * Another one of the same kind, for another thread.
     *
     * @return empty if one outer episode depends on the one before, or if the followers were handed
     *     over and not assembled here
     */
    public Optional<StackelbergPomdp> twin() {
        return models.isEmpty() || episode.followersCarriedOver()
                ? Optional.empty()
                : Optional.of(of(game, models, episode));
    }

    /** The base game G as the leader observes it. */
    public BaseGame game() {
        return learnersGame;
    }

    /** The mean of each of {@link BaseGame#outcomeNames} over the last reward phase. */
    public double[] outcome() {
        return rewardPlays.outcome();
    }

    /** The followers' response algorithm, in the state in which the last outer episode left it. */
    public ResponseAlgorithm followers() {
        return followers;
    }

    /** The followers' response in the reward phase of the last outer episode. */
    public Response response() {
        return responsePhase.response();
    }

    /** How that response was arrived at. */
    public Certificate certificate() {
        return responsePhase.certificate();
    }

    /** How things stand after the last play; see {@link stackelberg.game.Play#standing}. */
    public int standing() {
        return now.play.standing();
    }

    /** The lengths of the phases. */
    public Episode episode() {
        return episode;
    }

    /** All plays so far, of both phases. */
    public long plays() {
        return now.plays;
    }

    /** All leader transitions so far, of both phases, kept or not. */
    public long transitions() {
        return now.transitions;
    }

    /** Sets the counts, to go on from a checkpoint. */
    public void resumeAt(long playsSoFar, long transitionsSoFar) {
        now.plays = playsSoFar;
        now.transitions = transitionsSoFar;
    }

    /** What the followers have been restored to was learned in an earlier outer episode. */
    public void acquaint() {
        responsePhase.acquaint();
    }

    /**
     * How many transitions one outer episode of maximum length brings into a learner's buffer; the
     * expected number, rounded up, if response transitions are kept with a probability.
     */
    public long kept() {
        int turns = learnersGame.leaderTurns();
        double share = episode.responseTransitions();
        double responses = Math.ceil(responsePhase.plays() * share) * turns;
        double answers = Math.ceil(responsePhase.queries() * share);
        double rewards = (double) now.rewardPhasePlays() * turns;
        if (episode.rewardPhase() == RewardPhase.EXPECTED) {
            rewards = Math.min(rewards, now.game.leaderObservations());
        }
        return (long) (answers + responses + rewards);
    }

    /** Plays of an outer episode of maximum length. */
    public long longestEpisode() {
        return responsePhase.plays() + now.rewardPhasePlays();
    }

    /**
     * Runs one outer episode.
     *
     * @param index the episode's number, which picks its random streams
     * @return the leader's reward in the reward phase: its expected reward under the response if
     *     the phase is exact, else the mean over its plays; if both phases are rewarded, the mean
     *     over the plays of both
     */
    public double run(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        now.rewardPhase = false;
        now.play.stand(0);
        responsePhase.run(leader, streams, index, watch);
        now.rewardPhase = true;
        double frozen = rewardPlays.run(leader, streams, index, watch);
        double reward =
                episode.responseRewarded()
                        ? responsePhase.earned()
                                + responsePhase.share() * now.rewardPhasePlays() * frozen
                        : frozen;
        leader.end();
        watch.outerEpisode(reward);
        return reward;
    }

    /** The length of what a critic with this information sees. */
    public int criticSize(CriticInformation information) {
        return criticView.size(information);
    }

    /**
     * Writes what a critic sees when the leader is asked to act at {@code observation}: the actor's
     * observation; with {@code FLAG} also the phase in which this action is taken; with {@code
     * FULL} also the progress of either phase, the state of the response algorithm, and the types
     * of the current play (one-hot).
     */
    public void describe(CriticInformation information, int observation, float[] into) {
        criticView.describe(information, observation, into);
    }
}
