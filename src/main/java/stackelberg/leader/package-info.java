/** How the leader learns its commitment inside the Stackelberg POMDP. One learner a file. */
@NullMarked
package stackelberg.leader;

import org.jspecify.annotations.NullMarked;
