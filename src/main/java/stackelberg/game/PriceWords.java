package stackelberg.game;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happens in a sequential price mechanism, in words. */
final class PriceWords {
    private PriceWords() {}

    static String number(double value) {
        return written(value, "0.####");
    }

    /** A number so precise that a sum that is not 1 does not look like 1. */
    static String precise(double value) {
        return written(value, "0.##########");
    }

    private static String written(double value, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    /** The messages of a profile, for instance "1, 2"; empty if there is only one. */
    static String sent(SequentialPriceGame game, int profile) {
        if (game.messages() == 1) {
            return "";
        }
        String[] sent = new String[game.followers()];
        int rest = profile;
        for (int buyer = sent.length - 1; buyer >= 0; buyer--) {
            sent[buyer] = Integer.toString(rest % game.messages() + 1);
            rest /= game.messages();
        }
        return String.join(", ", sent);
    }

    /** The same, for instance "messages 1, 2". */
    static String messages(SequentialPriceGame game, int profile) {
        String sent = sent(game, profile);
        return sent.isEmpty() ? "" : (game.followers() == 1 ? "message " : "messages ") + sent;
    }

    /** An observation, for instance "messages 1, 2; buyer 1 took item 2". */
    static String observation(SequentialPriceGame game, int observation) {
        PriceStates states = game.states();
        int state = observation % states.live();
        List<String> parts = new ArrayList<>();
        if (game.messages() > 1) {
            parts.add(messages(game, observation / states.live()));
        }
        for (int buyer = 0; buyer < game.followers(); buyer++) {
            if (!states.unvisited(state, buyer)) {
                parts.add(game.followerName(buyer) + " " + outcome(game, states.of(state, buyer)));
            }
        }
        return parts.isEmpty() ? "at first" : String.join("; ", parts);
    }

    /** What a buyer did on a visit: "passed", "bought" or "took item 2". */
    static String outcome(SequentialPriceGame game, int outcome) {
        if (outcome == PriceStates.NOTHING) {
            return "passed";
        }
        return game.items() == 1 ? "bought" : "took item " + (outcome - 1);
    }

    /** The buyer that an action of this meaning visits. */
    static int visited(double[] meaning) {
        int buyer = 0;
        while (meaning[buyer] != 1) {
            buyer++;
        }
        return buyer;
    }

    /** The prices of all items, a dash for those sold out: "0.25" or "0.3 / –". */
    static String prices(SequentialPriceGame game, int state, double[] meaning) {
        List<String> prices = new ArrayList<>();
        for (int item = 0; item < game.items(); item++) {
            boolean left = (game.states().left(state) >> item & 1) != 0;
            prices.add(left ? number(meaning[game.followers() + item]) : "–");
        }
        return String.join(" / ", prices);
    }

    /** A leader action, for instance "a visit to buyer 1 at the price 0.25". */
    static String visit(SequentialPriceGame game, int state, double[] meaning) {
        List<String> prices = itemPrices(game, state, meaning);
        return "a visit to "
                + game.followerName(visited(meaning))
                + (prices.size() == 1 ? " at the price " : " at the prices ")
                + String.join(", ", prices);
    }

    private static List<String> itemPrices(SequentialPriceGame game, int state, double[] meaning) {
        List<String> prices = new ArrayList<>();
        for (int item = 0; item < game.items(); item++) {
            if ((game.states().left(state) >> item & 1) != 0) {
                String price = number(meaning[game.followers() + item]);
                prices.add(game.items() == 1 ? price : price + " for item " + (item + 1));
            }
        }
        return prices;
    }

    /** A leader action, event by event: whom it visits, which price it posts. */
    static List<PlayEvent> chosen(SequentialPriceGame game, int observation, double[] meaning) {
        int state = observation % game.states().live();
        List<String> prices = itemPrices(game, state, meaning);
        return List.of(
                new PlayEvent(
                        "Visit",
                        "Knowing "
                                + (game.messages() == 1 && state == 0
                                        ? "nothing yet"
                                        : observation(game, observation))
                                + ", the leader visits "
                                + game.followerName(visited(meaning))
                                + "."),
                new PlayEvent(
                        prices.size() == 1 ? "Price" : "Prices",
                        "It asks " + String.join(" and ", prices) + "."));
    }

    /** What a visit came to. */
    static List<PlayEvent> bought(
            SequentialPriceGame game, int buyer, int type, int item, double price) {
        String who = "Buyer " + (buyer + 1);
        if (item < 0) {
            return List.of(
                    new PlayEvent(
                            "Does not buy",
                            who + " (" + game.typeName(buyer, type) + ") does not buy."),
                    new PlayEvent("Utility", who + " is left with 0."));
        }
        String what = game.items() == 1 ? "the item" : "item " + (item + 1);
        double value = game.value(buyer, type, item);
        return List.of(
                new PlayEvent(
                        "Buys", who + " values " + what + " at " + number(value) + " and buys it."),
                new PlayEvent(
                        "Utility",
                        who
                                + " is left with "
                                + number(value)
                                + " − "
                                + number(price)
                                + " = "
                                + number(value - price)
                                + "."));
    }

    /** What the whole play came to. */
    static PlayEvent loss(double allocated, double efficient) {
        return new PlayEvent(
                "Loss",
                "The allocation is worth "
                        + number(allocated)
                        + " of the efficient "
                        + number(efficient)
                        + ": a loss of "
                        + number(efficient - allocated)
                        + ".");
    }
}
