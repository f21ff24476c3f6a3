package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.until;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.About;
import stackelberg.engine.RunState;
import stackelberg.leader.PolicyEnumeration;
import stackelberg.study.StudyRecipes;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.WatchedStudy;

/** A study begun by one click, watched, left, come back to, and looked into. */
class StudiesJourneyTest extends WindowJourney {
    private static final String STOPPED = " was stopped; it can be gone on with.";

    @AfterEach
    @Override
    void close() {
        super.close();
        inWindow(() -> window.studies().desk().settle());
    }

    private WatchedStudy newest() {
        return window.studies().desk().studies().get(0);
    }

    private void quick() {
        inWindow(
                () -> {
                    window.editor().edit(ParameterPath.ROOT.at("leader"), new PolicyEnumeration());
                    window.editor().edit(ParameterPath.ROOT.at("seeds"), "1-2");
                });
    }

    @Test
    void oneClickBeginsAStudyWhoseRunsCanBeLookedInto(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        quick();
        MenuButton menu = robot.lookup("#study-menu").queryAs(MenuButton.class);
        assertThat(menu.getItems()).hasSize(6);
        inWindow(menu.getItems().get(2)::fire);
        until(() -> !window.studies().desk().studies().isEmpty());
        until(() -> newest().complete());
        until(() -> Files.exists(newest().folder().report()));
        assertThat(newest().trouble()).isEmpty();
        TableView<?> table = robot.lookup("#study-table").queryTableView();
        assertThat(table.getItems()).hasSize(1);
        pulses();
        Screenshots.take(stage.getScene(), "study-repeat");
        inWindow(() -> table.getSelectionModel().select(0));
        fire(robot.lookup("#study-runs").queryAs(Button.class));
        assertThat(window.desk().runs()).hasSize(20);
        until(
                () ->
                        window.desk().runs().stream()
                                .allMatch(run -> run.state() == RunState.FINISHED));
        String before = results().get(0);
        assertThat(before).contains("\"leaderReward\"");
        pulses();
        assertThat(results()).as("looking writes nothing").contains(before).hasSize(20);
        press(robot, KeyCode.CONTROL, KeyCode.B);
        assertThat(robot.lookup("#study-pane").tryQuery()).isPresent();
    }

    @Test
    void aStudyThatWasStoppedGoesOnInAnotherWindow(FxRobot robot) throws Exception {
        quick();
        begin("50", "100", "200");
        until(() -> newest().progress() != null && newest().progress().over() > 0);
        fire(robot.lookup("#study-stop").queryAs(Button.class));
        until(() -> !newest().training());
        until(() -> robot.lookup(text(newest().name() + STOPPED)).tryQuery().isPresent());
        List<String> over = results();
        inWindow(window::shutDown);
        Stage[] second = new Stage[1];
        inWindow(
                () -> {
                    second[0] = new Stage();
                    window = WindowSteps.open(second[0], data);
                });
        until(() -> !window.studies().desk().studies().isEmpty());
        WatchedStudy again = newest();
        inWindow(() -> window.studies().view().show(again));
        inWindow(() -> window.studies().desk().train(again));
        until(again::complete);
        until(() -> robot.lookup(text(again.name() + " is trained.")).tryQuery().isPresent());
        assertThat(results()).hasSize(6).containsAll(over);
        inWindow(second[0]::hide);
    }

    /** A study whose window is gone is offered by the next; one that a person stopped is not. */
    @Test
    void aStudyThatWasCutShortIsOfferedAndGoesOn(FxRobot robot) throws Exception {
        inWindow(() -> window.editor().edit(ParameterPath.ROOT.at("budget"), 1_000_000_000_000L));
        begin("50");
        WatchedStudy cut = newest();
        until(() -> cut.state() != null && !cut.state().curves().isEmpty());
        inWindow(window::shutDown);
        until(() -> !cut.training());
        assertThat(cut.interrupted()).isTrue();
        Stage next = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        inWindow(() -> window = WindowSteps.open(next, data));
        until(() -> goOn(robot, next).isPresent());
        Screenshots.take(next.getScene(), "studies-offer");
        inWindow(goOn(robot, next).orElseThrow()::fire);
        assertThat(goOn(robot, next)).isEmpty();
        WatchedStudy again = newest();
        assertThat(again.training()).isTrue();
        assertThat(again.interrupted()).as("somebody is at it").isFalse();
        inWindow(again::stop);
        until(() -> !again.training());
        assertThat(again.interrupted()).as("a person stopped it").isFalse();
        inWindow(next::hide);
    }

    private static Optional<Button> goOn(FxRobot robot, Stage in) {
        return robot.from(in.getScene().getRoot()).lookup("#go-on-with-studies").tryQuery();
    }

    /** Of two runs for each number of plays. */
    private void begin(String... plays) throws Exception {
        int before = window.studies().desk().studies().size();
        inWindow(
                () ->
                        window.studies()
                                .begin(
                                        scenario ->
                                                StudyRecipes.vary(
                                                        scenario,
                                                        "episode.responsePlays",
                                                        "plays",
                                                        List.of(plays))));
        until(() -> window.studies().desk().studies().size() > before);
    }

    @Test
    void studiesAreNamedFoundThrownAwayAndTakenBack(FxRobot robot) throws Exception {
        quick();
        begin("50");
        until(() -> newest().complete());
        begin("50");
        until(() -> newest().complete());
        ListView<WatchedStudy> list = robot.lookup("#study-list").query();
        assertThat(list.getItems()).hasSize(2);
        WatchedStudy one = list.getItems().get(1);
        inWindow(() -> window.studies().say(one, new About("For the class", "αβγ shown", false)));
        until(() -> one.name().equals("For the class"));
        TextField search = robot.lookup("#study-search").query();
        inWindow(() -> search.setText("class ΑΒγ"));
        assertThat(list.getItems()).containsExactly(one);
        until(() -> robot.lookup(text("For the class\nαβγ shown")).tryQuery().isPresent());
        inWindow(() -> list.getSelectionModel().select(one));
        pulses();
        Screenshots.take(stage.getScene(), "studies-found-light");

        inWindow(search::clear);
        inWindow(window::toggleLibrary);
        Button found = robot.lookup("#library-studies").query();
        assertThat(found.getText()).isEqualTo("Studies (2)");
        inWindow(() -> robot.lookup("#library-search").<TextField>query().setText("αβγ"));
        assertThat(found.getText()).isEqualTo("Studies (1)");
        pulses();
        Screenshots.take(stage.getScene(), "library-studies-found");
        fire(found);
        assertThat(robot.lookup("#study-list").<ListView<WatchedStudy>>query().getItems())
                .containsExactly(one);
        inWindow(() -> list.getSelectionModel().select(one));

        until(() -> !one.folder().inUse());
        fire(robot.lookup("#study-throw-away").queryAs(Button.class));
        until(() -> list.getItems().isEmpty());
        inWindow(search::clear);
        assertThat(list.getItems()).hasSize(1).doesNotContain(one);
        assertThat(one.folder().path()).doesNotExist();

        fire(robot.lookup("#study-bin").queryAs(ButtonBase.class));
        until(() -> list.getItems().size() == 1 && list.getItems().get(0).name().contains("class"));
        inWindow(() -> list.getSelectionModel().select(0));
        pulses();
        Screenshots.take(stage.getScene(), "studies-bin-light");
        fire(robot.lookup("#study-take-back").queryAs(Button.class));
        until(() -> list.getItems().isEmpty());
        fire(robot.lookup("#study-bin").queryAs(ButtonBase.class));
        until(() -> list.getItems().size() == 2);
        assertThat(newest().name()).isEqualTo("For the class");
        assertThat(one.folder().path()).isDirectory();
    }

    private static Predicate<Node> text(String words) {
        return node -> node instanceof Labeled label && words.equals(label.getText());
    }

    /**
     * Every result that is there; what is moved away meanwhile (a table put in place) is no fault.
     */
    private List<String> results() throws Exception {
        SortedMap<Path, String> found = new TreeMap<>();
        Files.walkFileTree(
                data.resolve("studies"),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes what)
                            throws IOException {
                        if (file.endsWith("result.json")) {
                            found.put(file, Files.readString(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why)
                            throws IOException {
                        if (why instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw why;
                    }
                });
        return List.copyOf(found.values());
    }
}
