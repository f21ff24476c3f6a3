package stackelberg.oracle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import stackelberg.game.BaseGame;
import stackelberg.game.LinearGame;

/**
 * The optimal mixed commitment against one follower with types by one mixed-integer linear program,
 * DOBSS (Paruchuri et al. 2008): over z^θ_kj = x_k q^θ_j, where q^θ_j ∈ {0, 1} says whether type θ
 * replies with j, and the type's payoff v^θ,
 *
 * <p>max Σ_θ D(θ) Σ_kj R^θ_kj z^θ_kj subject to Σ_kj z^θ_kj = 1, Σ_j q^θ_j = 1, Σ_k z^θ_kj = q^θ_j,
 * Σ_j z^θ_kj = x_k for all θ, and 0 ≤ v^θ − Σ_k C^θ_kj x_k ≤ (1 − q^θ_j) M.
 *
 * <p>Its replies are then handed to {@link TypewiseReplies}, whose linear program is free of the
 * rounding that a large M brings. For games with too many joint replies to try them all.
 */
public final class Dobss implements ExactMethod {
    /** The most binary variables, |Θ||A|. */
    private static final int BINARIES = 120;

    /** The most variables z. */
    private static final double VARIABLES = 2_000;

    @Override
    public String name() {
        return "DOBSS";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        Optional<String> unfit = MultipleLinearPrograms.unfit(game);
        if (unfit.isPresent()) {
            return unfit;
        }
        int binaries = game.prior().size() * game.actions(0);
        double variables = MultipleLinearPrograms.numbers((LinearGame) game);
        return binaries <= BINARIES && variables <= VARIABLES
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "it would take %,d binary and %,.0f other variables, more than %d"
                                        + " and %,.0f",
                                binaries,
                                variables,
                                BINARIES,
                                VARIABLES));
    }

    @Override
    public Answer solve(BaseGame game) {
        return solve(game, Progress.NONE);
    }

    @Override
    public Answer solve(BaseGame game, Progress progress) {
        LinearGame linear = (LinearGame) game;
        int[] replies = new Program(linear).replies(progress);
        TypewiseReplies problem = new TypewiseReplies(linear);
        double[] x = problem.bringAbout(replies).orElseThrow();
        double value = LinearProgram.dot(problem.reward(replies), x);
        String method =
                "DOBSS (Paruchuri et al. 2008), a mixed-integer linear program over the commitment"
                        + " and the reply of each of "
                        + replies.length
                        + " types; ties in the leader's favour.";
        return Answer.of(
                game, value, value, method, new double[][] {game.meaning(linear.commit(x))});
    }

    private static final class Program {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final LinearGame game;
        private final int types;
        private final int actions;
        private final Variable[] x;
        private final Variable[][] q;

        Program(LinearGame game) {
            this.game = game;
            this.types = game.prior().size();
            this.actions = game.actions(0);
            this.x = new Variable[game.components()];
            this.q = new Variable[types][actions];
            Arrays.setAll(x, k -> model.newVariable("x" + k).lower(0).upper(1));
            Expression whole = row().level(1);
            for (Variable component : x) {
                whole.set(component, 1);
            }
            for (double[] limit : game.limits()) {
                Expression row = row().upper(0);
                for (int k = 0; k < x.length; k++) {
                    row.set(x[k], limit[k]);
                }
            }
            for (int type = 0; type < types; type++) {
                reward(type);
                bestReply(type);
            }
        }

        private Expression row() {
            return model.newExpression("row" + model.countExpressions());
        }

        /** z^θ, its ties to x and q^θ, and what it earns. */
        private void reward(int type) {
            Expression one = row().level(1);
            Expression[] components = new Expression[x.length];
            for (int k = 0; k < x.length; k++) {
                components[k] = row().level(0).set(x[k], -1);
            }
            for (int j = 0; j < actions; j++) {
                String name = type + "_" + j;
                q[type][j] = model.newVariable("q" + name).binary();
                one.set(q[type][j], 1);
                Expression reply = row().level(0).set(q[type][j], -1);
                for (int k = 0; k < x.length; k++) {
                    double weight = game.prior().probability(type) * game.payoff(0, type, k, j);
                    Variable z =
                            model.newVariable("z" + name + "_" + k)
                                    .lower(0)
                                    .upper(1)
                                    .weight(weight);
                    reply.set(z, 1);
                    components[k].set(z, 1);
                }
            }
        }

        /** v^θ is the type's best payoff and that of the action with q^θ_j = 1. */
        private void bestReply(int type) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < actions; j++) {
                for (int k = 0; k < x.length; k++) {
                    low = Math.min(low, game.payoff(1, type, k, j));
                    high = Math.max(high, game.payoff(1, type, k, j));
                }
            }
            Variable v = model.newVariable("v" + type).lower(low).upper(high);
            for (int j = 0; j < actions; j++) {
                Expression atLeast = row().lower(0).set(v, 1);
                Expression atMost = row().upper(high - low).set(v, 1).set(q[type][j], high - low);
                for (int k = 0; k < x.length; k++) {
                    atLeast.set(x[k], -game.payoff(1, type, k, j));
                    atMost.set(x[k], -game.payoff(1, type, k, j));
                }
            }
        }

        /** The optimal reply of each type. */
        int[] replies(Progress progress) {
            Optimisation.Result result = new StoppableSearch(model).maximise(progress);
            if (!result.getState().isOptimal()) {
                throw new IllegalStateException("the solver ended as " + result.getState());
            }
            int[] replies = new int[types];
            for (int type = 0; type < types; type++) {
                for (int j = 1; j < actions; j++) {
                    double chosen = q[type][replies[type]].getValue().doubleValue();
                    if (q[type][j].getValue().doubleValue() > chosen) {
                        replies[type] = j;
                    }
                }
            }
            return replies;
        }
    }
}
