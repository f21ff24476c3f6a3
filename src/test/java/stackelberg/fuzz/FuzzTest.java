package stackelberg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aDamagedRunIsRefusedOrComesToTheSameBytes() throws Exception {
        RunFolders folders = new RunFolders(SAMPLES, scratch);
        for (int k = 0; k < 60; k++) {
            folders.once(new SplittableRandom(k), new StringBuilder());
        }
        assertThat(scratch.resolve("damaged")).exists();
    }
}
