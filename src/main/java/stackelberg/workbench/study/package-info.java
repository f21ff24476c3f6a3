/** Studies in the window: their list, a study's cells, curves and heat map. */
@NullMarked
package stackelberg.workbench.study;

import org.jspecify.annotations.NullMarked;
