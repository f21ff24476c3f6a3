package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class SlurmScriptTest {
    @TempDir Path folder;

    private final SlurmScript script = new SlurmScript(Path.of("/data/my study's"), 100, 2);

    @Test
    void itAsksForAnArrayThatIsThrottledRequeuedAndWarned() {
        String text = script.text(Path.of("/opt/java"), Path.of("/opt/a jar.jar"));
        assertThat(text)
                .contains("#SBATCH --array=0-99%64")
                .contains("#SBATCH --cpus-per-task=2")
                .contains("#SBATCH --requeue")
                .contains("#SBATCH --signal=B:TERM@60")
                .contains("STUDY='/data/my study'\\''s'")
                .contains("--part \"$SLURM_ARRAY_TASK_ID/100\"")
                .contains("${STACKELBERG_JAR:-'/opt/a jar.jar'}");
    }

    @Test
    void aShellTakesIt() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("study.slurm"),
                        script.text(Path.of("/opt/java"), Path.of("/opt/a.jar")));
        Process shell = new ProcessBuilder("bash", "-n", file.toString()).start();
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
    }

    @Test
    void classesAreNoJar() {
        assertThatThrownBy(() -> new SlurmScript(folder, 1, 1).write())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mvn package");
    }

    @Test
    void aPartIsOneOfSeveral() throws Exception {
        Part.Converter converter = new Part.Converter();
        assertThat(converter.convert("3/8")).isEqualTo(new Part(3, 8));
        for (String wrong : new String[] {"8/8", "3", "-1/8", "a/b", "0/0"}) {
            assertThatThrownBy(() -> converter.convert(wrong))
                    .isInstanceOf(TypeConversionException.class);
        }
    }
}
