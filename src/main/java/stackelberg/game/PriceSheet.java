package stackelberg.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import stackelberg.game.MechanismSheet.Cell;

/**
 * A sequential price mechanism as a table: for each message profile whom the leader visits first
 * and at which price, whom it visits then. Where what a buyer does decides how it goes on, a row
 * branches into several, and a cell says after what. The stronger the colour, the higher the mean
 * price.
 */
final class PriceSheet {
    private final SequentialPriceGame game;
    private final double[][] mechanism;

    /** Whether the first purchase ends it: then only one thing can have come before a visit. */
    private final boolean single;

    private final List<MechanismSheet.Row> rows = new ArrayList<>();

    private PriceSheet(SequentialPriceGame game, double[][] mechanism) {
        this.game = game;
        this.mechanism = mechanism;
        this.single = game.items() == 1 && game.units(0) == 1;
    }

    /**
     * The table.
     *
     * @param mechanism {@code [leader observation][meaning]}; empty where it never leads
     */
    static MechanismSheet of(SequentialPriceGame game, double[][] mechanism) {
        PriceSheet sheet = new PriceSheet(game, mechanism);
        int profiles = mechanism.length / game.states().live();
        for (int profile = 0; profile < profiles; profile++) {
            sheet.addFrom(profile, 0, List.of(), "");
        }
        int rounds = sheet.rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        List<String> columns =
                IntStream.range(0, rounds)
                        .mapToObj(
                                round -> round == 0 ? "first" : sheet.single ? "if unsold" : "then")
                        .toList();
        return new MechanismSheet(
                game.messages() > 1 ? "messages" : "", columns, List.copyOf(sheet.rows));
    }

    /**
     * The rows of everything that a state can lead to.
     *
     * @param before the cells of the visits before
     * @param after what the last visit came to, if it could have come to something else
     */
    private void addFrom(int profile, int state, List<Cell> before, String after) {
        double[] meaning = mechanism[game.observation(profile, state)];
        if (meaning.length == 0) {
            return;
        }
        List<Cell> cells = new ArrayList<>(before);
        cells.add(cell(state, meaning, after));
        int visited = PriceWords.visited(meaning);
        List<Integer> outcomes = new ArrayList<>();
        for (int outcome = PriceStates.NOTHING; outcome < game.items() + 2; outcome++) {
            int next = game.states().after(state, visited, outcome);
            if (next >= 0 && mechanism[game.observation(profile, next)].length > 0) {
                outcomes.add(outcome);
            }
        }
        if (outcomes.isEmpty()) {
            rows.add(new MechanismSheet.Row(name(profile), List.copyOf(cells)));
        }
        for (int outcome : outcomes) {
            boolean first = outcome == outcomes.get(0);
            addFrom(
                    profile,
                    game.states().after(state, visited, outcome),
                    first ? cells : Collections.nCopies(cells.size(), Cell.EMPTY),
                    single ? "" : PriceWords.outcome(game, outcome));
        }
    }

    /** The row's name, once for all the rows of a message profile. */
    private String name(int profile) {
        String name = PriceWords.sent(game, profile);
        boolean again = rows.stream().anyMatch(row -> row.name().equals(name));
        return again ? "" : name;
    }

    private Cell cell(int state, double[] meaning, String after) {
        String visit =
                game.followerName(PriceWords.visited(meaning))
                        + ": "
                        + PriceWords.prices(game, state, meaning);
        double sum = 0;
        int left = game.states().left(state);
        for (int item = 0; item < game.items(); item++) {
            sum += (left >> item & 1) != 0 ? meaning[game.followers() + item] : 0;
        }
        return new Cell(
                after.isEmpty() ? visit : after + " →\n" + visit, sum / Integer.bitCount(left));
    }
}
