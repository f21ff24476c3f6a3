/**
 * Multi-layer perceptrons, their optimiser and the action distributions on top of them. They run on
 * the Vector API where Java has it, in plain Java with the same bits where not, both over one
 * {@code float[]} a row; wide layers with large batches on ND4J's gemm.
 */
@NullMarked
package stackelberg.network;

import org.jspecify.annotations.NullMarked;
