package stackelberg.workbench.form;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** A box to choose one of an enumeration's values from. */
final class ChoiceControl implements ParameterControl {
    private final ComboBox<Choice> field = new ComboBox<>();
    private final FieldFrame frame;
    private boolean showing;

    ChoiceControl(Declared parameter, ParameterPath path, FormContext context) {
        for (Object constant : parameter.type().getEnumConstants()) {
            field.getItems().add((Choice) constant);
        }
        field.setConverter(labels());
        field.setMaxWidth(Double.MAX_VALUE);
        frame = FieldFrame.below(parameter, path, field);
        context.register(path, frame);
        field.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!showing && is != null) {
                                context.editor().seal();
                                context.editor().edit(path, is);
                            }
                        });
    }

    private static StringConverter<Choice> labels() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public Choice fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public void show(Object value, boolean restore) {
        showing = true;
        field.setValue((Choice) value);
        showing = false;
    }
}
