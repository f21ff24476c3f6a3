package stackelberg.oracle;

import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.MatrixGame;

/**
 * The optimal mixed commitment against one follower, by one linear program a follower action
 * (Conitzer & Sandholm 2006, Thm. 2): for each action a that the follower could be brought to play,
 *
 * <p>max_x Σ_r x_r R(r, a) subject to Σ_r x_r (C(r, a') − C(r, a)) ≤ 0 for all a', Σ_r x_r = 1, x ≥
 * 0,
 *
 * <p>and the best of these. Ties are broken in the leader's favour.
 */
public final class MultipleLinearPrograms implements ExactMethod {
    /** The largest payoff table, in cells. */
    private static final int CELLS = 20_000;

    @Override
    public String name() {
        return "multiple linear programs";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!(game instanceof MatrixGame matrix) || !matrix.randomised()) {
            return Optional.of("the leader does not mix over the rows of a payoff table");
        }
        if (game.followers() != 1) {
            return Optional.of("it has several followers");
        }
        long cells = (long) matrix.rows() * game.actions(0);
        return cells <= CELLS
                ? Optional.empty()
                : Optional.of("its table has more than " + CELLS + " cells");
    }

    @Override
    public Answer solve(BaseGame game) {
        MatrixGame matrix = (MatrixGame) game;
        double best = Double.NEGATIVE_INFINITY;
        double[] mixture = new double[0];
        for (int reply = 0; reply < game.actions(0); reply++) {
            double[] reward = column(matrix, 0, reply);
            Optional<double[]> x = bringAbout(matrix, reply, reward);
            if (x.isPresent() && LinearProgram.dot(reward, x.get()) > best) {
                best = LinearProgram.dot(reward, x.get());
                mixture = x.get();
            }
        }
        String method =
                "Multiple linear programs (Conitzer & Sandholm 2006), one for each of "
                        + game.actions(0)
                        + " follower actions; ties in the leader's favour.";
        return Answer.of(game, best, best, method, new double[][] {mixture});
    }

    /** The best mixture among those that {@code reply} is a best reply to; empty if none. */
    private static Optional<double[]> bringAbout(MatrixGame game, int reply, double[] reward) {
        LinearProgram program = new LinearProgram(reward);
        double[] obeying = column(game, 1, reply);
        for (int other = 0; other < game.actions(0); other++) {
            if (other != reply) {
                double[] gain = column(game, 1, other);
                for (int row = 0; row < gain.length; row++) {
                    gain[row] -= obeying[row];
                }
                program.notPositive(gain);
            }
        }
        program.distribution();
        return program.maximise();
    }

    private static double[] column(MatrixGame game, int player, int column) {
        double[] payoffs = new double[game.rows()];
        for (int row = 0; row < payoffs.length; row++) {
            payoffs[row] = game.payoff(player, row, column);
        }
        return payoffs;
    }
}
