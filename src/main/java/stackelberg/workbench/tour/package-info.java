/** Guided tours: steps that point at the real controls and wait for the person. */
@NullMarked
package stackelberg.workbench.tour;

import org.jspecify.annotations.NullMarked;
