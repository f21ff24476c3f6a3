package stackelberg.follower;

import java.util.function.DoubleConsumer;
import stackelberg.game.BaseGame;

/**
 * A follower model whose seats act by something that is trained before a run. Training depends on
 * the model and the game alone: it gives the same bits whenever and wherever it is done.
 */
public interface TrainedBeforehand extends FollowerModel {
    /** Whether what is trained for one follower serves all of them. */
    default boolean servesAll() {
        return false;
    }

    /**
     * Trains for a follower of a game.
     *
     * @param progress told many times a second which share of the work is done, from 0 to 1; what
     *     it throws ends the training
     */
    Artefact train(BaseGame game, int follower, DoubleConsumer progress);

    /** A fresh seat that acts by what was trained for it. */
    Seat seat(BaseGame game, int follower, Artefact artefact);

    /** The same, trained at once. */
    @Override
    default Seat seat(BaseGame game, int follower) {
        return seat(game, follower, train(game, follower, share -> {}));
    }
}
