/** A look inside one run: its mechanism, its followers' strategies, and a certificate. */
@NullMarked
package stackelberg.workbench.inside;

import org.jspecify.annotations.NullMarked;
