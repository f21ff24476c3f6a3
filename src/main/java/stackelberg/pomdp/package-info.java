/**
 * The Stackelberg POMDP (Brero et al. 2024, Sec. 4): the leader's problem as one single-agent
 * episode of a response phase and a reward phase, what its critic sees, and how a policy is valued.
 */
@NullMarked
package stackelberg.pomdp;

import org.jspecify.annotations.NullMarked;
