package stackelberg.game;

import java.util.ArrayList;
import java.util.List;
import stackelberg.game.MechanismTree.Arm;

/** A sequential price mechanism as a tree: whom it visits at which price, and what then. */
final class PriceTree {
    private final SequentialPriceGame game;
    private final double[][] mechanism;

    private PriceTree(SequentialPriceGame game, double[][] mechanism) {
        this.game = game;
        this.mechanism = mechanism;
    }

    /**
     * The tree.
     *
     * @param mechanism {@code [leader observation][meaning]}; empty where it never leads
     */
    static MechanismTree of(SequentialPriceGame game, double[][] mechanism) {
        PriceTree tree = new PriceTree(game, mechanism);
        int profiles = mechanism.length / game.states().live();
        if (profiles == 1) {
            return tree.from(0, 0);
        }
        List<Arm> arms = new ArrayList<>();
        for (int profile = 0; profile < profiles; profile++) {
            if (mechanism[game.observation(profile, 0)].length > 0) {
                arms.add(new Arm(PriceWords.sent(game, profile), tree.from(profile, 0)));
            }
        }
        return new MechanismTree("messages", arms);
    }

    private MechanismTree from(int profile, int state) {
        double[] meaning = mechanism[game.observation(profile, state)];
        if (meaning.length == 0) {
            return MechanismTree.end("never");
        }
        int visited = PriceWords.visited(meaning);
        String visit = game.followerName(visited) + ": " + PriceWords.prices(game, state, meaning);
        List<Arm> arms = new ArrayList<>();
        for (int outcome = PriceStates.NOTHING; outcome < game.items() + 2; outcome++) {
            boolean nothing = outcome == PriceStates.NOTHING;
            if (!nothing && (game.states().left(state) >> (outcome - 2) & 1) == 0) {
                continue;
            }
            int next = game.states().after(state, visited, outcome);
            boolean led = next >= 0 && mechanism[game.observation(profile, next)].length > 0;
            if (led) {
                arms.add(new Arm(words(outcome), from(profile, next)));
            } else if (next < 0 && nothing) {
                arms.add(new Arm(words(outcome), MechanismTree.end("not sold")));
            }
        }
        return new MechanismTree(visit, arms);
    }

    private String words(int outcome) {
        if (outcome == PriceStates.NOTHING) {
            return "declines";
        }
        return game.items() == 1 ? "buys" : "buys item " + (outcome - 1);
    }
}
