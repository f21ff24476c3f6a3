package stackelberg.game;

/** The loop that every complete play goes through. */
public final class Plays {
    private Plays() {}

    /** Whoever acts in a play. */
    public interface Sides {
        /** The leader's action on its turn. */
        double[] leads(Play play);

        /** The followers' joint action on their turn. */
        int[] follow(Play play);
    }

    /** Plays from the beginning to the end. */
    public static void run(Play play, int[] types, Sides sides) {
        play.begin(types);
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.FOLLOWERS) {
                play.followersAct(sides.follow(play));
            } else {
                play.leaderActs(sides.leads(play));
            }
        }
    }

    /** A leader that keeps to its commitment and followers that do the same at every turn. */
    public static void run(Play play, int[] types, int[] actions, LeaderPolicy policy) {
        run(
                play,
                types,
                new Sides() {
                    @Override
                    public double[] leads(Play at) {
                        return policy.act(at.leaderObservation());
                    }

                    @Override
                    public int[] follow(Play at) {
                        return actions;
                    }
                });
    }
}
