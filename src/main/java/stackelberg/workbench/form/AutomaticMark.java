package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.parameter.Declared;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.ParameterPath;

/**
 * What lets the program settle a parameter again that a person has set: a small button beside its
 * field, there only while the parameter is not automatic.
 */
final class AutomaticMark {
    private final Declared parameter;
    private final ParameterPath path;
    private final FormContext context;
    private final Button back = new Button("", new FontIcon("fth-rotate-ccw"));

    AutomaticMark(Declared parameter, ParameterPath path, FormContext context) {
        this.parameter = parameter;
        this.path = path;
        this.context = context;
        back.setId(FieldFrame.id(path) + "-automatic");
        back.getStyleClass().addAll("flat", "small", "automatic-mark");
        back.setAccessibleText(tr("{0}: automatic again", parameter.about().label()));
        back.setTooltip(FieldFrame.tooltip(tr("Let the program settle it from the game")));
        back.setOnAction(e -> apply());
        back.setManaged(false);
        back.setVisible(false);
    }

    Node node() {
        return back;
    }

    /** Makes the parameter automatic. */
    void apply() {
        context.editor().seal();
        context.editor().edit(path, parameter.automatic());
    }

    /** Follows the parameter's value. */
    void show(Object value) {
        boolean set = !parameter.isAutomatic(value);
        back.setManaged(set);
        back.setVisible(set);
    }

    /** What the program settles an automatic value to now; null if the scenario has faults. */
    @Nullable Object settled(Object value) {
        Scenario settled = context.editor().settled();
        return settled == null || !parameter.isAutomatic(value) ? null : path.read(settled);
    }
}
