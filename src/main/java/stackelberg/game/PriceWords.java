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
        return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    /** The messages of a profile, for instance "messages 1, 2"; empty if there is only one. */
    static String messages(SequentialPriceGame game, int profile) {
        if (game.messages() == 1) {
            return "";
        }
        String[] sent = new String[game.followers()];
        int rest = profile;
        for (int buyer = sent.length - 1; buyer >= 0; buyer--) {
            sent[buyer] = Integer.toString(rest % game.messages() + 1);
            rest /= game.messages();
        }
        return (sent.length == 1 ? "message " : "messages ") + String.join(", ", sent);
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
                int item = states.of(state, buyer) - 2;
                parts.add(game.followerName(buyer) + (item < 0 ? " passed" : took(game, item)));
            }
        }
        return parts.isEmpty() ? "at first" : String.join("; ", parts);
    }

    private static String took(SequentialPriceGame game, int item) {
        return game.items() == 1 ? " bought" : " took item " + (item + 1);
    }

    /** A leader action, for instance "a visit to buyer 1 at the price 0.25". */
    static String visit(SequentialPriceGame game, int state, double[] meaning) {
        List<String> prices = new ArrayList<>();
        for (int item = 0; item < game.items(); item++) {
            if ((game.states().left(state) >> item & 1) != 0) {
                String price = number(meaning[game.followers() + item]);
                prices.add(game.items() == 1 ? price : price + " for item " + (item + 1));
            }
        }
        int buyer = 0;
        while (meaning[buyer] != 1) {
            buyer++;
        }
        return "a visit to "
                + game.followerName(buyer)
                + (prices.size() == 1 ? " at the price " : " at the prices ")
                + String.join(", ", prices);
    }

    /** What a visit came to. */
    static String told(SequentialPriceGame game, int buyer, int type, int item, double utility) {
        String who = "The " + game.followerName(buyer) + " (" + game.typeName(buyer, type) + ")";
        if (item < 0) {
            return who + " does not buy.";
        }
        String what = game.items() == 1 ? "the item" : "item " + (item + 1);
        return who + " buys " + what + " and is left with a utility of " + number(utility) + ".";
    }

    /** What the whole play came to. */
    static String loss(double allocated, double efficient) {
        return "The allocation is worth "
                + number(allocated)
                + " of the efficient "
                + number(efficient)
                + ": a loss of "
                + number(efficient - allocated)
                + ".";
    }
}
