/** The window: views, view models and charts. The only room that knows JavaFX. */
@NullMarked
package stackelberg.workbench;

import org.jspecify.annotations.NullMarked;
