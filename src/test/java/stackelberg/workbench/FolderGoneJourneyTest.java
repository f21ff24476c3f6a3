package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.RunState;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.WatchedRun;

/** The folder of a run goes away while the window trains: it is said, and all else goes on. */
@ExtendWith(ApplicationExtension.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a folder in use cannot be moved")
class FolderGoneJourneyTest {
    @TempDir private Path data;
    private WorkbenchWindow window;

    @Start
    void open(Stage stage) {
        window = WindowSteps.open(stage, data);
    }

    @AfterEach
    void close() {
        inWindow(window::shutDown);
    }

    private static void inWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    private static List<Path> checkpoints(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.endsWith("checkpoint")).toList();
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    @Test
    void itIsSaidAndTheNextRunTrains() throws Exception {
        inWindow(
                () -> {
                    window.editor().edit(ParameterPath.ROOT.at("budget"), 1_000_000_000L);
                    window.training().train();
                });
        until(() -> !checkpoints(data).isEmpty());
        Path folder = checkpoints(data).get(0).getParent();
        WatchedRun run = window.desk().runs().get(0);
        Files.move(folder, data.resolve("moved"));
        until(() -> run.state() == RunState.FAILED);
        assertThat(run.verdict())
                .contains(folder.toString(), "was moved, removed or replaced", "resume the run");
        assertThat(data.resolve("moved").resolve("checkpoint")).isNotEmptyFile();
        inWindow(() -> window.training().train());
        until(
                () ->
                        window.desk().runs().stream()
                                .anyMatch(other -> other.state() == RunState.RUNNING));
    }
}
