package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;

/** What may be asked of the memory of followers that learn from their own plays. */
final class Memory {
    private Memory() {}

    /** Whether what a follower does depends on more than its type: it observes, or remembers. */
    static boolean matters(int plays, BaseGame game) {
        return game.followersObserve() || plays > 0;
    }

    /** The usual memory: none where followers see within a play what was done, else one play. */
    static int usual(BaseGame game) {
        return game.followersObserve() ? 0 : 1;
    }

    /** Reports a memory where followers act several times a play. */
    static boolean fits(int plays, BaseGame game, int follower, Faults faults) {
        boolean fits = plays == 0 || game.followerObservations(follower) == 1;
        if (!fits) {
            faults.add(
                    "the followers of this game act several times a play, and see within the play"
                            + " what was done",
                    "Choose 0");
        }
        return fits;
    }

    /** The same, and a memory of more histories than can be told apart without a table. */
    static void check(int plays, BaseGame game, int follower, Faults faults) {
        if (!fits(plays, game, follower, faults)) {
            return;
        }
        try {
            Outlook.histories(game, plays);
        } catch (ArithmeticException e) {
            faults.add(
                    "there are more than 2^63 histories of so many plays",
                    "Remember fewer plays, or give the game fewer actions");
        }
    }
}
