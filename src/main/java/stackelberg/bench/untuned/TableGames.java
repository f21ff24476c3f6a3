package stackelberg.bench.untuned;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import stackelberg.game.BayesianNormalForm;
import stackelberg.game.Commitment;
import stackelberg.game.GameFamily;
import stackelberg.game.MechanismTable;
import stackelberg.game.NormalForm;
import stackelberg.parameter.Table;

/** Random payoff tables of a leader and its followers. */
final class TableGames {
    private TableGames() {}

    /** Against one follower, 2×2 to 5×5. */
    static GameFamily normalForm(Draw draw, Commitment commitment) {
        return normalForm(draw, draw.between(2, 5), draw.between(2, 5), commitment);
    }

    /** Against one follower, in this size. */
    static GameFamily normalForm(Draw draw, int rows, int columns, Commitment commitment) {
        return new NormalForm(payoffs(draw, rows, columns, 1), commitment, List.of());
    }

    /** One follower of two or three types. */
    static GameFamily bayesian(Draw draw) {
        return bayesian(
                draw,
                commitment(draw),
                draw.between(2, 4),
                List.of(draw.between(2, 3)),
                List.of(draw.between(2, 4)));
    }

    /** Two followers of one or two types each. */
    static GameFamily bayesianOfTwo(Draw draw) {
        return bayesian(
                draw,
                commitment(draw),
                draw.between(2, 3),
                List.of(2, draw.between(1, 2)),
                List.of(2, draw.between(2, 3)));
    }

    private static Commitment commitment(Draw draw) {
        return draw.coin() ? Commitment.PURE : Commitment.RANDOMISED;
    }

    private static GameFamily bayesian(
            Draw draw,
            Commitment commitment,
            int rows,
            List<Integer> types,
            List<Integer> actions) {
        return new BayesianNormalForm(
                payoffs(draw, rows * product(types), product(actions), types.size()),
                prior(draw, types),
                types,
                actions,
                commitment);
    }

    /** One follower of two to four types, who sends messages. */
    static GameFamily mechanism(Draw draw) {
        return mechanism(
                draw, draw.between(2, 4), List.of(draw.between(2, 4)), List.of(draw.between(2, 3)));
    }

    /** Two followers of two types, who send messages. */
    static GameFamily mechanismOfTwo(Draw draw) {
        return mechanism(draw, draw.between(2, 3), List.of(2, 2), List.of(2, 2));
    }

    private static GameFamily mechanism(
            Draw draw, int outcomes, List<Integer> types, List<Integer> messages) {
        return new MechanismTable(
                payoffs(draw, product(types), outcomes, types.size()),
                prior(draw, types),
                types,
                messages);
    }

    /** Three followers with private types, who act or send messages. */
    static GameFamily threeFollowers(Draw draw) {
        List<Integer> two = Collections.nCopies(3, 2);
        return draw.coin()
                ? bayesian(draw, Commitment.PURE, draw.between(2, 3), two, two)
                : mechanism(draw, 2, two, two);
    }

    /** Of the leader and its followers, no two payoffs of a player the same. */
    private static Table payoffs(Draw draw, int rows, int columns, int followers) {
        double[][][] cells = new double[rows][columns][1 + followers];
        Draw.Scale scale = draw.scale(rows * columns);
        for (int player = 0; player <= followers; player++) {
            double[] drawn = draw.payoffs(scale, rows * columns);
            for (int k = 0; k < drawn.length; k++) {
                cells[k / columns][k % columns][player] = drawn[k];
            }
        }
        return Table.of(cells);
    }

    private static Table prior(Draw draw, List<Integer> types) {
        int rows = types.size() == 1 ? 1 : types.get(0);
        return Table.of(draw.prior(rows, product(types) / rows));
    }

    private static int product(List<Integer> counts) {
        return counts.stream().reduce(1, Math::multiplyExact);
    }

    /** A table of two followers and no leader, no two payoffs of a follower the same. */
    static Table followers(Draw draw, Draw.Scale scale, int rows, int columns) {
        double[][][] cells = new double[rows][columns][];
        double[] first = draw.payoffs(scale, rows * columns);
        double[] second = draw.payoffs(scale, rows * columns);
        for (double[][] row : cells) {
            Arrays.setAll(row, column -> new double[2]);
        }
        for (int k = 0; k < first.length; k++) {
            cells[k / columns][k % columns][0] = first[k];
            cells[k / columns][k % columns][1] = second[k];
        }
        return Table.of(cells);
    }
}
