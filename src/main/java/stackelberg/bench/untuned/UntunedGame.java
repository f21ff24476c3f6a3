package stackelberg.bench.untuned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stackelberg.game.GameFamily;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * A game that was drawn.
 *
 * @param number from 1 within its family
 * @param optimum NaN if it is not known
 */
public record UntunedGame(UntunedFamily family, int number, GameFamily game, double optimum) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What two of the models that a scenario can name are; null for whatever the program takes. */
    public record Models(@Nullable String leader, @Nullable String followers) {}

    /**
     * A scenario file that states the title and the game and nothing else, but for the types of
     * models that are to be tried.
     */
    public String json(Models models) {
        String title = "Untuned: " + family.word() + " " + number;
        Scenario defaults = new Scenario();
        Scenario whole =
                new Scenario(
                        title,
                        "",
                        game,
                        defaults.followers(),
                        defaults.leader(),
                        defaults.episode(),
                        defaults.budget(),
                        defaults.seeds());
        try {
            ObjectNode stated = (ObjectNode) JSON.readTree(ScenarioFile.write(whole));
            stated.retain(Set.of("title", "game"));
            if (models.leader() != null) {
                stated.putObject("leader").put("type", models.leader());
            }
            if (models.followers() != null) {
                stated.putArray("followers").addObject().put("type", models.followers());
            }
            return JSON.writeValueAsString(stated) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario is written as JSON", e);
        }
    }

    /** By how much a reward may miss the optimum. */
    public double tolerance() {
        return game.tolerance(optimum);
    }
}
