package stackelberg.pomdp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
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
 */
public final class StackelbergPomdp {
    private final BaseGame game;
    private final TypePrior prior;
    private final ResponseAlgorithm followers;
    private final Episode episode;
    private final Play play;
    private final int[] types;
    private final int[] actions;
    private final int[] actionCounts;

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
        this.play = game.newPlay();
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
        double responses = Math.ceil(followers.plays() * episode.responseTransitions());
        return (long) ((responses + rewardPhasePlays()) * game.leaderTurns());
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
        double reward =
                episode.rewardPhase() == RewardPhase.EXACT
                        ? rewardExactly(leader, watch)
                        : rewardBySampling(leader, streams.at(Purpose.REWARD, index), watch);
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
        int horizon = followers.plays();
        for (responsePlaysDone = 0; responsePlaysDone < horizon; responsePlaysDone++) {
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
    }

    private double rewardExactly(LeaderSeat leader, Watch watch) {
        Response response = followers.response();
        double total = 0;
        for (int profile = 0; profile < prior.size(); profile++) {
            prior.copy(profile, types);
            Arrays.fill(actions, 0);
            do {
                double weight = prior.probability(profile) * response.probability(types, actions);
                if (weight > 0) {
                    total += rewardPlay(leader, weight, watch);
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
        Response response = followers.response();
        int count = episode.rewardPlays();
        double total = 0;
        for (int k = 0; k < count; k++) {
            prior.copy(prior.sample(random), types);
            response.draw(types, random, actions);
            rewardLeft = 1 - (double) k / count;
            total += rewardPlay(leader, 1.0 / count, watch);
        }
        return total;
    }

    private double rewardPlay(LeaderSeat leader, double weight, Watch watch) {
        watch.play();
        plays++;
        play.begin(types);
        double paid = 0;
        boolean acted = false;
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                if (acted) {
                    leader.reward(weight * (play.leaderReward() - paid));
                    paid = play.leaderReward();
                }
                acted = true;
                transitions++;
                play.leaderActs(leader.act(play.leaderObservation(), true));
            } else {
                play.followersAct(actions);
            }
        }
        if (acted) {
            leader.reward(weight * (play.leaderReward() - paid));
        }
        return weight * play.leaderReward();
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
