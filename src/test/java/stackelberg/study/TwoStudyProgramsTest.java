package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.ChildProgram;

/** Two programs at one study share its jobs: each is trained once, and both tell the same. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoStudyProgramsTest {
    private static final String STUDY = "sample-scenarios/study-simple-allocation-ablation.json";

    @TempDir private Path temporary;

    private static ChildProgram study(Path out) throws Exception {
        return ChildProgram.start(
                "study", STUDY, "--seed", "1-3", "--steps", "2000", "--out", out.toString());
    }

    @Test
    void everyJobIsTrainedOnceAndTheTablesAreThoseOfOneProgram() throws Exception {
        Path alone = temporary.resolve("alone");
        Path shared = temporary.resolve("shared");
        try (ChildProgram one = study(shared);
                ChildProgram other = study(shared);
                ChildProgram single = study(alone)) {
            for (ChildProgram program : List.of(one, other, single)) {
                assertThat(program.code()).as(program.said()).isZero();
            }
        }
        try (Stream<Path> files = Files.walk(shared)) {
            List<Path> events = files.filter(file -> file.endsWith("events.csv")).toList();
            assertThat(events).hasSizeGreaterThan(10);
            for (Path each : events) {
                assertThat(Files.readAllLines(each))
                        .as(each.toString())
                        .filteredOn(line -> line.contains(",started,"))
                        .hasSize(1);
            }
        }
        for (String file : List.of("table.csv", "study.json")) {
            assertThat(shared.resolve(file)).hasSameBinaryContentAs(alone.resolve(file));
        }
    }
}
