package stackelberg.pomdp;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Carried;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.follower.StageResponse;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
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
    private final BaseGame learnersGame;
    private final TypePrior prior;
    private final ResponseAlgorithm followers;
    private final Episode episode;
    private final @Nullable CertifiedResponse certified;
    private final Play play;
    private final int[] types;
    private final int[] actions;
    private final int[] actionCounts;

    /** The numbers of {@link BaseGame#outcomeNames} after a play, and their mean so far. */
    private final double[] outcome;

    private final double[] meanOutcome;

    /** {@code [leader observation]}: whether this reward phase has come to it. */
    private final boolean[] met;

    /** Whether the followers have learned in an earlier outer episode. */
    private boolean acquainted;

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
        this.met = new boolean[game.leaderObservations()];
        this.play = game.newPlay();
        this.types = new int[game.followers()];
        this.actions = new int[game.followers()];
        this.actionCounts = InducedGame.actionCounts(game);
        this.outcome = new double[game.outcomeNames().length];
        this.meanOutcome = new double[outcome.length];
        this.learnersGame = episode.phaseVisible() ? new PhaseVisible(game) : game;
    }

    /** The base game G as the leader observes it. */
    public BaseGame game() {
        return learnersGame;
    }

    /** The mean of each of {@link BaseGame#outcomeNames} over the last reward phase. */
    public double[] outcome() {
        return meanOutcome.clone();
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

    /** How things stand after the last play; see {@link Play#standing}. */
    public int standing() {
        return play.standing();
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

    /**
     * How many transitions one outer episode of maximum length brings into a learner's buffer; the
     * expected number, rounded up, if response transitions are kept with a probability.
     */
    public long kept() {
        double responses = Math.ceil(responsePlays() * episode.responseTransitions());
        double rewards = (double) rewardPhasePlays() * game.leaderTurns();
        if (episode.rewardPhase() == RewardPhase.EXPECTED) {
            rewards = Math.min(rewards, game.leaderObservations());
        }
        return (long) (responses * game.leaderTurns() + rewards);
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
     * @return the leader's reward in the reward phase: its expected reward under the response if
     *     the phase is exact, else the mean over its plays
     */
    public double run(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        rewardPhase = false;
        play.stand(0);
        respond(leader, streams, index, watch);
        rewardPhase = true;
        rewardLeft = 1;
        Arrays.fill(meanOutcome, 0);
        Arrays.fill(met, false);
        double reward =
                switch (episode.rewardPhase()) {
                    case EXACT -> rewardExactly(leader, watch);
                    case EXPECTED -> {
                        double expected = rewardExactly(leader, watch);
                        leader.reward(expected);
                        yield expected;
                    }
                    case SAMPLED -> {
                        RandomGenerator random = streams.at(Purpose.REWARD, index);
                        yield rewardGoingOn(leader, episode.rewardPlays(), random, watch);
                    }
                    case CYCLE -> {
                        RandomGenerator random = streams.at(Purpose.REWARD, index);
                        int length = cycle(leader, random, watch);
                        yield rewardGoingOn(leader, length, random, watch);
                    }
                };
        leader.end();
        watch.outerEpisode(reward);
        return reward;
    }

    /** The followers go on with what they learned, if the last outer episode was of this kind. */
    private void beginResponse() {
        if (episode.followersCarriedOver() && acquainted) {
            ((Carried) followers).carryOn();
        } else {
            followers.reset();
        }
        acquainted = true;
        responsePlaysDone = 0;
        if (certified != null) {
            certified.reset();
        }
    }

    /** What {@link Carried#restore} has restored was learned in an earlier outer episode. */
    public void acquaint() {
        acquainted = true;
    }

    private void respond(LeaderSeat leader, RandomStreams streams, long index, Watch watch) {
        RandomGenerator random = streams.at(Purpose.RESPONSE, index);
        RandomGenerator keeping = streams.at(Purpose.KEEP, index);
        double keep = episode.responseTransitions();
        beginResponse();
        if (keep < 1 && certified == null && followers instanceof StageResponse staged) {
            Optional<StageGame> stage =
                    StageGame.of(game, observation -> leader.act(observed(observation), false));
            if (stage.isPresent()) {
                respond(staged, stage.get(), leader, random, keeping, watch);
                return;
            }
        }
        while (responsePlaysDone < responsePlays() && !followers.settled()) {
            if (certified != null && responsePlaysDone % followers.playsPerUpdate() == 0) {
                certified.beforeUpdate();
            }
            responsePlay(leader, random, keeping, keep, watch);
        }
        if (certified != null) {
            certify(certified, leader, random, keeping, watch);
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
                InducedGame.of(game, observation -> leader.act(observed(observation), false));
        while (!response.within(induced)) {
            for (int left = response.furtherUpdates(); left > 0; left--) {
                response.beforeUpdate();
                for (int k = 0; k < followers.playsPerUpdate(); k++) {
                    responsePlay(leader, random, keeping, 0, watch);
                }
            }
        }
    }

    /** The same with a table for all plays between two whose transitions are kept. */
    private void respond(
            StageResponse staged,
            StageGame stage,
            LeaderSeat leader,
            RandomGenerator random,
            RandomGenerator keeping,
            Watch watch) {
        double keep = episode.responseTransitions();
        while (responsePlaysDone < staged.plays() && !staged.settled()) {
            long skipped = keep > 0 ? skipped(keep, keeping) : Long.MAX_VALUE;
            stage.stand(play.standing());
            while (skipped > 0 && responsePlaysDone < staged.plays() && !staged.settled()) {
                watch.play();
                int most = (int) Math.min(skipped, watch.stride());
                int made = staged.play(stage, random, most);
                plays += made;
                transitions += (long) made * game.leaderTurns();
                responsePlaysDone += made;
                skipped -= made;
            }
            play.stand(stage.standing());
            if (responsePlaysDone < staged.plays() && !staged.settled()) {
                responsePlay(leader, random, keeping, 1, watch);
            }
        }
    }

    /** How many plays go by before one is kept: geometrically distributed. */
    private static long skipped(double keep, RandomGenerator random) {
        return (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-keep));
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
        double paid = 0;
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                transitions++;
                boolean kept = keep >= 1 || (keep > 0 && keeping.nextDouble() < keep);
                play.leaderActs(leader.act(observed(play.leaderObservation()), kept));
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
        responsePlaysDone++;
    }

    /** The weight of one play if plays of both phases are rewarded alike. */
    private double share() {
        return 1.0 / (responsePlays() + rewardPhasePlays());
    }

    /** The number of a leader observation in the game as the leader observes it. */
    private int observed(int observation) {
        return episode.phaseVisible() && rewardPhase
                ? game.leaderObservations() + observation
                : observation;
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
                    total += rewardPlay(leader, true, weight, null, watch);
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

    /** Plays of the response as it goes on, the rewards averaged. */
    private double rewardGoingOn(
            LeaderSeat leader, int count, RandomGenerator random, Watch watch) {
        double total = 0;
        for (int k = 0; k < count; k++) {
            prior.copy(prior.sample(random), types);
            rewardLeft = 1 - (double) k / count;
            total += rewardPlay(leader, true, 1.0 / count, random, watch);
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
        prior.copy(0, types);
        int power = 1;
        int length = 0;
        long anchor = whereabouts();
        for (int k = 0; k < episode.rewardPlays(); k++) {
            rewardPlay(leader, false, 0, random, watch);
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
        return (long) followers.response().memory() * game.standings() + play.standing();
    }

    /**
     * One play of the reward phase.
     *
     * @param random for the followers to act as they would; null if {@link #actions} are set
     */
    private double rewardPlay(
            LeaderSeat leader,
            boolean keep,
            double weight,
            @Nullable RandomGenerator random,
            Watch watch) {
        watch.play();
        plays++;
        play.begin(types);
        double scale = episode.responseRewarded() ? share() * rewardPhasePlays() : 1;
        double paid = 0;
        boolean acted = false;
        boolean atOnce = episode.rewardPhase() == RewardPhase.EXPECTED;
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                if (acted && keep && !atOnce) {
                    leader.reward(scale * weight * (play.leaderReward() - paid));
                    paid = play.leaderReward();
                }
                acted = true;
                transitions++;
                int observation = play.leaderObservation();
                boolean kept = keep && !(atOnce && met[observation]);
                met[observation] = true;
                play.leaderActs(leader.act(observed(observation), kept));
            } else {
                if (random != null) {
                    response().act(play, types, random, actions);
                    response().remember(actions);
                }
                play.followersAct(actions);
            }
        }
        if (acted && keep && !atOnce) {
            leader.reward(scale * weight * (play.leaderReward() - paid));
        }
        play.outcome(outcome);
        for (int k = 0; k < outcome.length; k++) {
            meanOutcome[k] += weight * outcome[k];
        }
        return weight * play.leaderReward();
    }

    /** The length of what a critic with this information sees. */
    public int criticSize(CriticInformation information) {
        return switch (information) {
            case NONE -> learnersGame.leaderObservationSize();
            case FLAG -> learnersGame.leaderObservationSize() + 1;
            case FULL ->
                    learnersGame.leaderObservationSize() + 3 + followers.stateSize() + typesSize();
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
        learnersGame.describe(observation, into, 0);
        int at = learnersGame.leaderObservationSize();
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
