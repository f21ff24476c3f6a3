/**
 * A run as a thing: a background thread that trains, commands to it, snapshots of it, its folder
 * and its checkpoints. Knows nothing of a window.
 */
@NullMarked
package stackelberg.engine;

import org.jspecify.annotations.NullMarked;
