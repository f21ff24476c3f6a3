package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;

/** What may be asked of the memory of followers that have no table to fill. */
final class Memory {
    private Memory() {}

    /** Reports a memory of so many plays where there is none to be had. */
    static void check(int plays, BaseGame game, int follower, Faults faults) {
        if (plays > 0 && game.followerObservations(follower) > 1) {
            faults.add(
                    "the followers of this game act several times a play, and see within the play"
                            + " what was done",
                    "Choose 0");
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
