package stackelberg.follower;

/** A seat that responds to what the leader says it would do. */
public interface HearsAnswers extends Seat {
    /**
     * The leader was asked at each of its observations.
     *
     * @param answers {@code [leader observation]}: its action, as handed to {@link
     *     stackelberg.game.Play#leaderActs}
     */
    void hear(double[][] answers);
}
