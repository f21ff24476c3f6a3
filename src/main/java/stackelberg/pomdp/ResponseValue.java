package stackelberg.pomdp;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.TypePrior;
import stackelberg.oracle.PriceTrees.Tree;
import stackelberg.pomdp.RandomStreams.Purpose;

/**
 * What mechanisms made of a tree for each message profile are worth under a response algorithm,
 * which learns from their tables as it would from the game itself.
 */
final class ResponseValue {
    private final TypePrior prior;
    private final int[] actionCounts;
    private final ResponseAlgorithm followers;
    private final @Nullable KeptResponse kept;
    private final double[][] leader;
    private final double[][][] payoffs;
    private final InducedGame induced;
    private final InducedPlay play;
    private final int[] types;
    private final int[] actions;
    private double plays;

    ResponseValue(
            BaseGame game,
            List<Tree> trees,
            List<FollowerModel> models,
            Episode episode,
            int messageProfiles) {
        this.prior = game.prior();
        this.actionCounts = InducedGame.actionCounts(game);
        this.followers = Followers.assemble(models, game, episode.responsePlays());
        this.kept =
                episode.response() == ResponseRule.LAST_MIXED
                        ? null
                        : new KeptResponse(game, followers, episode);
        this.leader = new double[prior.size()][messageProfiles];
        this.payoffs = new double[game.followers()][prior.size()][messageProfiles];
        this.induced = InducedGame.of(game, leader, payoffs);
        this.play = new InducedPlay(induced);
        this.types = new int[game.followers()];
        this.actions = new int[game.followers()];
        for (int cell = 0; cell < messageProfiles; cell++) {
            set(cell, trees.get(0));
        }
    }

    /** Makes {@code tree} what follows message profile {@code cell}. */
    void set(int cell, Tree tree) {
        for (int profile = 0; profile < leader.length; profile++) {
            leader[profile][cell] = tree.reward()[profile];
            for (int i = 0; i < payoffs.length; i++) {
                payoffs[i][profile][cell] = tree.payoffs()[i][profile];
            }
        }
    }

    /** How many plays one response phase takes, further updates not counted. */
    int playsEach() {
        return followers.plays();
    }

    /** All plays so far, a try to certify counted as playing every case once. */
    double plays() {
        return plays;
    }

    /** The most that any response could be worth: Σ_θ D(θ) max_m r_ℓ(m; θ). */
    double hope() {
        double hope = 0;
        for (int profile = 0; profile < leader.length; profile++) {
            double most = Double.NEGATIVE_INFINITY;
            for (double reward : leader[profile]) {
                most = Math.max(most, reward);
            }
            hope += prior.probability(profile) * most;
        }
        return hope;
    }

    /**
     * The leader's expected reward under the response, the types of the response phase being drawn
     * from stream {@code phase}; −∞ if the response cannot be certified.
     */
    double inPhase(int phase) {
        RandomGenerator random = new RandomStreams(0).at(Purpose.RESPONSE, phase);
        followers.reset();
        if (kept != null) {
            kept.reset();
        }
        int updates = followers.plays() / followers.playsPerUpdate();
        try {
            update(updates, random);
            while (kept != null && !kept.settled(induced)) {
                plays += leader.length * leader[0].length;
                update(kept.furtherUpdates(), random);
            }
        } catch (NotCertifiedException e) {
            return Double.NEGATIVE_INFINITY;
        }
        return reward(kept == null ? followers.response() : kept.response());
    }

    private void update(int count, RandomGenerator random) {
        for (int k = 0; k < count * followers.playsPerUpdate(); k++) {
            if (kept != null && k % followers.playsPerUpdate() == 0) {
                kept.beforeUpdate();
            }
            followers.beginPlay(random, types);
            play.begin(types);
            for (int i = 0; i < actions.length; i++) {
                actions[i] = followers.action(i, play.followerObservation(i));
            }
            play.followersAct(actions);
            followers.endPlay(play);
            plays++;
        }
    }

    private double reward(Response response) {
        double total = 0;
        for (int profile = 0; profile < leader.length; profile++) {
            prior.copy(profile, types);
            for (int joint = 0; joint < leader[profile].length; joint++) {
                JointIndex.decode(joint, actionCounts, actions);
                total +=
                        prior.probability(profile)
                                * response.probability(types, actions)
                                * leader[profile][joint];
            }
        }
        return total;
    }
}
