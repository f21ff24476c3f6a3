package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Registered;
import stackelberg.workbench.session.ParameterPath;

/**
 * A box to choose a registered game, follower model or learner from, and the chosen one's
 * parameters below. Going back to one chosen before brings its settings back.
 */
final class MemberControl implements ParameterControl {
    private final ParameterPath path;
    private final FormContext context;
    private final ComboBox<Registered> box = new ComboBox<>();
    private final Label help = new Label();
    private final VBox body = new VBox();

    /** What the program can settle, apart from what a person has to say. */
    private final VBox settings = new VBox();

    private final VBox whole = new VBox(8);
    private final Predicate<Declared> apart;
    private final FieldFrame frame;
    private final Map<String, Object> before = new HashMap<>();
    private @Nullable Class<?> type;
    private @Nullable RecordForm form;
    private boolean showing;

    MemberControl(Declared parameter, ParameterPath path, FormContext context) {
        this(parameter, path, context, each -> false);
    }

    /**
     * @param apart which of the chosen one's parameters go to {@link #apart()} instead
     */
    MemberControl(
            Declared parameter,
            ParameterPath path,
            FormContext context,
            Predicate<Declared> apart) {
        this.apart = apart;
        this.path = path;
        this.context = context;
        for (Object member : parameter.family().members()) {
            Registered about = Family.about(member);
            box.getItems().add(about);
            before.put(about.type(), Declaration.automatic((Record) member));
        }
        box.setConverter(labels());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setId(FieldFrame.id(path));
        box.setAccessibleText(tr(parameter.about().label()));
        box.setTooltip(FieldFrame.tooltip(tr(parameter.about().help())));
        help.setWrapText(true);
        help.setMinHeight(Label.USE_PREF_SIZE);
        help.getStyleClass().add("help");
        frame = FieldFrame.bare(new VBox(4, box, help));
        whole.getChildren().addAll(frame.node(), body);
        context.register(path, frame);
        box.valueProperty().addListener((o, was, is) -> choose(is));
    }

    private void choose(@Nullable Registered chosen) {
        if (showing || chosen == null) {
            return;
        }
        Object value = before.get(chosen.type());
        if (value != null) {
            context.editor().seal();
            context.editor().edit(path, value);
        }
    }

    private static StringConverter<Registered> labels() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Registered about) {
                return about == null ? "" : tr(about.label());
            }

            @Override
            public Registered fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    @Override
    public Node node() {
        return whole;
    }

    /** The controls of those parameters that are apart from the others. */
    Node apart() {
        return settings;
    }

    @Override
    public void show(Object value, boolean restore) {
        Registered about = Family.about(value);
        before.put(about.type(), value);
        RecordForm present = form;
        if (present == null || value.getClass() != type) {
            type = value.getClass();
            context.forgetBelow(path);
            present =
                    new RecordForm(value.getClass().asSubclass(Record.class), path, context, apart);
            form = present;
            body.getChildren().setAll(present.node());
            settings.getChildren().setAll(present.apart());
            showing = true;
            box.setValue(about);
            showing = false;
            help.setText(tr(about.help()));
            help.setTooltip(
                    about.source().isEmpty()
                            ? null
                            : FieldFrame.tooltip(tr("Source: {0}", about.source())));
        }
        present.show((Record) value, restore);
    }
}
