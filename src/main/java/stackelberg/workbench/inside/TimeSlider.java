package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.MechanismHistory.Frame;
import stackelberg.workbench.session.Numbers;

/** Goes back to what was learned before, or plays how it came about. */
final class TimeSlider extends VBox {
    private static final Duration WHOLE = Duration.seconds(6);

    private final Slider slider = new Slider(0, 1, 1);
    private final Label when = Texts.help(tr("now"));
    private final Button play = new Button("", new FontIcon("fth-play"));
    private final Timeline film =
            new Timeline(
                    new KeyFrame(Duration.ZERO, new KeyValue(slider.valueProperty(), 0)),
                    new KeyFrame(WHOLE, new KeyValue(slider.valueProperty(), 1)));
    private List<Frame> frames = List.of();

    /**
     * @param moved called when another time is chosen
     */
    TimeSlider(Runnable moved) {
        super(2);
        slider.setId("mechanism-time");
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(tr("Time in the training, from its begin to now"));
        slider.setTooltip(
                new Tooltip(
                        tr("Back to what was learned before; what differs from now is framed")));
        HBox.setHgrow(slider, Priority.ALWAYS);
        play.setId("mechanism-film");
        play.getStyleClass().add("small");
        play.setAccessibleText(tr("Play how the mechanism came about"));
        play.setTooltip(new Tooltip(tr("Play how the mechanism came about")));
        play.setOnAction(e -> film.playFromStart());
        slider.setOnMousePressed(e -> film.stop());
        slider.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            tell();
                            moved.run();
                        });
        HBox line = new HBox(8, play, slider);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, when);
    }

    /** The frames of a run, oldest first. */
    void frames(List<Frame> present) {
        frames = present;
        setVisible(frames.size() > 1);
        setManaged(frames.size() > 1);
        tell();
    }

    /** Begins with another run, at its present. */
    void now() {
        film.stop();
        slider.setValue(1);
    }

    /** What is chosen; null for the present. */
    @Nullable Frame chosen() {
        if (slider.getValue() >= 1 || frames.isEmpty()) {
            return null;
        }
        return frames.get((int) Math.floor(slider.getValue() * frames.size()));
    }

    private void tell() {
        Frame frame = chosen();
        when.setText(
                frame == null
                        ? tr("now")
                        : tr(
                                "after {0} transitions; framed: not as it is now",
                                Numbers.count(frame.transitions())));
    }
}
