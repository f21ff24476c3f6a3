package stackelberg.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import stackelberg.game.BaseGame;

/** Finds the exact answer to a leader's problem by the first method that fits the game. */
public final class Oracle {
    private Oracle() {}

    private static ServiceLoader<ExactMethod> methods() {
        return ServiceLoader.load(ExactMethod.class, ExactMethod.class.getClassLoader());
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
        for (ExactMethod method : methods()) {
            Optional<String> obstacle = method.obstacle(game);
            if (obstacle.isEmpty()) {
                return method.solve(game, progress);
            }
            obstacles.add(method.name() + ": " + obstacle.get());
        }
        return Answer.between(
                Double.NaN,
                Double.NaN,
                "No exact method fits this game (" + String.join("; ", obstacles) + ").");
    }
}
