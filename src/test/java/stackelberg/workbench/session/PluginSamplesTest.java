package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars from outside bring samples along. */
class PluginSamplesTest {
    @TempDir Path folder;

    @Test
    void theScenariosInAJarAreSamplesAndAJarThatCannotBeReadIsSaidSo() throws IOException {
        Path good = folder.resolve("good.jar");
        try (OutputStream file = Files.newOutputStream(good);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("sample-scenarios/escape.json"));
            out.write(Files.readAllBytes(Path.of("sample-scenarios/escape.json")));
            out.closeEntry();
        }
        Path empty = folder.resolve("empty.jar");
        try (OutputStream file = Files.newOutputStream(empty);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("nothing"));
            out.closeEntry();
        }
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        List<SampleScenarios.Sample> found = SampleScenarios.inJars(List.of(good, empty, broken));
        assertThat(found).hasSize(2);
        assertThat(found.get(0).title()).isEqualTo("Escape");
        assertThat(found.get(1).scenario()).isNull();
        assertThat(found.get(1).problem()).isNotBlank();
    }
}
