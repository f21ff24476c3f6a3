package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The toolbar: commands in groups, the speed and the seeds. */
final class ToolBarView extends ToolBar {
    private final List<CommandButton> worded = new ArrayList<>();
    private final Label speedWords = new Label(SpeedScale.words(1));
    private final StudyMenu studies;
    private double type = 1;

    ToolBarView(
            List<Command> files,
            List<Command> training,
            List<Command> view,
            StudyMenu studies,
            TextField seeds,
            DoubleConsumer speed) {
        this.studies = studies;
        setId("toolbar");
        add(files, List.of());
        getItems().add(new Separator(Orientation.VERTICAL));
        add(training, List.of("train", "step"));
        getItems().add(studies);
        getItems().add(new Separator(Orientation.VERTICAL));
        getItems().add(speed(speed));
        getItems().add(seeds(seeds));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getItems().add(gap);
        add(view, List.of("gallery-button", "library-button"));
        widthProperty().addListener((o, was, is) -> fit());
    }

    private void add(List<Command> commands, List<String> withText) {
        for (Command command : commands) {
            CommandButton button = new CommandButton(command);
            if (withText.contains(command.id())) {
                button.words(true);
                worded.add(button);
            }
            getItems().add(button);
        }
    }

    /** Type so many times larger than usual. */
    void type(double times) {
        type = times;
        fit();
    }

    /** Buttons keep their words as long as there is room for them; the speed's go first. */
    private void fit() {
        double width = getWidth() > 0 ? getWidth() : WindowPlace.WIDTH;
        boolean room = !WorkbenchView.narrow(width, type);
        worded.forEach(button -> button.words(room || button.getId().equals("train")));
        studies.setContentDisplay(room ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        speedWords(room);
        if (prefWidth(-1) > width) {
            speedWords(false);
        }
        if (prefWidth(-1) > width) {
            studies.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        for (CommandButton button : worded) {
            if (prefWidth(-1) > width && !button.getId().equals("train")) {
                button.words(false);
            }
        }
    }

    private void speedWords(boolean shown) {
        speedWords.setVisible(shown);
        speedWords.setManaged(shown);
    }

    private Node speed(DoubleConsumer speed) {
        Slider slider = new Slider(0, 1, 1);
        slider.setId("speed");
        slider.setPrefWidth(84);
        slider.setBlockIncrement(1.0 / 12);
        slider.setAccessibleText(tr("Speed of training, from slow motion to full speed"));
        slider.setTooltip(new Tooltip(tr("Speed: left for slow motion, right for full speed")));
        speedWords.setId("speed-value");
        slider.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            speedWords.setText(SpeedScale.words(is.doubleValue()));
                            speed.accept(SpeedScale.playsPerSecond(is.doubleValue()));
                        });
        return box(slider, speedWords);
    }

    private static Node seeds(TextField seeds) {
        seeds.setId("seeds");
        seeds.setPrefWidth(68);
        seeds.setAccessibleText(tr("Seeds to train"));
        seeds.setTooltip(new Tooltip(tr("Seeds to train: 1, or 1-5, or 1-3,7")));
        Label label = new Label(tr("Seeds"));
        label.setLabelFor(seeds);
        return box(label, seeds);
    }

    private static HBox box(Node... nodes) {
        HBox box = new HBox(6, nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
