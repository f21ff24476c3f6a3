package stackelberg.workbench.gallery;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.RunRecord;
import stackelberg.game.GameFamily;
import stackelberg.parameter.Family;
import stackelberg.parameter.Registered;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.Course;
import stackelberg.workbench.session.Draft;
import stackelberg.workbench.session.SampleScenarios;
import stackelberg.workbench.session.WatchedStudy;
import stackelberg.workbench.theme.Scrolling;
import stackelberg.workbench.theme.Theme;
import stackelberg.workbench.tour.Tour;

/** The first thing a person sees: what one can try, what one worked on, what one can begin. */
public final class GalleryView extends BorderPane {
    /** What a person can do here. */
    public interface Doors {
        void open(Scenario sample);

        void train(Scenario sample);

        void openFile(Path file);

        void begin(GameFamily game);

        void chooseFile();

        /** Takes up what an earlier window left; false if it is to be offered still. */
        boolean restore(Draft.Left left);

        void discard(Draft.Left left);

        /** Trains on where these were interrupted. */
        void goOn(List<RunRecord> runs);

        /** Leaves them as they are; they are not offered again. */
        void setAside(List<RunRecord> runs);

        /** Trains what is not over of these. */
        void trainOn(List<WatchedStudy> studies);

        /** Leaves them as they are; they are not offered again. */
        void setStudiesAside(List<WatchedStudy> studies);
    }

    private final Doors doors;
    private final VBox sections = new VBox(12);
    private final List<SampleCard> cards = new ArrayList<>();
    private final VBox leftOut = new VBox(6);
    private final Label state = new Label(tr("Looking for sample scenarios …"));
    private final VBox recent = new VBox(2);
    private final VBox tours = new VBox(2);
    private final LeftBehind left;
    private final TextField search = new TextField();
    private final Course course = Course.read();
    private List<SampleScenarios.Sample> samples = List.of();
    private double slowness = 1;
    private Theme theme = Theme.LIGHT;

    public GalleryView(Doors doors) {
        this.doors = doors;
        setId("gallery");
        getStyleClass().add("gallery");
        this.left = new LeftBehind(doors);
        Label title = new Label(tr("Which mechanism will you teach?"));
        title.getStyleClass().add("gallery-title");
        Label subtitle =
                new Label(
                        tr(
                                "A leader commits to a mechanism, followers learn to respond to it,"
                                        + " and the leader learns from how they respond."));
        subtitle.getStyleClass().add("help");
        subtitle.setWrapText(true);
        search.setId("gallery-search");
        search.setPromptText(tr("Search: a game, a follower, a word of the question"));
        search.setAccessibleText(tr("Search the samples"));
        search.setMaxWidth(420);
        search.setVisible(false);
        search.textProperty().addListener((o, was, is) -> fill());
        VBox middle = new VBox(12, left, title, subtitle, search, state, sections);
        middle.getStyleClass().add("gallery-samples");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        Scrolling.brisk(scroll);
        setCenter(scroll);
        ScrollPane aside = new ScrollPane(side());
        aside.setFitToWidth(true);
        aside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        aside.setMinWidth(232);
        Scrolling.brisk(aside);
        setLeft(aside);
    }

    private Node side() {
        VBox side = new VBox(6);
        side.getStyleClass().add("gallery-side");
        side.getChildren().addAll(heading(tr("Guided tours")), tours);
        side.getChildren().add(heading(tr("New scenario")));
        for (Object member : Family.of(GameFamily.class).members()) {
            Registered about = Family.about(member);
            Button begin = new Button(tr(about.label()), new FontIcon("fth-plus"));
            begin.setMaxWidth(Double.MAX_VALUE);
            begin.setAlignment(Pos.CENTER_LEFT);
            Tooltip help = new Tooltip(tr(about.help()));
            help.setWrapText(true);
            help.setMaxWidth(360);
            begin.setTooltip(help);
            begin.setOnAction(e -> doors.begin((GameFamily) member));
            side.getChildren().add(begin);
        }
        side.getChildren().add(heading(tr("Open")));
        Button file = new Button(tr("Scenario file …"), new FontIcon("fth-folder"));
        file.setMaxWidth(Double.MAX_VALUE);
        file.setAlignment(Pos.CENTER_LEFT);
        file.setOnAction(e -> doors.chooseFile());
        Label drag = new Label(tr("or drag a .json file into the window"));
        drag.getStyleClass().add("help");
        drag.setWrapText(true);
        side.getChildren().addAll(file, drag, heading(tr("Recent files")), recent, leftOut);
        leftOut.setId("plug-ins-left-out");
        leftOut(List.of());
        return side;
    }

    /** Says which plug-ins, or parts of them, could not be taken in, and why. */
    public void leftOut(List<String> troubles) {
        leftOut.setVisible(!troubles.isEmpty());
        leftOut.setManaged(!troubles.isEmpty());
        leftOut.getChildren().setAll(heading(tr("Plug-ins left out")));
        for (String trouble : troubles) {
            Label line = new Label(trouble);
            line.setWrapText(true);
            line.setMinHeight(Label.USE_PREF_SIZE);
            line.getStyleClass().add("fault");
            leftOut.getChildren().add(line);
        }
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    /**
     * Shows the samples that were found.
     *
     * @param times longer than on the machine of the course what is trained here takes
     */
    public void samples(List<SampleScenarios.Sample> found, double times) {
        samples = found;
        slowness = times;
        say(
                found.isEmpty()
                        ? tr("No sample scenarios were found. Begin a new one, or open a file.")
                        : "");
        search.setVisible(!found.isEmpty());
        fill();
    }

    private void say(String words) {
        state.setText(words);
        state.setVisible(!words.isEmpty());
        state.setManaged(!words.isEmpty());
    }

    /** How many seconds a seed of a scenario takes here; NaN if it is none of the samples. */
    public double seconds(Scenario scenario) {
        return samples.stream()
                .filter(sample -> scenario.equals(sample.scenario()))
                .mapToDouble(sample -> course.seconds(sample, slowness))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The samples as the course has them. */
    public List<SampleScenarios.Sample> inOrder() {
        return course.sections(samples).stream().flatMap(s -> s.samples().stream()).toList();
    }

    /** Puts the cursor where one searches. */
    public void find() {
        search.requestFocus();
    }

    /** The chapters of the course, with those samples that are searched for. */
    private void fill() {
        sections.getChildren().clear();
        cards.clear();
        List<SampleScenarios.Sample> wanted =
                samples.stream()
                        .filter(sample -> Course.matches(sample, search.getText()))
                        .toList();
        course.sections(wanted).forEach(this::addSection);
        if (!samples.isEmpty()) {
            say(wanted.isEmpty() ? tr("No sample has all of these words.") : "");
        }
    }

    private void addSection(Course.Section section) {
        TilePane tiles = new TilePane(12, 12);
        tiles.setPrefColumns(4);
        tiles.setTileAlignment(Pos.TOP_LEFT);
        for (SampleScenarios.Sample sample : section.samples()) {
            SampleCard card =
                    new SampleCard(
                            sample,
                            course.seconds(sample, slowness),
                            theme,
                            doors::open,
                            doors::train);
            cards.add(card);
            tiles.getChildren().add(card);
        }
        sections.getChildren().add(heading(tr(section.title())));
        if (!section.about().isEmpty()) {
            Label about = new Label(tr(section.about()));
            about.getStyleClass().add("help");
            about.setWrapText(true);
            sections.getChildren().add(about);
        }
        sections.getChildren().add(tiles);
    }

    public void theme(Theme newTheme) {
        theme = newTheme;
        cards.forEach(card -> card.theme(newTheme));
    }

    /** Lists the guided tours. */
    public void tours(List<Tour> all, Consumer<Tour> begin) {
        tours.getChildren().clear();
        for (Tour tour : all) {
            Hyperlink link = new Hyperlink(tr(tour.title()));
            link.setId("tour-" + tour.id());
            link.setWrapText(true);
            link.setOnAction(e -> begin.accept(tour));
            tours.getChildren().add(link);
        }
    }

    /** Lists the files opened or saved last. */
    public void recent(List<Path> files) {
        recent.getChildren().clear();
        for (Path file : files) {
            Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
            link.setTooltip(new Tooltip(file.toString()));
            link.setOnAction(e -> doors.openFile(file));
            recent.getChildren().add(link);
        }
        if (files.isEmpty()) {
            Label none = new Label(tr("none yet"));
            none.getStyleClass().add("help");
            recent.getChildren().add(none);
        }
    }

    /** Offers what earlier windows left unsaved; none for an empty list. */
    public void showDrafts(List<Draft.Left> unsaved) {
        left.drafts(unsaved);
    }

    /** Offers to go on with runs whose program ended before they did; none for an empty list. */
    public void showRuns(List<RunRecord> interrupted) {
        left.runs(interrupted);
    }

    /** The same for studies. */
    public void showStudies(List<WatchedStudy> interrupted) {
        left.studies(interrupted);
    }
}
