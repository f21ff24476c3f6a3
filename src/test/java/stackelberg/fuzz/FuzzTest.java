package stackelberg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.scenario.ScenarioFile;
import stackelberg.study.StudyFile;

/** A little of the fuzzer, without what depends on how fast a machine is. */
class FuzzTest {
    private static final Path SAMPLES = Path.of("sample-scenarios");
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @TempDir private Path scratch;

    @Test
    void damagedTextsAndArgumentsAreAnsweredInWords() throws Throwable {
        Texts texts = new Texts(SAMPLES, scratch);
        for (Strike strike :
                new Strike[] {
                    texts::scenario,
                    texts::table,
                    texts::study,
                    texts::gambit,
                    new Arguments()::once
                }) {
            for (int k = 0; k < 200; k++) {
                strike.once(new SplittableRandom(k), text -> {});
            }
        }
    }

    /** What the fuzzer has found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"Text\"} 5",
                "{\"title\": -Infinity}",
                "{\"title\": NaN, \"base\": {}}",
                "{\"title\": \"Text\", \"title\": 1}"
            })
    void studiesThatOnceWereAnsweredInForeignWords(String text) {
        assertThat(StudyFile.read(text, null).faults())
                .isNotEmpty()
                .allSatisfy(fault -> Strike.plain(fault.toString()));
    }

    /** What is said may quote the file, whose title tells of attackers who make mistakes. */
    @Test
    void aFilesOwnWordsAreNotForeign() {
        String text = "{\"title\": \"Attackers who make mistakes\", mistakes\"}";
        assertThat(ScenarioFile.read(text).faults())
                .singleElement()
                .satisfies(fault -> Strike.plain(fault.problem()))
                .asString()
                .contains("mistakes");
    }

    @Test
    void aDamagedRunIsRefusedOrComesToTheSameBytes() throws Exception {
        RunFolders folders = new RunFolders(SAMPLES, scratch);
        for (int k = 0; k < 60; k++) {
            folders.once(new SplittableRandom(k), text -> {});
        }
        assertThat(scratch.resolve("damaged")).exists();
    }

    @Test
    void commandsThatAreRightEndWell() throws Exception {
        Commands commands = new Commands(SAMPLES, scratch);
        for (int k = 0; k < 16; k++) {
            commands.once(new SplittableRandom(k), text -> {});
        }
    }

    /** Each ends as soon as it was told of. */
    @Test
    @Timeout(60)
    void whatHangsIsToldOfWhileItDoes() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Strike busy =
                (random, input) -> {
                    input.accept("a loop without end");
                    while (told.size() == 0) {
                        Thread.onSpinWait();
                    }
                };
        Strike waiting =
                (random, input) -> {
                    input.accept("a wait without end");
                    while (told.size() == 0) {
                        Thread.sleep(10);
                    }
                };
        for (Strike strike : List.of(busy, waiting)) {
            told.reset();
            assertThat(planted(strike, told).run(7, 3, 1, SLOW_NANOS))
                    .singleElement()
                    .asString()
                    .startsWith("seed 7, input 3, planted: ")
                    .contains(strike == busy ? "uses the processor" : "only waits", "FuzzTest");
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("without end");
        }
    }

    @Test
    void whatNeedsTooMuchMemoryOrFailsIsToldOfAndWhatIsWellIsNot() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Strike large =
                (random, input) -> {
                    throw new OutOfMemoryError("Java heap space");
                };
        assertThat(planted(large, told).run(1, 0, 3, SLOW_NANOS))
                .hasSize(3)
                .allMatch(words -> words.contains("OutOfMemoryError: Java heap space at stackel"));
        assertThatThrownBy(() -> Strike.plain("There is not enough memory for this scenario"))
                .isInstanceOf(AssertionError.class);
        assertThat(planted((random, input) -> {}, told).run(1, 0, 100, SLOW_NANOS)).isEmpty();
    }

    private static Fuzz planted(Strike strike, ByteArrayOutputStream told) {
        return new Fuzz(
                List.of(new Fuzz.Kind("planted", 1, strike)),
                new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
