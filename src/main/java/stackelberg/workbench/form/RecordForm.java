package stackelberg.workbench.form;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** The controls for all parameters of one record class, below one another. */
final class RecordForm {
    private final Map<Declared, ParameterControl> controls = new LinkedHashMap<>();
    private final VBox box = new VBox(8);

    RecordForm(Class<? extends Record> type, ParameterPath path, FormContext context) {
        for (Declared parameter : Declaration.of(type).parameters()) {
            ParameterControl control = Controls.of(parameter, path.at(parameter.name()), context);
            controls.put(parameter, control);
            box.getChildren().add(control.node());
            control.settings().ifPresent(box.getChildren()::add);
        }
    }

    Node node() {
        return box;
    }

    void show(Record holder, boolean restore) {
        controls.forEach((parameter, control) -> control.show(parameter.value(holder), restore));
    }
}
