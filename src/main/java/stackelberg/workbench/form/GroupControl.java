package stackelberg.workbench.form;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** The parameters of a nested record. */
final class GroupControl implements ParameterControl {
    private final RecordForm form;
    private final FieldFrame frame;

    GroupControl(Declared parameter, ParameterPath path, FormContext context) {
        form = new RecordForm(parameter.type().asSubclass(Record.class), path, context);
        VBox box = new VBox(form.node());
        box.getStyleClass().add("group");
        // A section of the scenario has its heading already.
        frame =
                path.steps().size() == 1
                        ? FieldFrame.bare(box)
                        : FieldFrame.below(parameter, path, box);
        context.register(path, frame);
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public void show(Object value, boolean restore) {
        form.show((Record) value, restore);
    }
}
