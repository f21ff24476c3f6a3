/** What the window asks the person. */
@NullMarked
package stackelberg.workbench.ask;

import org.jspecify.annotations.NullMarked;
