package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.scenario.Scenario;

/** Folders, recent files and the unsaved draft. */
class FilesOfAPersonTest {
    @TempDir Path folder;

    @Test
    void everySystemKeepsDataInItsOwnPlace() {
        Path home = folder.resolve("home");
        assertThat(UserFolders.of("Linux", Map.of(), home).data())
                .isEqualTo(home.resolve(".local/share/stackelberg-workbench"));
        assertThat(UserFolders.of("Linux", Map.of("XDG_DATA_HOME", "/data"), home).data())
                .isEqualTo(Path.of("/data/stackelberg-workbench"));
        assertThat(UserFolders.of("Linux", Map.of("XDG_DATA_HOME", "relative"), home).data())
                .isEqualTo(home.resolve(".local/share/stackelberg-workbench"));
        assertThat(UserFolders.of("Mac OS X", Map.of(), home).data())
                .isEqualTo(home.resolve("Library/Application Support/stackelberg-workbench"));
        assertThat(UserFolders.of("Windows 11", Map.of("APPDATA", "/roaming"), home).data())
                .isEqualTo(Path.of("/roaming/stackelberg-workbench"));
    }

    /** At one instant, or at the same again because the clock was set back. */
    @Test
    void everyRunHasAFolderOfItsOwn() {
        UserFolders folders = new UserFolders(folder);
        LocalDateTime now = LocalDateTime.of(2024, 10, 27, 2, 30);
        List<Path> made =
                IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(
                                k -> {
                                    try {
                                        return folders.newRunFolder("Escape", 1, now);
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                })
                        .toList();
        assertThat(made).doesNotHaveDuplicates().allMatch(Files::isDirectory);
    }

    @Test
    void recentFilesAreRememberedNewestFirst() throws IOException {
        Path store = folder.resolve("data/recent.txt");
        Path first = Files.writeString(folder.resolve("a.json"), "");
        Path second = Files.writeString(folder.resolve("b.json"), "");
        RecentFiles recent = new RecentFiles(store);
        recent.add(first);
        recent.add(second);
        recent.add(first);
        recent.add(folder.resolve("gone.json"));
        assertThat(new RecentFiles(store).existing()).containsExactly(first, second);
    }

    @Test
    void theDraftOfAFaultyScenarioComesBack() {
        Scenario faulty =
                (Scenario)
                        ParameterPath.ROOT
                                .at("episode")
                                .at("responsePlays")
                                .write(new Scenario(), -7);
        Draft draft = new Draft(folder.resolve("data/draft.json"));
        draft.keep(faulty);
        draft.close();
        assertThat(new Draft(folder.resolve("data/draft.json")).recover()).isEqualTo(faulty);
    }

    @Test
    void aDiscardedDraftIsGone() {
        Draft draft = new Draft(folder.resolve("draft.json"));
        draft.keep(new Scenario());
        draft.discard();
        draft.close();
        assertThat(new Draft(folder.resolve("draft.json")).recover()).isNull();
    }

    @Test
    void samplesThatAreNoScenariosSayWhy() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"title\": 3}");
        Files.writeString(folder.resolve("not-json.json"), "hello");
        assertThat(SampleScenarios.read(folder))
                .hasSize(2)
                .allMatch(sample -> sample.scenario() == null && !sample.problem().isEmpty());
        assertThat(SampleScenarios.read(folder.resolve("nowhere"))).isEmpty();
    }
}
