/**
 * Random games that nobody has tuned anything for, and what training comes to on them when a
 * scenario states nothing but its game.
 */
@NullMarked
package stackelberg.bench.untuned;

import org.jspecify.annotations.NullMarked;
