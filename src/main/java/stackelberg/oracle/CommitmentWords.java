package stackelberg.oracle;

import java.util.ArrayList;
import java.util.List;
import stackelberg.game.BaseGame;

/**
 * A commitment as a sentence: "row 3", "0.25 row 1, 0.75 row 2", or for each leader observation
 * "message 1: item 1; message 2: item 2".
 */
final class CommitmentWords {
    private CommitmentWords() {}

    /**
     * The sentence.
     *
     * @param mechanism {@code [leader observation][meaning]}
     */
    static String of(BaseGame game, double[][] mechanism) {
        if (mechanism.length == 1) {
            return game.leaderActionName(0, mechanism[0]);
        }
        List<String> parts = new ArrayList<>();
        for (int o = 0; o < mechanism.length; o++) {
            if (mechanism[o].length == 0) {
                continue;
            }
            parts.add(
                    game.leaderObservationName(o) + ": " + game.leaderActionName(o, mechanism[o]));
        }
        return String.join("; ", parts);
    }
}
