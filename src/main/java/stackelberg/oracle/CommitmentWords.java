package stackelberg.oracle;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            return choice(game.meaningNames(), mechanism[0]);
        }
        List<String> parts = new ArrayList<>();
        for (int o = 0; o < mechanism.length; o++) {
            parts.add(
                    game.leaderObservationName(o)
                            + ": "
                            + choice(game.meaningNames(), mechanism[o]));
        }
        return String.join("; ", parts);
    }

    private static String choice(String[] names, double[] meaning) {
        DecimalFormat number =
                new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        List<String> parts = new ArrayList<>();
        for (int m = 0; m < meaning.length; m++) {
            if (meaning[m] == 1) {
                parts.add(names[m]);
            } else if (meaning[m] != 0) {
                parts.add(number.format(meaning[m]) + " " + names[m]);
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}
