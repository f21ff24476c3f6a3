package stackelberg.oracle;

import java.util.Locale;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.IteratedGame;
import stackelberg.game.Play;
import stackelberg.game.Plays;

/**
 * The optimal commitment in an iterated matrix game, by trying every pair of deterministic policies
 * that see the last joint action: max_π max {r_ℓ(π, σ) : σ ∈ argmax_σ' u(π, σ')}. Neither side
 * counts the steps; ties in the leader's favour.
 */
public final class IteratedEnumeration implements ExactMethod {
    @Override
    public String name() {
        return "enumeration of commitments to an iterated game";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!(game instanceof IteratedGame iterated)) {
            return Optional.of("the game is not iterated");
        }
        double work = PurePolicies.count(game) * replies(iterated) * iterated.steps();
        return work <= PureEnumeration.PLAYS
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "it would take %.3g steps, more than %.0e",
                                work,
                                PureEnumeration.PLAYS));
    }

    private static double replies(IteratedGame game) {
        return Math.pow(game.actions(0), game.followerObservations(0));
    }

    @Override
    public Answer solve(BaseGame game) {
        IteratedGame iterated = (IteratedGame) game;
        PurePolicies policies = new PurePolicies(game);
        Play play = game.newPlay();
        double best = Double.NEGATIVE_INFINITY;
        double[][] mechanism = new double[0][];
        do {
            double value = value(iterated, policies, play);
            if (value > best) {
                best = value;
                mechanism = policies.mechanism();
            }
        } while (policies.advance());
        String method =
                String.format(
                        Locale.ROOT,
                        "Enumeration of all %,d deterministic commitments and %,d replies that see"
                                + " the last joint action; the follower replies best, ties in the"
                                + " leader's favour.",
                        (long) PurePolicies.count(game),
                        (long) replies(iterated));
        return Answer.of(game, best, best, method, mechanism);
    }

    /** The leader's reward if the follower replies best to {@code leader}. */
    static double value(IteratedGame game, PurePolicies leader, Play play) {
        int[] reply = new int[game.followerObservations(0)];
        double largest = Double.NEGATIVE_INFINITY;
        double reward = Double.NEGATIVE_INFINITY;
        do {
            complete(leader, reply, play);
            if (play.payoff(0) > largest + PureEnumeration.TIE) {
                largest = play.payoff(0);
                reward = play.leaderReward();
            } else if (play.payoff(0) >= largest - PureEnumeration.TIE) {
                reward = Math.max(reward, play.leaderReward());
            }
        } while (advance(reply, game.actions(0)));
        return reward;
    }

    private static void complete(PurePolicies leader, int[] reply, Play play) {
        int[] action = new int[1];
        Plays.run(
                play,
                new int[1],
                new Plays.Sides() {
                    @Override
                    public double[] leads(Play at) {
                        return leader.act(at.leaderObservation());
                    }

                    @Override
                    public int[] follow(Play at) {
                        action[0] = reply[at.followerObservation(0)];
                        return action;
                    }
                });
    }

    private static boolean advance(int[] reply, int actions) {
        for (int o = reply.length - 1; o >= 0; o--) {
            if (++reply[o] < actions) {
                return true;
            }
            reply[o] = 0;
        }
        return false;
    }
}
