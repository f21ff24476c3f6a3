package stackelberg.workbench.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.About;
import stackelberg.engine.RunRecord;

/** A library of so many runs that whatever grows with their square would never end. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyRunsTest {
    private static final int MANY = 40_000;

    private LibraryView view;

    private static final class NoDoors implements LibraryView.Doors {
        @Override
        public void refresh(boolean ofBin) {}

        @Override
        public void look(List<RunRecord> runs, boolean beside) {}

        @Override
        public void goOn(List<RunRecord> runs) {}

        @Override
        public void compare(List<RunRecord> runs) {}

        @Override
        public void say(RunRecord run, About words) {}

        @Override
        public void throwAway(List<RunRecord> runs) {}

        @Override
        public void takeBack(List<RunRecord> runs) {}

        @Override
        public void emptyBin() {}

        @Override
        public long studies(String words) {
            return 0;
        }

        @Override
        public void showStudies(String words) {}
    }

    @Start
    void open(Stage stage) {
        view = new LibraryView(new NoDoors());
        stage.setScene(new Scene(view, 1000, 600));
        stage.show();
    }

    private static RunList runs() {
        return new RunList(IntStream.range(0, MANY).mapToObj(ManyRunsTest::run).toList());
    }

    private static RunRecord run(int k) {
        RunRecord.Standing[] standings = RunRecord.Standing.values();
        return new RunRecord(
                Path.of("runs", "run-" + k),
                "Tiny " + k % 100,
                k,
                Instant.ofEpochSecond(1_700_000_000L + 977L * k),
                standings[k % standings.length],
                k,
                0.1 * k,
                1,
                0.1,
                "",
                new About("", "", false));
    }

    private static void inWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(90), action);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theyAreShownFoundSortedAndKeptSelected() {
        TableView<RunRecord> table = (TableView<RunRecord>) view.lookup("#library-table");
        TextField search = (TextField) view.lookup("#library-search");
        RunList runs = runs();
        inWindow(() -> view.show(runs));
        inWindow(() -> search.setText("tiny 77"));
        assertThat(table.getItems())
                .isNotEmpty()
                .hasSizeLessThan(MANY)
                .allMatch(run -> (run.title() + run.seed() + run.begun()).contains("77"));
        inWindow(() -> search.setText("failed"));
        assertThat(table.getItems())
                .hasSize(MANY / 5)
                .allMatch(run -> run.standing() == RunRecord.Standing.FAILED);
        inWindow(() -> search.setText(""));
        inWindow(() -> table.getSortOrder().setAll(List.of(table.getColumns().get(0))));
        assertThat(table.getItems()).isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
        inWindow(() -> table.getSelectionModel().selectAll());
        RunList again = runs();
        inWindow(() -> view.show(again));
        assertThat(table.getSelectionModel().getSelectedItems()).hasSize(MANY);
    }
}
