package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.type;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import stackelberg.engine.About;
import stackelberg.engine.RunRecord;
import stackelberg.engine.RunState;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.ParameterPath;

/** Runs are found again in another window: reopened, laid over, compared, named, thrown away. */
class LibraryJourneyTest extends WindowJourney {
    private void another() throws Exception {
        inWindow(window::shutDown);
        window.desk().queue().settle(10_000);
        inWindow(
                () -> {
                    stage.close();
                    stage = new Stage();
                    window = WindowSteps.open(stage, data);
                });
    }

    private void set(String place, Object value) {
        inWindow(() -> window.editor().edit(parameter(place), value));
    }

    private static ParameterPath parameter(String place) {
        ParameterPath path = ParameterPath.ROOT;
        for (String name : place.split("\\.")) {
            path = path.at(name);
        }
        return path;
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRecord> table(FxRobot robot) {
        return robot.from(stage.getScene().getRoot())
                .lookup("#library-table")
                .queryAs(TableView.class);
    }

    private ButtonBase button(FxRobot robot, String id) {
        return robot.from(stage.getScene().getRoot()).lookup(id).queryAs(ButtonBase.class);
    }

    private void library(FxRobot robot, int runs) throws Exception {
        inWindow(window::toggleLibrary);
        until(() -> table(robot).getItems().size() == runs);
    }

    private void select(FxRobot robot, int... rows) {
        inWindow(
                () -> {
                    table(robot).getSelectionModel().clearSelection();
                    for (int row : rows) {
                        table(robot).getSelectionModel().select(row);
                    }
                });
    }

    @Test
    void whatWasTrainedIsFoundAgain(FxRobot robot) throws Exception {
        set("budget", 3000L);
        set("seeds", "1-2");
        inWindow(() -> window.training().train());
        set("episode.responsePlays", 77);
        set("seeds", "5");
        inWindow(() -> window.training().train());
        until(() -> window.desk().runs().stream().allMatch(run -> run.latest().verdict() != null));

        another();
        library(robot, 3);
        select(robot, 0, 1, 2);
        fire(button(robot, "#library-look"));
        until(() -> window.desk().runs().size() == 3);
        until(
                () ->
                        window.desk().runs().stream()
                                .allMatch(run -> run.state() == RunState.FINISHED));
        assertThat(window.desk().runs().stream().map(r -> r.experiment().number()).distinct())
                .as("those of one scenario are one experiment")
                .hasSize(2);
        pulses();
        Screenshots.take(stage.getScene(), "library-reopened");

        library(robot, 3);
        select(robot, 0, 2);
        fire(button(robot, "#library-compare"));
        until(() -> robot.lookup("#settings-differences").tryQuery().isPresent());
        TableView<?> differences = (TableView<?>) WindowSteps.part(robot, "#settings-differences");
        assertThat(differences.getItems().toString())
                .contains("episode.responsePlays", "77", "seeds");
        Screenshots.take(differences.getScene(), "library-compare");
        inWindow(() -> differences.getScene().getWindow().hide());

        RunRecord first = table(robot).getItems().get(0);
        inWindow(() -> window.library().say(first, new About("Mine", "for class", false)));
        until(() -> table(robot).getItems().get(0).name().equals("Mine"));
        type(
                robot.from(stage.getScene().getRoot()).lookup("#library-search").query(),
                "like no other");
        assertThat(((Label) table(robot).getPlaceholder()).getText())
                .isEqualTo("No run is like that.");
        type(
                robot.from(stage.getScene().getRoot()).lookup("#library-search").query(),
                "CLASS mine");
        assertThat(table(robot).getItems()).hasSize(1);
        Screenshots.take(stage.getScene(), "library-light");

        select(robot, 0);
        fire(button(robot, "#library-throw-away"));
        until(() -> table(robot).getItems().isEmpty());
        fire(button(robot, "#library-bin"));
        until(() -> table(robot).getItems().size() == 1);
        select(robot, 0);
        fire(button(robot, "#library-take-back"));
        until(() -> table(robot).getItems().isEmpty());
        fire(button(robot, "#library-bin"));
        until(() -> table(robot).getItems().size() == 1);
        inWindow(() -> window.openFile(data.resolve("runs")));
        until(() -> window.desk().runs().size() == 6);
        // What was searched for before still is.
        library(robot, 1);
        press(robot, KeyCode.CONTROL, KeyCode.L);
        assertThat(robot.from(stage.getScene().getRoot()).lookup("#library").tryQuery()).isEmpty();

        Experiment before = window.desk().newest();
        inWindow(() -> window.desk().worksheet(true));
        library(robot, 1);
        select(robot, 0);
        fire(button(robot, "#library-look"));
        until(() -> window.desk().newest() != before);
        Experiment worksheet = window.desk().newest();
        assertThat(worksheet.concealed()).isTrue();
        until(() -> worksheet.runs().get(0).latest().verdict() != null);
        assertThat(worksheet.runs().get(0).verdict()).contains("Predict the optimum");

        library(robot, 1);
        type(robot.from(stage.getScene().getRoot()).lookup("#library-search").query(), "");
        until(() -> table(robot).getItems().size() == 3);
        select(robot, 1, 2);
        fire(button(robot, "#library-throw-away"));
        assertThat(table(robot).getItems()).hasSize(1);
        assertThat(table(robot).getSelectionModel().getSelectedItems()).isEmpty();
        fire(button(robot, "#library-bin"));
        until(() -> table(robot).getItems().size() == 2);
    }

    @Test
    void whatWasInterruptedIsOfferedAndGoesOn(FxRobot robot) throws Exception {
        set("budget", 1_000_000_000L);
        inWindow(() -> window.training().train());
        until(() -> window.desk().runs().get(0).latest().transitions() > 20_000);
        another();
        until(
                () ->
                        robot.from(stage.getScene().getRoot())
                                .lookup("#go-on-with-runs")
                                .tryQuery()
                                .isPresent());
        Screenshots.take(stage.getScene(), "library-offer");
        fire(button(robot, "#go-on-with-runs"));
        until(() -> window.desk().runs().size() == 1);
        until(() -> window.desk().runs().get(0).state() == RunState.RUNNING);
        until(() -> window.desk().runs().get(0).latest().transitions() > 30_000);
        assertThat(started()).as("it was begun once and gone on with once").isEqualTo(2);
        inWindow(() -> window.desk().queue().stop());
    }

    private long started() throws Exception {
        try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
            Path events = runs.findFirst().orElseThrow().resolve("events.csv");
            return Files.readAllLines(events).stream().filter(l -> l.contains("started")).count();
        }
    }
}
