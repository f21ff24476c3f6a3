package stackelberg.pomdp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;
import stackelberg.pomdp.RandomStreams.Purpose;

/**
 * The Stackelberg POMDP (Brero et al. 2024, Sec. 4). An outer episode has a <em>response
 * phase</em>, in which the followers' PI algorithm plays E times against the leader's current
 * policy and the leader earns nothing, and a <em>reward phase</em>, in which the followers play
 * their response, frozen, and the leader earns its reward. The discount factor is 1. One object
 * serves one thread.
 *
 * <p>The reward of a reward phase is paid at its end. The leader's decision at an observation is
 * made once an outer episode and then repeated; paid play by play, plays late in the phase would
 * count once for each repetition before them. An exact reward phase is one expectation, not a
 * sequence: of its transitions the first from each observation is kept, the others would only
 * repeat it.
 */
public final class StackelbergPomdp {
    private final BaseGame game;
    private final TypePrior prior;
    private final ResponseAlgorithm followers;
    private final Episode episode;
    private final @Nullable CertifiedResponse certified;
    private final Play play;
    private final int[] types;
    private final int[] actions;
    private final int[] actionCounts;

    /** {@code [leader observation]}: whether this reward phase has come to it. */
    private final boolean[] met;

    private boolean rewardPhase;
    private int responsePlaysDone;

    /** The share of the reward phase still to come, the current play included. */
    private double rewardLeft;

    private long plays;
    private long transitions;

    public StackelbergPomdp(BaseGame game, ResponseAlgorithm followers, Episode episode) {
        this.game = game;
        this.prior = game.prior();
        this.followers = followers;
        this.episode = episode;
        this.certified =
                episode.response() == ResponseRule.CERTIFIED
                        ? new CertifiedResponse(game, followers, episode.gapBound())
                        : null;
        this.play = game.newPlay();
        this.met = new boolean[game.leaderObservations()];
        this.types = new int[game.followers()];
        this.actions = new int[game.followers()];
        this.actionCounts = InducedGame.actionCounts(game);
    }

    /** The base game G. */
    public BaseGame game() {
        return game;
    }

    /** The followers' response algorithm, in the state in which the last outer episode left it. */
    public ResponseAlgorithm followers() {
        return followers;
    }

    /** The followers' response in the reward phase of the last outer episode. */
    public Response response() {
        return certified == null ? followers.response() : certified.response();
    }

    /** How that response was arrived at. */
    public Certificate certificate() {
        return certified == null
                ? new Certificate(Certificate.Candidate.LAST_MIXED, 0)
                : certified.certificate();
    }

    /** The lengths of the phases. */
    public Episode episode() {
        return episode;
    }

    /** All plays so far, of both phases. */
    public long plays() {
        return plays;
    }

    /** All leader transitions so far, of both phases, kept or not. */
    public long transitions() {
        return transitions;
    }

    /** Sets the counts, to go on from a checkpoint. */
    public void resumeAt(long playsSoFar, long transitionsSoFar) {
        plays = playsSoFar;
        transitions = transitionsSoFar;
    }

    /** The most transitions that one outer episode can bring into a learner's buffer. */
    public long mostKept() {
        double responses = Math.ceil(responsePlays() * episode.responseTransitions());
        long rewards = rewardPhasePlays() * game.leaderTurns();
        if (episode.rewardPhase() == RewardPhase.EXACT) {
            rewards = Math.min(rewards, game.leaderObservations());
        }
        return (long) responses * game.leaderTurns() + rewards;
    }

    /** E; none where no follower has a choice, so that there is nothing to respond with. */
    private int responsePlays() {
        return JointIndex.count(actionCounts) == 1 ? 0 : followers.plays();
    }

    private long rewardPhasePlays() {
        return episode.rewardPhase() == RewardPhase.SAMPLED
                ? episode.rewardPlays()
                : prior.size() * JointIndex.count(actionCounts);
    }

    /**
     * Runs one outer episode.
     *
     * @param index the episode's number, which picks its random streams
     * @return the leader's reward: its expected reward under the response if the reward phase is
     *     exact, else the mean over the sampled plays
     */
    public double run(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        respond(leader, streams, index, watch);
        rewardPhase = true;
        rewardLeft = 1;
        Arrays.fill(met, false);
        double reward =
                episode.rewardPhase() == RewardPhase.EXACT
                        ? rewardExactly(leader, watch)
                        : rewardBySampling(leader, streams.at(Purpose.REWARD, index), watch);
        leader.reward(reward);
        leader.end();
        watch.outerEpisode(reward);
        return reward;
    }

    private void respond(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        RandomGenerator random = streams.at(Purpose.RESPONSE, index);
        RandomGenerator keeping = streams.at(Purpose.KEEP, index);
        double keep = episode.responseTransitions();
        rewardPhase = false;
        followers.reset();
        if (certified != null) {
            certified.reset();
        }
        int horizon = responsePlays();
        for (responsePlaysDone = 0; responsePlaysDone < horizon; responsePlaysDone++) {
            if (certified != null && responsePlaysDone % followers.playsPerUpdate() == 0) {
                certified.beforeUpdate();
            }
            responsePlay(leader, random, keeping, keep, watch);
        }
        if (certified != null) {
            InducedGame induced = InducedGame.of(game, o -> leader.act(o, false));
            while (!certified.within(induced)) {
                for (int left = certified.furtherUpdates(); left > 0; left--) {
                    certified.beforeUpdate();
                    for (int k = 0; k < followers.playsPerUpdate(); k++) {
                        responsePlay(leader, random, keeping, 0, watch);
                    }
                }
            }
        }
    }

    private void responsePlay(
            LeaderSeat leader,
            RandomGenerator random,
            RandomGenerator keeping,
            double keep,
            Watch watch) {
        watch.play();
        plays++;
        followers.beginPlay(random, types);
        play.begin(types);
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                transitions++;
                boolean kept = keep >= 1 || (keep > 0 && keeping.nextDouble() < keep);
                play.leaderActs(leader.act(play.leaderObservation(), kept));
            } else {
                for (int i = 0; i < actions.length; i++) {
                    actions[i] = followers.action(i, play.followerObservation(i));
                }
                play.followersAct(actions);
            }
        }
        followers.endPlay(play);
    }

    private double rewardExactly(LeaderSeat leader, Watch watch) {
        Response response = response();
        double total = 0;
        for (int profile = 0; profile < prior.size(); profile++) {
            prior.copy(profile, types);
            Arrays.fill(actions, 0);
            do {
                double weight = prior.probability(profile) * response.probability(types, actions);
                if (weight > 0) {
                    total += weight * rewardPlay(leader, false, watch);
                    rewardLeft = Math.max(0, rewardLeft - weight);
                }
            } while (nextJointAction());
        }
        return total;
    }

    private boolean nextJointAction() {
        for (int i = actions.length - 1; i >= 0; i--) {
            if (++actions[i] < actionCounts[i]) {
                return true;
            }
            actions[i] = 0;
        }
        return false;
    }

    private double rewardBySampling(LeaderSeat leader, RandomGenerator random, Watch watch) {
        Response response = response();
        int count = episode.rewardPlays();
        double total = 0;
        for (int k = 0; k < count; k++) {
            prior.copy(prior.sample(random), types);
            response.draw(types, random, actions);
            rewardLeft = 1 - (double) k / count;
            total += rewardPlay(leader, true, watch) / count;
        }
        return total;
    }

    /**
     * One play against the response.
     *
     * @param repeats whether transitions from an observation that this phase has met are kept too
     * @return the leader's reward, which is not paid yet
     */
    private double rewardPlay(LeaderSeat leader, boolean repeats, Watch watch) {
        watch.play();
        plays++;
        play.begin(types);
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                transitions++;
                int observation = play.leaderObservation();
                play.leaderActs(leader.act(observation, repeats || !met[observation]));
                met[observation] = true;
            } else {
                play.followersAct(actions);
            }
        }
        return play.leaderReward();
    }

    /** The length of what a critic with this information sees. */
    public int criticSize(CriticInformation information) {
        return switch (information) {
            case NONE -> game.leaderObservationSize();
            case FLAG -> game.leaderObservationSize() + 1;
            case FULL -> game.leaderObservationSize() + 3 + followers.stateSize() + typesSize();
        };
    }

    private int typesSize() {
        int size = 0;
        for (int i = 0; i < game.followers(); i++) {
            size += prior.types(i);
        }
        return size;
    }

    /**
     * Writes what a critic sees when the leader is asked to act at {@code observation}: the actor's
     * observation; with {@code FLAG} also the phase in which this action is taken; with {@code
     * FULL} also the progress of either phase, the state of the response algorithm, and the types
     * of the current play (one-hot).
     */
    public void describe(CriticInformation information, int observation, float[] into) {
        game.describe(observation, into, 0);
        int at = game.leaderObservationSize();
        if (information == CriticInformation.NONE) {
            return;
        }
        into[at++] = rewardPhase ? 1 : 0;
        if (information == CriticInformation.FLAG) {
            return;
        }
        into[at++] = rewardPhase ? 1 : (float) responsePlaysDone / followers.plays();
        into[at++] = rewardPhase ? (float) rewardLeft : 1;
        followers.describe(into, at);
        at += followers.stateSize();
        for (int i = 0; i < types.length; i++) {
            Arrays.fill(into, at, at + prior.types(i), 0);
            into[at + types[i]] = 1;
            at += prior.types(i);
        }
    }
}
