package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.scenario.Scenario;

/** Folders, preferences, recent files and unsaved drafts. */
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
        Path all = folder.resolve("data/drafts");
        Draft draft = new Draft(all);
        draft.keep(faulty);
        draft.close();
        assertThat(new Draft(all).left()).extracting(Draft.Left::scenario).containsExactly(faulty);
    }

    @Test
    void aDiscardedDraftIsGone() {
        Draft draft = new Draft(folder);
        draft.keep(new Scenario());
        draft.discard();
        draft.close();
        assertThat(new Draft(folder).left()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatOneWindowTakesUpNoOtherCan() throws Exception {
        Draft gone = new Draft(folder);
        gone.keep(titled("left"));
        gone.close();
        Draft one = new Draft(folder);
        Draft other = new Draft(folder);
        Draft.Left left = other.left().get(0);
        assertThat(one.takeUp(left)).isTrue();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> other.left().isEmpty());
        assertThat(other.takeUp(left)).isFalse();
        other.drop(left);
        other.close();
        assertThat(left.folder().resolve("scenario.json")).exists();

        one.keep(titled("changed"));
        one.close();
        Draft last = new Draft(folder);
        assertThat(last.left())
                .extracting(found -> found.scenario().title())
                .containsExactly("changed");
        last.drop(last.left().get(0));
        last.close();
        assertThat(folder).isEmptyDirectory();
    }

    private static Scenario titled(String title) {
        return (Scenario) ParameterPath.ROOT.at("title").write(new Scenario(), title);
    }

    @Test
    void twoWindowsKeepTheRecentFilesOfBoth() throws IOException {
        Path list = folder.resolve("recent.txt");
        RecentFiles one = new RecentFiles(list);
        RecentFiles other = new RecentFiles(list);
        List<Path> files = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            files.add(0, Files.writeString(folder.resolve(k + ".json"), "{}").toAbsolutePath());
            (k % 2 == 0 ? one : other).add(files.get(0));
        }
        assertThat(new RecentFiles(list).existing()).isEqualTo(files);
    }

    @Test
    void twoWindowsKeepWhatEachHasChanged() {
        Path file = folder.resolve("preferences.json");
        KeptPreferences one = new KeptPreferences(file);
        KeptPreferences other = new KeptPreferences(file);
        one.change(now -> now.withTheme("dark"));
        one.close();
        other.change(now -> now.withCores(3));
        other.change(now -> now.withTypeSize(20));
        other.close();
        assertThat(KeptPreferences.read(file))
                .isEqualTo(new Preferences().withTheme("dark").withCores(3).withTypeSize(20));
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
