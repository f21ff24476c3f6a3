package stackelberg.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * The maximum of a linear function over {x ≥ 0, Σx = 1, rows·x ≤ 0} by visiting every vertex: a way
 * to a linear program's value that shares nothing with a solver. For a handful of variables.
 */
final class Vertices {
    private static final double ROUNDING = 1e-9;

    private Vertices() {}

    /** The maximum; negative infinity if the set is empty. */
    static double maximum(double[] objective, List<double[]> rows) {
        List<double[]> faces = new ArrayList<>(rows);
        for (int i = 0; i < objective.length; i++) {
            double[] face = new double[objective.length];
            face[i] = -1;
            faces.add(face);
        }
        return maximum(objective, faces, new ArrayList<>(), 0);
    }

    private static double maximum(
            double[] objective, List<double[]> faces, List<double[]> tight, int from) {
        if (tight.size() == objective.length - 1) {
            double[] vertex = intersection(tight, objective.length);
            return vertex.length > 0 && faces.stream().allMatch(f -> dot(f, vertex) <= ROUNDING)
                    ? dot(objective, vertex)
                    : Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int next = from; next < faces.size(); next++) {
            tight.add(faces.get(next));
            best = Math.max(best, maximum(objective, faces, tight, next + 1));
            tight.remove(tight.size() - 1);
        }
        return best;
    }

    /** The point of the simplex's plane where all of {@code tight} are 0; empty if not unique. */
    private static double[] intersection(List<double[]> tight, int size) {
        double[][] system = new double[size][size + 1];
        for (int row = 0; row < size - 1; row++) {
            System.arraycopy(tight.get(row), 0, system[row], 0, size);
        }
        java.util.Arrays.fill(system[size - 1], 1);
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
                    pivot = row;
                }
            }
            if (Math.abs(system[pivot][column]) < ROUNDING) {
                return new double[0];
            }
            double[] swapped = system[pivot];
            system[pivot] = system[column];
            system[column] = swapped;
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : system[row][column] / swapped[column];
                for (int k = column; k <= size; k++) {
                    system[row][k] -= factor * swapped[k];
                }
            }
        }
        double[] point = new double[size];
        for (int i = 0; i < size; i++) {
            point[i] = system[i][size] / system[i][i];
        }
        return point;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
