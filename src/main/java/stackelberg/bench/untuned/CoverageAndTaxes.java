package stackelberg.bench.untuned;

import java.util.Arrays;
import stackelberg.game.GameFamily;
import stackelberg.game.SecurityGame;
import stackelberg.game.Taxation;
import stackelberg.parameter.Table;

/** Random games in which the leader commits to a vector of numbers: coverage, or tax rates. */
final class CoverageAndTaxes {
    private CoverageAndTaxes() {}

    /** Two to five targets and up to three types of attacker. */
    static GameFamily security(Draw draw) {
        return security(draw, draw.between(2, 5), draw.between(1, 3));
    }

    /** Both sides lose by what the other gains: a defender prefers an attack on what it covers. */
    static GameFamily security(Draw draw, int targets, int types) {
        Draw.Scale scale = draw.scale(2 * targets * types);
        double[] defender = draw.payoffs(scale, 2 * targets * types);
        double[] attacker = draw.payoffs(scale, 2 * targets * types);
        double[][][] cells = new double[targets][types][];
        for (int k = 0; k < targets * types; k++) {
            double a = defender[2 * k];
            double b = defender[2 * k + 1];
            double c = attacker[2 * k];
            double d = attacker[2 * k + 1];
            cells[k / types][k % types] =
                    new double[] {Math.max(a, b), Math.min(a, b), Math.min(c, d), Math.max(c, d)};
        }
        return new SecurityGame(
                Table.of(cells), Table.of(draw.prior(1, types)), draw.between(1, targets - 1));
    }

    /** Two or three skills, up to three brackets, incomes in units or in hundreds. */
    static GameFamily taxation(Draw draw) {
        int types = draw.between(2, 3);
        double unit = draw.coin() ? 1 : 100;
        double[] skills = increasing(draw, types, 10, 100);
        double[][][] shares = draw.prior(1, types);
        double[][][] workers = new double[types][3][1];
        double largest = unit * skills[types - 1] / 20;
        for (int type = 0; type < types; type++) {
            workers[type][0][0] = unit * skills[type] / 20;
            workers[type][1][0] = shares[0][type][0];
            workers[type][2][0] = draw.between(0.05, 2);
        }
        double[] begins = increasing(draw, draw.between(1, 3), 10, 80);
        double[][][] brackets = new double[1][begins.length][1];
        for (int b = 1; b < begins.length; b++) {
            brackets[0][b][0] = Math.rint(largest * begins[b]) / 100;
        }
        return new Taxation(
                Table.of(workers),
                Table.of(brackets),
                draw.between(0.5, 1),
                draw.between(3, 6),
                draw.between(0.2, 2),
                Math.rint(largest * draw.between(20, 80)) / 100);
    }

    private static double[] increasing(Draw draw, int count, int least, int most) {
        int[] drawn = draw.distinct(count, least, most);
        Arrays.sort(drawn);
        return Arrays.stream(drawn).asDoubleStream().toArray();
    }
}
