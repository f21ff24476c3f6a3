/** Where the program opens: sample scenarios, recent files, new scenarios. */
@NullMarked
package stackelberg.workbench.gallery;

import org.jspecify.annotations.NullMarked;
