/**
 * The base games: finite-horizon partially observable Markov games between a leader and followers
 * with private types (Brero et al. 2024, Def. 2.1 to 2.3). One file a family.
 */
@NullMarked
package stackelberg.game;

import org.jspecify.annotations.NullMarked;
