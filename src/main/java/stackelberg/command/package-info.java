/** The command line. */
@NullMarked
package stackelberg.command;

import org.jspecify.annotations.NullMarked;
