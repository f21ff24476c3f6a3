package stackelberg.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the prices of a sequential price mechanism develop while it is learned: for each message
 * profile, round and item the price as long as nobody has bought; NaN once nobody passes. With a
 * single unit that is all there is, since a purchase ends the play.
 */
final class PriceCurves {
    private PriceCurves() {}

    private static int profiles(SequentialPriceGame game) {
        return game.leaderObservations() / game.states().live();
    }

    static List<String> names(SequentialPriceGame game) {
        List<String> names = new ArrayList<>();
        for (int profile = 0; profile < profiles(game); profile++) {
            String sent = PriceWords.sent(game, profile);
            for (int round = 1; round <= game.followers(); round++) {
                String when = (sent.isEmpty() ? "" : sent + " → ") + "round " + round;
                for (int item = 0; item < game.items(); item++) {
                    names.add(game.items() == 1 ? when : when + ", item " + (item + 1));
                }
            }
        }
        return names;
    }

    static double[] of(SequentialPriceGame game, double[][] mechanism) {
        int buyers = game.followers();
        int items = game.items();
        double[] prices = new double[profiles(game) * buyers * items];
        Arrays.fill(prices, Double.NaN);
        for (int profile = 0; profile < profiles(game); profile++) {
            int state = 0;
            for (int round = 0; round < buyers; round++) {
                double[] meaning = mechanism[game.observation(profile, state)];
                if (meaning.length == 0) {
                    break;
                }
                int at = (profile * buyers + round) * items;
                System.arraycopy(meaning, buyers, prices, at, items);
                int visited = PriceWords.visited(meaning);
                state = game.states().after(state, visited, PriceStates.NOTHING);
            }
        }
        return prices;
    }
}
