package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** A box to choose one of an enumeration's values from. */
final class ChoiceControl implements ParameterControl {
    private static final PseudoClass AUTOMATIC = PseudoClass.getPseudoClass("automatic");

    private final ComboBox<Choice> field = new ComboBox<>();
    private final FieldFrame frame;
    private final @Nullable AutomaticMark mark;
    private boolean showing;

    ChoiceControl(Declared parameter, ParameterPath path, FormContext context) {
        for (Object constant : parameter.type().getEnumConstants()) {
            field.getItems().add((Choice) constant);
        }
        field.setConverter(labels());
        field.setMaxWidth(Double.MAX_VALUE);
        frame = FieldFrame.below(parameter, path, field);
        mark = parameter.canBeAutomatic() ? new AutomaticMark(parameter, path, context) : null;
        if (mark != null) {
            frame.mark(mark);
        }
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
                return choice == null ? "" : tr(choice.label());
            }

            @Override
            public Choice fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    /** What the closed box shows: an automatic choice with what the program settles it to. */
    private static final class SettledCell extends ListCell<Choice> {
        private final String settled;

        SettledCell(@Nullable Object settled) {
            this.settled = settled == null ? "" : ": " + tr(((Choice) settled).label());
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            boolean automatic = choice != null && choice.automatic();
            setText(choice == null ? "" : tr(choice.label()) + (automatic ? settled : ""));
            pseudoClassStateChanged(AUTOMATIC, automatic);
        }
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
        if (mark != null) {
            mark.show(value);
            field.setButtonCell(new SettledCell(mark.settled(value)));
        }
    }
}
