package stackelberg.oracle;

import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.MatrixGame;

/**
 * Bounds on the optimal mixed commitment against several followers, where the problem is bilinear
 * in the leader's mixture and the followers' equilibrium. Upper: the leader may correlate its row
 * with the followers' strategies (Conitzer & Korzhyk 2011, with coarse deviations), one linear
 * program over distributions q(r, s). Lower: the best pure row. Equal bounds are the optimum.
 */
public final class CorrelatedBounds implements ExactMethod {
    /** The largest payoff table, in cells. */
    private static final double CELLS = 2_000;

    @Override
    public String name() {
        return "bounds by a correlated commitment";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!(game instanceof MatrixGame matrix) || !matrix.randomised()) {
            return Optional.of("the leader does not mix over the rows of a payoff table");
        }
        return matrix.rows() * StrategicForm.profiles(game) <= CELLS
                ? Optional.empty()
                : Optional.of("its table has more than 2,000 cells");
    }

    @Override
    public Answer solve(BaseGame game) {
        MatrixGame matrix = (MatrixGame) game;
        double lower = Double.NEGATIVE_INFINITY;
        double assured = Double.NEGATIVE_INFINITY;
        double[] row = new double[0];
        for (int r = 0; r < matrix.rows(); r++) {
            LeaderPolicy certain = certain(matrix, r);
            InducedGame induced = InducedGame.of(game, certain);
            CoarseCorrelated equilibria = new CoarseCorrelated(new StrategicForm(induced));
            assured = Math.max(assured, equilibria.worst());
            double value = equilibria.best();
            if (value > lower) {
                lower = value;
                row = certain.act(0);
            }
        }
        double upper = correlated(matrix);
        if (upper <= lower + PureEnumeration.TIE) {
            String method =
                    "The best row is worth as much as a commitment correlated with the followers'"
                        + " actions; the followers play the leader's favourite coarse correlated"
                        + " equilibrium. The lower bound is the best row's value if they play the"
                        + " equilibrium it likes least.";
            return Answer.of(game, lower, assured, method, new double[][] {row});
        }
        return Answer.between(
                lower,
                upper,
                "Bounds only: no exact method is feasible for a mixed commitment against several"
                        + " followers. Lower: the best pure row; upper: a commitment correlated"
                        + " with the followers' actions. The followers play the leader's favourite"
                        + " coarse correlated equilibrium.");
    }

    /** The best distribution q(r, s) over rows and the followers' strategy profiles. */
    private static double correlated(MatrixGame game) {
        StrategicForm[] forms = new StrategicForm[game.rows()];
        for (int r = 0; r < forms.length; r++) {
            forms[r] = new StrategicForm(InducedGame.of(game, certain(game, r)));
        }
        int profiles = forms[0].leader.length;
        double[] reward = new double[forms.length * profiles];
        for (int cell = 0; cell < reward.length; cell++) {
            reward[cell] = forms[cell / profiles].leader[cell % profiles];
        }
        LinearProgram program = new LinearProgram(reward);
        for (int deviation = 0; deviation < forms[0].gains.length; deviation++) {
            double[] gain = new double[reward.length];
            for (int cell = 0; cell < gain.length; cell++) {
                gain[cell] = forms[cell / profiles].gains[deviation][cell % profiles];
            }
            program.notPositive(gain);
        }
        program.distribution();
        double[] q = program.maximise().orElseThrow();
        return LinearProgram.dot(reward, q);
    }

    private static LeaderPolicy certain(MatrixGame game, int row) {
        double[] weights = new double[game.rows()];
        weights[row] = 1;
        return observation -> weights;
    }
}
