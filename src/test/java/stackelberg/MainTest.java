package stackelberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Starts the program as a person would, in a process of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MainTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayItSaysSoInOneLine() throws Exception {
        Finished program = start(Map.of(), List.of());
        assertThat(program.exitCode()).isZero();
        assertThat(program.lines())
                .singleElement()
                .asString()
                .startsWith("No display here")
                .contains("java -jar target/stackelberg-workbench.jar train", "mvn verify");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatDoesNotAnswerIsSaidInOneLine() throws Exception {
        Finished program = start(Map.of("DISPLAY", ":9876"), List.of());
        assertThat(program.exitCode()).isZero();
        assertThat(program.lines())
                .singleElement()
                .asString()
                .startsWith("The display :9876 does not answer");
    }

    @Test
    void theCommandLineLoadsNoJavaFx() throws Exception {
        Finished program = start(Map.of(), List.of("-Xlog:class+load"), "--help");
        assertThat(program.exitCode()).isZero();
        assertThat(program.lines()).anyMatch(line -> line.contains("picocli.CommandLine"));
        assertThat(program.lines()).noneMatch(line -> line.contains("javafx."));
    }

    private record Finished(int exitCode, List<String> lines) {}

    private static Finished start(
            Map<String, String> display, List<String> jvmOptions, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(
                        List.of(
                                "DISPLAY",
                                "WAYLAND_DISPLAY",
                                // The JVM announces these on its error stream.
                                "JAVA_TOOL_OPTIONS",
                                "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(display);
        Process process = builder.start();
        try {
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Finished(process.exitValue(), output.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }
}
