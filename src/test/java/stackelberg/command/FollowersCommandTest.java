package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowersCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineProgram.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void everyCellIsAResultOrAReason() throws IOException {
        int code =
                run(
                        "followers",
                        "sample-scenarios/escape.json",
                        "sample-scenarios/iterated-coordination.json",
                        "--model",
                        "best-response,logit",
                        "--json");
        assertThat(code).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(4);
        JsonNode best = new ObjectMapper().readTree(lines.get(0));
        assertThat(best.get("leaderReward").asDouble()).isEqualTo(1);
        assertThat(best.get("stopped").asBoolean()).isFalse();
        JsonNode logit = new ObjectMapper().readTree(lines.get(1));
        // Row 3 pays the follower 0, 0 and 30 of 30; λ is 5 over the range of payoffs.
        double expected = 1 / (1 + Math.exp(-5 * 1.0) + Math.exp(-5 * 1.0));
        assertThat(logit.get("leaderReward").asDouble())
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-9));
        for (String line : lines.subList(2, 4)) {
            assertThat(new ObjectMapper().readTree(line).get("obstacle").asText())
                    .contains("acts on what it observes");
        }
    }

    @Test
    void aModelThatThereIsNotIsAFault() {
        assertThat(run("followers", "sample-scenarios/escape.json", "--model", "lgoit"))
                .isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("\"lgoit\"").contains("logit");
    }
}
