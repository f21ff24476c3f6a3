package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declared;
import stackelberg.scenario.ScenarioFile;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.ParameterPath;

/**
 * Lines of text that a person writes, pastes, or takes over from a file by choosing or dropping it.
 */
final class LinesControl implements ParameterControl {
    private static final int MOST_BYTES = ScenarioFile.LARGEST / 2;

    private static final FilePicker.Kind TABLE = new FilePicker.Kind("Table (CSV)", ".csv", ".txt");
    private static final FilePicker.Kind ANYTHING = new FilePicker.Kind("All files", "");

    private final ParameterPath path;
    private final FormContext context;
    private final TextArea area = new TextArea();
    private final Label count = new Label();
    private final FieldFrame frame;
    private @Nullable Object shown;
    private boolean showing;

    LinesControl(Declared parameter, ParameterPath path, FormContext context) {
        this.path = path;
        this.context = context;
        area.setPrefRowCount(6);
        area.getStyleClass().add("lines");
        Button open = new Button(tr("From a file…"));
        open.setOnAction(event -> choose());
        HBox below = new HBox(8, open, count);
        below.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        frame = FieldFrame.below(parameter, path, new VBox(4, area, below));
        context.register(path, frame);
        area.textProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!showing) {
                                edit(lines(is));
                            }
                        });
        area.focusedProperty()
                .addListener(
                        (o, was, focused) -> {
                            if (!focused) {
                                context.editor().seal();
                            }
                        });
        area.setOnDragOver(LinesControl::dragged);
        area.setOnDragDropped(this::dropped);
    }

    private static List<String> lines(String text) {
        return text.isBlank() ? List.of() : text.stripTrailing().lines().toList();
    }

    private void edit(List<String> lines) {
        shown = lines;
        count(lines);
        context.editor().edit(path, lines);
    }

    private void count(List<?> lines) {
        count.setText(lines.size() == 1 ? "1 line" : tr("{0} lines", lines.size()));
    }

    private void choose() {
        Path file = context.picker().open(tr("Take lines over from"), TABLE, ANYTHING);
        if (file != null) {
            take(file);
        }
    }

    private static void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            take(event.getDragboard().getFiles().get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Takes over the lines of a file; says so at the field if that cannot be done. */
    void take(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                refuse(file, tr("it has more than {0} KB", MOST_BYTES / 1024));
                return;
            }
            String text = Files.readString(file);
            List<String> lines = lines(text.startsWith("\ufeff") ? text.substring(1) : text);
            context.editor().seal();
            edit(lines);
            show(lines, true);
            context.editor().seal();
        } catch (CharacterCodingException e) {
            refuse(file, tr("it is not text in the encoding UTF-8"));
        } catch (IOException e) {
            refuse(file, tr("it cannot be read"));
        }
    }

    private void refuse(Path file, String why) {
        shown = null;
        context.editor()
                .refuse(
                        path,
                        tr("\"{0}\" cannot be taken over: {1}", file.getFileName(), why),
                        tr("Choose a text file of at most {0} KB", MOST_BYTES / 1024));
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public void show(Object value, boolean restore) {
        boolean kept = shown == null && context.editor().unreadableAt(path);
        if (!restore && (kept || Objects.equals(value, shown))) {
            return;
        }
        shown = value;
        List<?> lines = (List<?>) value;
        count(lines);
        showing = true;
        area.setText(String.join("\n", lines.stream().map(String::valueOf).toList()));
        showing = false;
    }
}
