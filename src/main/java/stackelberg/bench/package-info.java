/** How fast the program is on this machine, in figures that another machine can be held against. */
@NullMarked
package stackelberg.bench;

import org.jspecify.annotations.NullMarked;
