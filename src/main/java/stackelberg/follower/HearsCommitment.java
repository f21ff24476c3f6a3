package stackelberg.follower;

/**
 * A seat that responds to the game which the leader's commitment induces, as far as its plays have
 * shown that game.
 */
public interface HearsCommitment extends Seat {
    /**
     * Thinks again, knowing the game and how the others act now.
     *
     * @param known the induced game, as far as it has been played
     * @param all how each follower acts now, this one too
     * @return by how much its strategy is still from where it is going: the largest difference of a
     *     probability; 0 once it would not change any more
     */
    double revise(KnownGame known, KnownGame.Strategies all);
}
