package stackelberg.oracle;

import java.util.Locale;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;

/**
 * The optimal pure commitment against one follower, by trying every deterministic leader policy:
 * max_π Σ_θ D(θ) max {r_ℓ(π, a; θ) : a ∈ argmax_a' u(π, a'; θ)}. The follower best-replies for each
 * of its types, ties in the leader's favour: the strong Stackelberg equilibrium (Leitmann 1978; von
 * Stengel & Zamir 2010).
 */
public final class PureEnumeration implements ExactMethod {
    /** The most plays that the enumeration may take: a few seconds. */
    static final double PLAYS = 2e7;

    /** Payoffs this close are ties: rounding must not decide for the follower. */
    static final double TIE = 1e-9;

    @Override
    public String name() {
        return "enumeration of pure commitments";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!PurePolicies.exist(game)) {
            return Optional.of("the leader's actions are not discrete");
        }
        if (game.followers() != 1) {
            return Optional.of("it has several followers");
        }
        if (game.followerObservations(0) > 1) {
            return Optional.of("the follower acts on what it observes during a play");
        }
        double plays = PurePolicies.count(game) * PurePolicies.playsEach(game);
        return plays <= PLAYS
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "it would take %.3g plays, more than %.0e",
                                plays,
                                PLAYS));
    }

    @Override
    public Answer solve(BaseGame game) {
        PurePolicies policies = new PurePolicies(game);
        double best = Double.NEGATIVE_INFINITY;
        double[][] mechanism = new double[0][];
        do {
            double value = value(InducedGame.of(game, policies));
            if (value > best) {
                best = value;
                mechanism = policies.mechanism();
            }
        } while (policies.advance());
        String method =
                String.format(
                        Locale.ROOT,
                        "Enumeration of all %,d pure commitments; the follower best-replies for"
                                + " each type, ties in the leader's favour.",
                        (long) PurePolicies.count(game));
        return Answer.of(game, best, best, method, mechanism);
    }

    /** The leader's expected reward if the single follower best-replies, type by type. */
    static double value(InducedGame induced) {
        double value = 0;
        for (int type = 0; type < induced.game().prior().size(); type++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int action = 0; action < induced.jointActions(); action++) {
                largest = Math.max(largest, induced.payoff(0, type, action));
            }
            double reward = Double.NEGATIVE_INFINITY;
            for (int action = 0; action < induced.jointActions(); action++) {
                if (induced.payoff(0, type, action) >= largest - TIE) {
                    reward = Math.max(reward, induced.leaderReward(type, action));
                }
            }
            value += induced.game().prior().probability(type) * reward;
        }
        return value;
    }
}
