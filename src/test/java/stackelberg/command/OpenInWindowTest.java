package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files without a command open the window, as a file manager would have it. */
class OpenInWindowTest {
    private static final String ESCAPE = "sample-scenarios/escape.json";
    private static final String TAXATION = "sample-scenarios/taxation.json";

    @TempDir private Path folder;

    private final List<List<Path>> opened = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineProgram.run(
                opened::add,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                arguments);
    }

    @Test
    void filesAreOpened() {
        assertThat(run(ESCAPE, TAXATION)).isZero();
        assertThat(opened).containsExactly(List.of(Path.of(ESCAPE), Path.of(TAXATION)));
    }

    @Test
    void aFolderOfPluginsAloneOpensTheWindow() {
        assertThat(run("--plugins", folder.toString())).isZero();
        assertThat(opened).containsExactly(List.of());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(run("gone.json")).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no file gone.json to open.");
        assertThat(opened).isEmpty();
    }

    @Test
    void aMisspelledCommandIsNoFile() {
        assertThat(run("trian", ESCAPE)).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean").contains("train");
        assertThat(opened).isEmpty();
    }
}
