/**
 * Studies: one scenario varied along axes, trained with many seeds, and one table of what came of
 * it. A study's folder can be left at any instant and gone on with later.
 */
@NullMarked
package stackelberg.study;

import org.jspecify.annotations.NullMarked;
