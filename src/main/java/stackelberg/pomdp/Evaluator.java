package stackelberg.pomdp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.follower.StageResponse;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.oracle.BcceGap;
import stackelberg.pomdp.RandomStreams.Purpose;

/**
 * Values a policy: a fresh response phase against it, then the leader's reward under the response.
 * Has followers of its own, so that a training in progress notices nothing. Serves one thread.
 */
public final class Evaluator {
    /** Up to this many cases (type profiles × joint actions) the value is exact. */
    public static final long MOST_CASES = 1_000_000;

    /** The fewest plays of a sampled value. */
    public static final int LEAST_PLAYS = 1_000;

    /** Plays that are recorded for whoever wants to see some. */
    private static final int RECORDED = 10;

    private final BaseGame game;
    private final ResponseAlgorithm followers;
    private final StackelbergPomdp pomdp;
    private final boolean remembering;

    /** The number of the first observation at the last time that the leader tells apart. */
    private final int last;

    public Evaluator(BaseGame game, List<FollowerModel> models, Episode episode) {
        this.game = game;
        this.followers = Followers.assemble(models, game, episode.responsePlays());
        this.last = (episode.times() - 1) * game.leaderObservations();
        this.remembering = models.stream().anyMatch(model -> model.remembers(game));
        RewardPhase phase = rewardPhase(episode);
        int plays = episode.rewardPlays();
        this.pomdp =
                new StackelbergPomdp(
                        game,
                        followers,
                        episode.valuing(
                                phase,
                                phase == RewardPhase.SAMPLED
                                        ? Math.max(LEAST_PLAYS, plays)
                                        : plays));
    }

    private RewardPhase rewardPhase(Episode episode) {
        if (remembering) {
            return episode.rewardPhase();
        }
        double cases = game.prior().size();
        for (int count : InducedGame.actionCounts(game)) {
            cases *= count;
        }
        return cases <= MOST_CASES ? RewardPhase.EXACT : RewardPhase.SAMPLED;
    }

    /**
     * What {@code policy} is worth.
     *
     * @param policy what the leader commits to; if it sees the time, what it does in the end is
     *     what it is held to
     * @param index the evaluation's number, which picks its random stream
     */
    public Evaluation evaluate(
            LeaderPolicy policy, RandomStreams streams, long index, Watch watch) {
        return valued(held(policy), streams, index, watch);
    }

    /** An evaluation and how the followers came to their response. */
    public record Trial(Evaluation evaluation, ResponseCourse course) {}

    /**
     * What {@code policy} is worth, as {@link #evaluate} has it, and how the followers' strategies
     * moved over the response phase.
     *
     * @param points about how many points of that course to write down
     */
    public Trial trial(
            LeaderPolicy policy, RandomStreams streams, long index, int points, Watch watch) {
        ResponseCourse.Recorder recorder = new ResponseCourse.Recorder(game, pomdp, points, watch);
        Evaluation evaluation = valued(held(policy), streams, index, recorder);
        return new Trial(evaluation, recorder.end());
    }

    /**
     * Lets a person take a follower's seat after the followers have responded to {@code policy}.
     * The evaluator serves this sitting alone from then on.
     */
    public Sitting sitting(LeaderPolicy policy, RandomStreams streams, int seat, Watch watch) {
        LeaderPolicy held = held(policy);
        valued(held, streams, 0, watch);
        return new Sitting(game, held, pomdp.response(), pomdp.standing(), seat, streams);
    }

    /**
     * How the followers come to an equilibrium under {@code policy}; empty if they act on more than
     * their types, or the game is too large.
     */
    public Optional<Convergence> convergence(
            LeaderPolicy policy, RandomStreams streams, Watch watch) {
        return remembering || !(followers instanceof StageResponse staged) || staged.queries()
                ? Optional.empty()
                : Convergence.of(
                        game,
                        staged,
                        held(policy),
                        streams.at(RandomStreams.Purpose.CONVERGENCE, 0),
                        watch);
    }

    /** What a policy that may see the time does at the last. */
    private LeaderPolicy held(LeaderPolicy policy) {
        return last > 0 ? seen -> policy.act(last + seen) : policy;
    }

    private Evaluation valued(LeaderPolicy policy, RandomStreams streams, long index, Watch watch) {
        RandomStreams own = new RandomStreams(streams.at(Purpose.EVALUATION, index).nextLong());
        double reward = pomdp.run(LeaderSeat.committed(policy), own, 0, watch);
        RewardPhase phase = pomdp.episode().rewardPhase();
        BcceGap bcce = new BcceGap(game);
        double gap =
                phase == RewardPhase.EXACT
                        ? bcce.gap(InducedGame.of(game, policy), pomdp.response())
                        : Double.NaN;
        return new Evaluation(
                reward,
                phase != RewardPhase.SAMPLED,
                gap,
                regrets(phase == RewardPhase.EXACT ? bcce : null),
                ResponseCourse.strategies(game, pomdp.response()),
                mechanism(policy),
                pomdp.outcome(),
                pomdp.certificate(),
                Transcript.of(
                        game,
                        policy,
                        pomdp.response(),
                        pomdp.standing(),
                        RECORDED,
                        own.at(Purpose.REWARD, 1)));
    }

    /**
     * What happens if, after the last evaluation, one follower is made to deviate for one play.
     *
     * @param policy what was evaluated
     */
    public ForcedDeviation deviate(LeaderPolicy policy, int deviator, int plays) {
        return ForcedDeviation.of(
                game, held(policy), followers.response(), pomdp.standing(), deviator, plays);
    }

    /** Plays of all evaluations so far, of both phases. */
    public long plays() {
        return pomdp.plays();
    }

    /**
     * The regret over the response phase; of a follower that does not learn what else it might have
     * earned, what it could gain against the response.
     */
    private double[][] regrets(@Nullable BcceGap bcce) {
        double[][] regrets = new double[game.followers()][];
        for (int i = 0; i < regrets.length; i++) {
            regrets[i] = new double[game.prior().types(i)];
            for (int type = 0; type < regrets[i].length; type++) {
                double regret = followers.regret(i, type);
                regrets[i][type] =
                        Double.isNaN(regret) && bcce != null ? bcce.gain(i, type) : regret;
            }
        }
        return regrets;
    }

    private double[][] mechanism(LeaderPolicy policy) {
        boolean[] reached = game.reached(policy);
        double[][] mechanism = new double[game.leaderObservations()][];
        for (int observation = 0; observation < mechanism.length; observation++) {
            mechanism[observation] =
                    reached[observation]
                            ? game.meaning(observation, policy.act(observation))
                            : new double[0];
        }
        return mechanism;
    }
}
