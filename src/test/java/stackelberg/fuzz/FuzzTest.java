package stackelberg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.study.StudyFile;

/** A little of the fuzzer, without what depends on how fast a machine is. */
class FuzzTest {
    private static final Path SAMPLES = Path.of("sample-scenarios");

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
                strike.once(new SplittableRandom(k), new StringBuilder());
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

    @Test
    void aDamagedRunIsRefusedOrComesToTheSameBytes() throws Exception {
        RunFolders folders = new RunFolders(SAMPLES, scratch);
        for (int k = 0; k < 60; k++) {
            folders.once(new SplittableRandom(k), new StringBuilder());
        }
        assertThat(scratch.resolve("damaged")).exists();
    }
}
