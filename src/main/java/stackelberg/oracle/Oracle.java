package stackelberg.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Services;

/**
 * Finds the best answer to a leader's problem that any method which fits the game has: the first
 * exact one, else the closest bounds. A method that fails is left out, and said to have failed.
 */
public final class Oracle {
    private static final Logger LOG = LoggerFactory.getLogger(Oracle.class);

    private Oracle() {}

    private static List<ExactMethod> methods() {
        return Services.of(ExactMethod.class);
    }

    /** The bounds that leave less open; the first if they leave as much open. */
    private static Answer better(@Nullable Answer one, Answer other) {
        return one == null || open(other) < open(one) ? other : one;
    }

    private static double open(Answer bounds) {
        double open = bounds.upper() - bounds.lower();
        return Double.isNaN(open) ? Double.POSITIVE_INFINITY : open;
    }

    /**
     * The exact answer for followers at an equilibrium of the subgame that the leader induces, ties
     * broken in the leader's favour; or bounds; or, if no method fits, NaN and the reasons.
     */
    public static Answer solve(BaseGame game) {
        return solve(game, Progress.NONE);
    }

    /** The same, telling {@code progress}, which may cancel it. */
    public static Answer solve(BaseGame game, Progress progress) {
        List<String> obstacles = new ArrayList<>();
        Answer bounds = null;
        for (ExactMethod method : methods()) {
            try {
                Optional<String> obstacle = method.obstacle(game);
                if (obstacle.isPresent()) {
                    obstacles.add(method.name() + ": " + obstacle.get());
                    continue;
                }
                Answer answer = method.solve(game, progress);
                if (answer.exact()) {
                    return answer;
                }
                bounds = better(bounds, answer);
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} failed", method.getClass().getName(), e);
                obstacles.add(method.getClass().getName() + " failed: " + e);
            }
        }
        if (bounds != null) {
            return bounds;
        }
        return Answer.between(
                Double.NaN,
                Double.NaN,
                "No exact method fits this game (" + String.join("; ", obstacles) + ").");
    }
}
