package stackelberg.follower;

import java.util.random.RandomGenerator;
import stackelberg.game.StageGame;

/** A response algorithm that can make its plays on a tabulated game, with the same bits. */
public interface StageResponse extends ResponseAlgorithm {
    /**
     * Makes plays between which no one needs to see anything, until {@code most} are made or the
     * response is settled.
     *
     * @return how many plays were made
     */
    int play(StageGame stage, RandomGenerator random, int most);
}
