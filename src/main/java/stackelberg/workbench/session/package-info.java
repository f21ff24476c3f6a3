/**
 * What the window remembers, without any toolkit: the scenario being edited with its history, the
 * experiments and the queue of their runs, files and folders. Everything here is tested without a
 * window and used from one thread, the window's, unless its class says otherwise.
 */
@NullMarked
package stackelberg.workbench.session;

import org.jspecify.annotations.NullMarked;
