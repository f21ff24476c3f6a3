package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.ChildProgram;

/** A jar from outside that is at fault harms nothing else, in a program of its own. */
class PluginsTest {
    private static final String FOLLOWERS = "META-INF/services/stackelberg.follower.FollowerModel";

    @Test
    void badRegistrationsAreReportedWithTheirJarAndLeaveAllElseWorking(@TempDir Path folder)
            throws Exception {
        write(folder.resolve("missing.jar"), "no.such.Model\n");
        write(folder.resolve("garbled.jar"), "this is no class name\n");
        // Registered already, by the program itself and of the same type.
        write(folder.resolve("twice.jar"), "stackelberg.follower.MultiplicativeWeights\n");
        Files.writeString(folder.resolve("broken.jar"), "no jar at all");
        String said =
                check(
                        "--plugins",
                        folder.toString(),
                        "check",
                        "sample-scenarios/followers-bandits.json");
        assertThat(said)
                .contains("followers-bandits.json: valid")
                .contains("(in missing.jar)")
                .contains("no.such.Model")
                .contains("(in garbled.jar)")
                .contains("broken.jar cannot be read as a jar");
    }

    @Test
    void aFolderThatIsNotThereIsSaidSo(@TempDir Path folder) throws Exception {
        String said = check("--plugins", folder.resolve("none").toString(), "check", "--fields");
        assertThat(said).contains("The folder of plug-ins cannot be read");
    }

    /** Where a person has put a file for another reason, nothing that lies about is run. */
    @Test
    void onlyFoldersThatAPersonNamedAreLookedInto(@TempDir Path folder) throws Exception {
        Path scenario = folder.resolve("scenario.json");
        Files.copy(Path.of("sample-scenarios/followers-bandits.json"), scenario);
        Path data = folder.resolve(".local/share/stackelberg-workbench");
        Path run = folder.resolve("out").resolve("seed-1");
        for (Path place :
                List.of(folder, folder.resolve("lib"), folder.resolve("plugins"), data, run)) {
            Files.createDirectories(place);
            write(place.resolve("lies-about.jar"), "no.such.Model\n");
        }
        List<String> options = List.of("-Duser.home=" + folder);
        for (List<String> arguments :
                List.of(
                        List.of("check", "scenario.json"),
                        List.of("solve", "scenario.json"),
                        List.of("train", "scenario.json", "--steps", "2000", "--out", "out"))) {
            assertThat(said(folder, options, arguments)).doesNotContain("no.such.Model");
        }
        assertThat(run.resolve("result.json")).exists();
        assertThat(said(folder, options, List.of("--plugins", "lib", "check", "scenario.json")))
                .as("one that was named")
                .contains("no.such.Model", "(in lies-about.jar)");
    }

    private static String said(Path folder, List<String> options, List<String> arguments)
            throws Exception {
        List<String> command = ChildProgram.command(options, arguments.toArray(String[]::new));
        // Relative places of the class path are this project's, not those of the new folder.
        int path = command.indexOf("-cp") + 1;
        command.set(
                path,
                Stream.of(command.get(path).split(File.pathSeparator))
                        .map(place -> Path.of(place).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        try (ChildProgram program = ChildProgram.of(command, folder)) {
            assertThat(program.code()).as(program.said()).isZero();
            return program.said();
        }
    }

    private static String check(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "stackelberg.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void write(Path jar, String registrations) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(FOLLOWERS));
            out.write(registrations.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
