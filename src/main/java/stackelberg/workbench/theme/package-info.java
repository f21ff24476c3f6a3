/** The light and the dark theme: style sheets, and colours for what no style sheet reaches. */
@NullMarked
package stackelberg.workbench.theme;

import org.jspecify.annotations.NullMarked;
