package stackelberg.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.game.GameFamily;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Oracle;

/** The exact answer to each game, computed once in the life of the program. */
public final class ExactAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ExactAnswers.class);
    private static final Map<GameFamily, Answer> KNOWN = new ConcurrentHashMap<>();

    private ExactAnswers() {}

    /** The exact answer; the first call for a game may take long. */
    public static Answer of(GameFamily game) {
        return KNOWN.computeIfAbsent(game, g -> Oracle.solve(g.assemble()));
    }

    /** The same; a method that fails must not take what was learned with it. */
    static Answer orNone(GameFamily game) {
        try {
            return of(game);
        } catch (RuntimeException e) {
            LOG.warn("the exact answer cannot be found", e);
            return Answer.between(Double.NaN, Double.NaN, "The exact method failed: " + e);
        }
    }
}
