package stackelberg.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's gemm over preallocated off-heap arrays. A row-major m × n matrix is handed over as its
 * column-major n × m transpose, which has the same memory layout, so that nothing is transposed by
 * copying. Elementwise work stays in Java.
 */
final class GemmKernel implements DenseKernel {
    static {
        // Two OpenMP threads against one busy core make a small gemm a hundred times slower.
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
    }

    private final Batch in = new Batch();
    private final Batch out = new Batch();
    private @Nullable Matrix weights;

    @Override
    public void forward(Dense layer, float[][] inRows, int rows, float[][] outRows) {
        Matrix in = this.in.of(rows, layer.inputs);
        Matrix out = this.out.of(rows, layer.outputs);
        Matrix weights = weightsOf(layer);
        in.write(inRows);
        weights.write(layer.weights);
        Nd4j.gemm(weights.array, in.array, out.array, false, false, 1, 0);
        out.read(outRows);
        for (int row = 0; row < rows; row++) {
            add(layer.biases, outRows[row]);
        }
    }

    @Override
    public void backward(
            Dense layer,
            float[][] inRows,
            float[][] outGradients,
            int rows,
            float @Nullable [][] inGradients) {
        Matrix in = this.in.of(rows, layer.inputs);
        Matrix out = this.out.of(rows, layer.outputs);
        Matrix weights = weightsOf(layer);
        in.write(inRows);
        out.write(outGradients);
        Nd4j.gemm(out.array, in.array, weights.array, false, true, 1, 0);
        weights.read(layer.weightGradients);
        Arrays.fill(layer.biasGradients, 0);
        for (int row = 0; row < rows; row++) {
            add(outGradients[row], layer.biasGradients);
        }
        if (inGradients != null) {
            weights.write(layer.weights);
            Nd4j.gemm(weights.array, out.array, in.array, true, false, 1, 0);
            in.read(inGradients);
        }
    }

    private Matrix weightsOf(Dense layer) {
        if (weights == null) {
            weights = new Matrix(layer.inputs, layer.outputs);
        }
        return weights;
    }

    private static void add(float[] from, float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += from[j];
        }
    }

    /**
     * Matrices for batches of one layer: one of the full size and one for the rest at a rollout's
     * end, so that neither is allocated over and over.
     */
    private static final class Batch {
        private @Nullable Matrix largest;
        private @Nullable Matrix rest;

        Matrix of(int rows, int columns) {
            if (largest == null || rows > largest.rows) {
                free(largest);
                largest = new Matrix(rows, columns);
            }
            if (rows == largest.rows) {
                return largest;
            }
            if (rest == null || rows != rest.rows) {
                free(rest);
                rest = new Matrix(rows, columns);
            }
            return rest;
        }

        private static void free(@Nullable Matrix matrix) {
            if (matrix != null) {
                matrix.array.close();
            }
        }
    }

    /** A row-major matrix in off-heap memory. */
    private static final class Matrix {
        final INDArray array;
        private final FloatBuffer memory;
        private final int rows;
        private final int columns;

        Matrix(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            this.array = Nd4j.create(DataType.FLOAT, new long[] {columns, rows}, 'f');
            this.memory = array.data().asNioFloat();
        }

        void write(float[][] from) {
            memory.clear();
            for (int row = 0; row < rows; row++) {
                memory.put(from[row], 0, columns);
            }
        }

        void read(float[][] to) {
            memory.clear();
            for (int row = 0; row < rows; row++) {
                memory.get(to[row], 0, columns);
            }
        }
    }
}
