package stackelberg.leader;

import java.util.random.RandomGenerator;

/** How a learner draws the leader's action at an observation while it explores. */
interface Explorer {
    /** The length of a drawn action. */
    int actionLength();

    /** What is learned has changed since the last draw. */
    void beginRollout();

    /** A new outer episode draws from {@code stream}. */
    void beginEpisode(RandomGenerator stream);

    /**
     * Draws the action at an observation; asked once per observation and outer episode.
     *
     * @param drawn filled with the action in the learner's terms
     * @return ln of the probability (density) with which it was drawn; 0 if there was no choice
     */
    double draw(int observation, double[] drawn);

    /** What the game is handed for an action in the learner's terms. */
    void toGame(double[] drawn, double[] action);
}
