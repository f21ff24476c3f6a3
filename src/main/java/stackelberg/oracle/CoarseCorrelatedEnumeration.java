package stackelberg.oracle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;

/**
 * The optimal pure commitment against several followers, by trying every deterministic leader
 * policy: max_π max {E_P r_ℓ : P a Bayesian coarse correlated equilibrium of G_π}. The optimum
 * supposes the leader's favourite equilibrium; the lower bound, max_π min_P, the one it likes
 * least.
 */
public final class CoarseCorrelatedEnumeration implements ExactMethod {
    /** The most work: policies × strategy profiles × commitments; some ten seconds. */
    static final double WORK = 2e6;

    @Override
    public String name() {
        return "enumeration of pure commitments with an equilibrium program each";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!PurePolicies.exist(game)) {
            return Optional.of("the leader's actions are not discrete");
        }
        if (game.followers() == 1) {
            return Optional.of("it has a single follower");
        }
        double work =
                PurePolicies.count(game)
                        * StrategicForm.profiles(game)
                        * StrategicForm.commitments(game);
        return work <= WORK
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "its %.3g pure commitments have %.3g strategy profiles each, too"
                                        + " much work",
                                PurePolicies.count(game),
                                StrategicForm.profiles(game)));
    }

    @Override
    public Answer solve(BaseGame game) {
        PurePolicies policies = new PurePolicies(game);
        double best = Double.NEGATIVE_INFINITY;
        double assured = Double.NEGATIVE_INFINITY;
        double[][] mechanism = new double[0][];
        do {
            StrategicForm form = new StrategicForm(InducedGame.of(game, policies));
            double hope = Arrays.stream(form.leader).max().orElseThrow();
            CoarseCorrelated equilibria = new CoarseCorrelated(form);
            double value = hope > best ? equilibria.best() : Double.NEGATIVE_INFINITY;
            if (value > best) {
                best = value;
                mechanism = policies.mechanism();
            }
            if (hope > assured) {
                assured = Math.max(assured, equilibria.worst());
            }
        } while (policies.advance());
        String method =
                String.format(
                        Locale.ROOT,
                        "Enumeration of all %,d pure commitments; the followers play the leader's"
                            + " favourite Bayesian coarse correlated equilibrium, found by linear"
                            + " programming. The lower bound is the best commitment's value if they"
                            + " play the equilibrium it likes least.",
                        (long) PurePolicies.count(game));
        return Answer.of(game, best, assured, method, mechanism);
    }
}
