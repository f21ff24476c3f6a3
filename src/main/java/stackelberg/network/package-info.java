/**
 * Multi-layer perceptrons, their optimiser and the action distributions on top of them. Single rows
 * and small batches run as plain Java over one {@code float[]} a row; large batches on ND4J's gemm.
 */
@NullMarked
package stackelberg.network;

import org.jspecify.annotations.NullMarked;
