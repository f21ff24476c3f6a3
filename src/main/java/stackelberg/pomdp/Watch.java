package stackelberg.pomdp;

/** Whoever accompanies a run: asked before every play, told after every outer episode. */
public interface Watch {
    /** Accompanies without doing anything. */
    Watch NONE =
            new Watch() {
                @Override
                public void play() {}

                @Override
                public void outerEpisode(double reward) {}
            };

    /**
     * Before every play. May block to pause or slow the run.
     *
     * @throws java.util.concurrent.CancellationException to stop it
     */
    void play();

    /** After every outer episode, with the leader's reward in it. */
    void outerEpisode(double reward);
}
