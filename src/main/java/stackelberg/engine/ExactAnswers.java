package stackelberg.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Oracle;

/** The exact answer to each game, computed once in the life of the program. */
public final class ExactAnswers {
    private static final Map<GameFamily, Answer> KNOWN = new ConcurrentHashMap<>();

    private ExactAnswers() {}

    /** The exact answer; the first call for a game may take long. */
    public static Answer of(GameFamily game) {
        return KNOWN.computeIfAbsent(game, g -> Oracle.solve(g.assemble()));
    }
}
