/** Exact answers, to be shown beside what was learned. */
@NullMarked
package stackelberg.oracle;

import org.jspecify.annotations.NullMarked;
