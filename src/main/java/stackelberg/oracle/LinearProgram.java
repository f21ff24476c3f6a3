package stackelberg.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A linear program over probabilities: maximise c·x subject to rows a·x ≤ 0, Σx = 1 over some or
 * all of the variables, and x ≥ 0.
 */
final class LinearProgram {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> variables = new ArrayList<>();

    /** How many of the variables, from the first, sum to 1. */
    private int distributed;

    /** A program with this objective c and no constraint besides x ≥ 0. */
    LinearProgram(double[] objective) {
        for (double coefficient : objective) {
            variables.add(model.newVariable("x" + variables.size()).lower(0).weight(coefficient));
        }
    }

    /** Demands row·x ≤ 0. */
    void notPositive(double[] row) {
        Expression expression = model.newExpression("row" + model.countExpressions()).upper(0);
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                expression.set(variables.get(i), row[i]);
            }
        }
    }

    /** Demands that all variables sum to 1: x is a distribution. */
    void distribution() {
        distribution(variables.size());
    }

    /** Demands that the first {@code count} variables sum to 1; the others come with them. */
    void distribution(int count) {
        distributed = count;
        Expression expression = model.newExpression("sum").level(1);
        for (Variable variable : variables.subList(0, count)) {
            expression.set(variable, 1);
        }
    }

    /** An optimal distribution, cleaned of rounding errors; empty if none satisfies the rows. */
    Optional<double[]> maximise() {
        Optimisation.Result result = model.maximise();
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return Optional.empty();
        }
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("the solver ended as " + result.getState());
        }
        double[] x = new double[variables.size()];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double value = result.doubleValue(i);
            x[i] = value > 1e-12 ? value : 0;
            sum += i < distributed ? x[i] : 0;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
        return Optional.of(x);
    }

    /** c·x. */
    static double dot(double[] coefficients, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += coefficients[i] * x[i];
        }
        return sum;
    }
}
