package stackelberg.workbench.form;

import javafx.scene.Node;
import org.controlsfx.control.ToggleSwitch;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** A switch for yes or no. */
final class FlagControl implements ParameterControl {
    private final ToggleSwitch field = new ToggleSwitch();
    private final FieldFrame frame;
    private boolean showing;

    FlagControl(Declared parameter, ParameterPath path, FormContext context) {
        frame = FieldFrame.beside(parameter, path, field);
        context.register(path, frame);
        field.selectedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!showing) {
                                context.editor().seal();
                                context.editor().edit(path, is);
                            }
                        });
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public void show(Object value, boolean restore) {
        showing = true;
        field.setSelected((Boolean) value);
        showing = false;
    }
}
