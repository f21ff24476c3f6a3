/**
 * How the followers respond: policy-interactive (PI) response algorithms (Brero et al. 2024, Def.
 * 3.1), one file each.
 */
@NullMarked
package stackelberg.follower;

import org.jspecify.annotations.NullMarked;
