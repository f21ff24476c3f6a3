package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.ParameterPath;

/** A field for numbers, lists of whole numbers and text; every keystroke is checked at once. */
public final class TextControl implements ParameterControl {
    private static final int LONG_TEXT = 150;

    private final Declared parameter;
    private final ParameterPath path;
    private final FormContext context;
    private final TextInputControl field;
    private final FieldFrame frame;
    private final @Nullable AutomaticMark mark;
    private @Nullable Object shown;
    private boolean showing;

    TextControl(Declared parameter, ParameterPath path, FormContext context) {
        this.parameter = parameter;
        this.path = path;
        this.context = context;
        boolean text = parameter.kind() == Declared.Kind.TEXT;
        if (text && parameter.about().max() > LONG_TEXT) {
            TextArea area = new TextArea();
            area.setWrapText(true);
            area.setPrefRowCount(3);
            field = area;
        } else {
            field = new TextField();
        }
        if (text) {
            frame = FieldFrame.below(parameter, path, field);
        } else {
            field.getStyleClass().add("number-field");
            frame = FieldFrame.beside(parameter, path, field);
        }
        mark = parameter.canBeAutomatic() ? new AutomaticMark(parameter, path, context) : null;
        if (mark != null) {
            frame.mark(mark);
        }
        context.register(path, frame);
        wire();
    }

    /** A bare field for a toolbar, as {@code field} of the same parameter. */
    TextControl(Declared parameter, ParameterPath path, FormContext context, TextField bare) {
        this.parameter = parameter;
        this.path = path;
        this.context = context;
        this.field = bare;
        this.frame = FieldFrame.bare(bare);
        this.mark = null;
        wire();
    }

    private void wire() {
        field.textProperty().addListener((o, was, is) -> typed(is));
        field.focusedProperty()
                .addListener(
                        (o, was, focused) -> {
                            if (!focused) {
                                context.editor().seal();
                            }
                        });
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        try {
            Object value = read(text);
            shown = value;
            context.editor().edit(path, value);
        } catch (IllegalArgumentException e) {
            // Marks that what is displayed is not the scenario's value.
            shown = null;
            context.editor().refuse(path, tr(String.valueOf(e.getMessage())), remedy());
        }
    }

    private Object read(String text) {
        if (parameter.canBeAutomatic() && text.isBlank()) {
            return parameter.automatic();
        }
        return switch (parameter.kind()) {
            case REAL -> (Object) Numbers.parse(text);
            case WHOLE -> whole(text);
            case WHOLES -> wholes(text);
            default -> text;
        };
    }

    private Object whole(String text) {
        long value = Numbers.parseWhole(text);
        if (parameter.type() == long.class) {
            return value;
        }
        return toInt(value, text);
    }

    private static Integer toInt(long value, String text) {
        if (value != (int) value) {
            throw new IllegalArgumentException(tr("\"{0}\" is too large", text.strip()));
        }
        return (int) value;
    }

    private static List<Integer> wholes(String text) {
        List<Integer> values = new ArrayList<>();
        for (String part : text.split("[,;]", -1)) {
            values.add(toInt(Numbers.parseWhole(part), part));
        }
        return List.copyOf(values);
    }

    private String remedy() {
        String range = Declaration.range(parameter.about());
        return switch (parameter.kind()) {
            case WHOLES -> tr("Write whole numbers with commas between them, such as 2, 3");
            case WHOLE -> (tr("Enter a whole number {0}", range)).strip();
            default -> (tr("Enter a number {0}", range)).strip();
        };
    }

    private String write(Object value) {
        if (parameter.isAutomatic(value)) {
            return "";
        } else if (value instanceof Double real) {
            return Numbers.edited(real);
        } else if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** A settled number, short enough for its field. */
    private static String brief(Object settled) {
        return settled instanceof Double real
                ? Numbers.shown(real)
                : Numbers.brief(((Number) settled).longValue());
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public void show(Object value, boolean restore) {
        if (mark != null) {
            mark.show(value);
            Object settled = mark.settled(value);
            field.setPromptText(settled == null ? tr("auto") : tr("auto: {0}", brief(settled)));
        }
        // Text that is no value stays for the person to mend.
        boolean kept = shown == null && context.editor().unreadableAt(path);
        if (!restore && (kept || Objects.equals(value, shown))) {
            return;
        }
        shown = value;
        String text = write(value);
        if (!text.equals(field.getText())) {
            showing = true;
            field.setText(text);
            showing = false;
        }
    }

    /** A field of the same parameter outside the form. */
    static TextField second(Declared parameter, ParameterPath path, FormContext context) {
        TextField bare = new TextField();
        TextControl control = new TextControl(parameter, path, context, bare);
        context.editor()
                .listen(
                        change ->
                                control.show(
                                        path.read(context.editor().scenario()),
                                        change
                                                == stackelberg.workbench.session.ScenarioEditor
                                                        .Change.RESTORED));
        control.show(path.read(context.editor().scenario()), true);
        context.register(path, control.frame);
        return bare;
    }
}
