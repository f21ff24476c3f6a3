package stackelberg.workbench.gallery;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.parameter.Family;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.SampleScenarios;
import stackelberg.workbench.theme.Theme;

/** One sample scenario of the gallery. */
final class SampleCard extends VBox {
    private static final double WIDTH = 238;

    /** Of the sample's game; empty if it cannot be read. */
    private final StackPane picture = new StackPane();

    private final @Nullable Scenario scenario;

    /**
     * @param seconds that a seed takes on this machine; NaN if that is not known
     */
    SampleCard(
            SampleScenarios.Sample sample,
            double seconds,
            Theme theme,
            Consumer<Scenario> open,
            Consumer<Scenario> train) {
        super(6);
        getStyleClass().add("card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        Scenario read = sample.scenario();
        this.scenario = read;
        if (read == null) {
            unreadable(sample);
        } else {
            readable(read, seconds, open, train);
            theme(theme);
        }
    }

    /** Draws the picture anew; all else is styled. */
    void theme(Theme theme) {
        Scenario shown = scenario;
        if (shown != null) {
            picture.getChildren().setAll(Thumbnail.of(shown.game(), theme));
        }
    }

    private void unreadable(SampleScenarios.Sample sample) {
        Label title = new Label(String.valueOf(sample.file().getFileName()));
        title.getStyleClass().add("card-title");
        Label problem = new Label(tr(sample.problem()));
        problem.getStyleClass().add("fault");
        problem.setWrapText(true);
        problem.setMaxHeight(190);
        problem.setTooltip(new Tooltip(tr(sample.problem())));
        getChildren().addAll(title, problem);
    }

    private void readable(
            Scenario sample, double seconds, Consumer<Scenario> open, Consumer<Scenario> train) {
        Label title = new Label(tr(sample.title()));
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        Label question = new Label(tr(sample.question()));
        question.getStyleClass().add("card-question");
        question.setWrapText(true);
        question.setMinHeight(Label.USE_PREF_SIZE);
        Label facts = new Label(facts(sample, seconds));
        facts.getStyleClass().add("help");
        facts.setMinHeight(Label.USE_PREF_SIZE);
        facts.setTooltip(new Tooltip(budget(sample)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button opening = new Button(tr("Open"), new FontIcon("fth-edit-2"));
        opening.setAccessibleText(tr("Open {0}", sample.title()));
        opening.setOnAction(e -> open.accept(sample));
        Button training = new Button(tr("Train"), new FontIcon("fth-play"));
        training.getStyleClass().add("accent");
        training.setAccessibleText(tr("Train {0}", sample.title()));
        training.setTooltip(new Tooltip(tr("Open and train at once")));
        training.setOnAction(e -> train.accept(sample));
        HBox buttons = new HBox(8, opening, training);
        buttons.setAlignment(Pos.CENTER_LEFT);
        picture.getStyleClass().add("thumbnail");
        picture.setOnMouseClicked(e -> open.accept(sample));
        getChildren().addAll(picture, title, question, gap, facts, buttons);
    }

    private static String budget(Scenario scenario) {
        return scenario.openEnded()
                ? tr("Each seed is trained until nothing better is found")
                : tr(
                        "Budget: {0} leader transitions for each seed",
                        Numbers.count(scenario.budget()));
    }

    /** The family; how long a run takes here, and how many runs there are. */
    private static String facts(Scenario scenario, double seconds) {
        int seeds = Seeds.parse(scenario.seeds()).size();
        String length =
                Double.isNaN(seconds)
                        ? length(scenario)
                        : tr("about {0}", Numbers.duration(Math.max(1, seconds)));
        return tr(Family.about(scenario.game()).label())
                + "\n"
                + length
                + (seeds > 1 ? tr(" × {0} seeds", seeds) : "");
    }

    private static String length(Scenario scenario) {
        if (scenario.openEnded()) {
            return tr("until it is done");
        }
        long budget = scenario.budget();
        return budget == 1 ? tr("1 outer episode") : tr("{0} transitions", Numbers.brief(budget));
    }
}
