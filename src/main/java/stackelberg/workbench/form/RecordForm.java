package stackelberg.workbench.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** The controls for all parameters of one record class, below one another. */
final class RecordForm {
    private final Map<Declared, ParameterControl> controls = new LinkedHashMap<>();
    private final VBox box = new VBox(8);
    private final VBox set = new VBox(8);

    RecordForm(Class<? extends Record> type, ParameterPath path, FormContext context) {
        this(type, path, context, parameter -> false);
    }

    /**
     * @param apart which parameters go to {@link #apart} instead of {@link #node}
     */
    RecordForm(
            Class<? extends Record> type,
            ParameterPath path,
            FormContext context,
            Predicate<Declared> apart) {
        for (Declared parameter : Declaration.of(type).parameters()) {
            ParameterControl control = Controls.of(parameter, path.at(parameter.name()), context);
            controls.put(parameter, control);
            VBox home = apart.test(parameter) ? set : box;
            home.getChildren().add(control.node());
            control.settings().ifPresent(home.getChildren()::add);
        }
    }

    Node node() {
        return box;
    }

    /** The controls that are apart from the others. */
    Node apart() {
        return set;
    }

    void show(Record holder, boolean restore) {
        controls.forEach((parameter, control) -> control.show(parameter.value(holder), restore));
    }
}
