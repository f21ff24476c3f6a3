/** The runs that are on this machine: a table to find, reopen, compare, name and throw away. */
@NullMarked
package stackelberg.workbench.library;

import org.jspecify.annotations.NullMarked;
