/** The entry point: chooses between the command line and the window. */
@NullMarked
package stackelberg;

import org.jspecify.annotations.NullMarked;
