package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Fault;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.ScenarioEditor;

/**
 * The form of the whole scenario: a section for each part, single values in a row gathered into one
 * section. What the program can settle from the game is folded away in one section of its own.
 */
public final class ScenarioForm extends ScrollPane {
    private static final Scenario USUAL = new Scenario();

    private final ScenarioEditor editor;
    private final FormContext context;
    private final Map<Declared, ParameterControl> controls = new LinkedHashMap<>();
    private final VBox sections = new VBox(6);
    private final Label elsewhere = new Label();
    private final SettingsFold settings;

    public ScenarioForm(ScenarioEditor editor, FilePicker picker) {
        this.editor = editor;
        this.context = new FormContext(editor, picker);
        this.settings = new SettingsFold(context, "settings", tr("Settings"));
        setId("scenario-form");
        getStyleClass().add("scenario-form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sections.getStyleClass().add("sections");
        elsewhere.getStyleClass().add("fault");
        elsewhere.setWrapText(true);
        editor.listen(change -> refresh(change == ScenarioEditor.Change.RESTORED));
        sceneProperty().addListener((o, was, is) -> prepare());
    }

    /** Makes the fields, unless it was done: they take time, and the window opens without them. */
    public void prepare() {
        if (getContent() == null) {
            build();
            setContent(sections);
            refresh(true);
        }
    }

    private void build() {
        List<Declared> single = new ArrayList<>();
        for (Declared parameter : Declaration.of(Scenario.class).parameters()) {
            if (settled(parameter)) {
                addSetting(parameter);
            } else if (part(parameter)) {
                gather(single);
                section(parameter.about().label(), List.of(parameter));
            } else {
                single.add(parameter);
            }
        }
        sections.getChildren().add(settings.pane());
        gather(single);
    }

    private static boolean part(Declared parameter) {
        return switch (parameter.kind()) {
            case GROUP, MEMBER, MEMBERS, TABLE -> true;
            default -> false;
        };
    }

    /** Whether the program can settle it, or most of what is in it. */
    private static boolean settled(Declared parameter) {
        return switch (parameter.kind()) {
            case GROUP, MEMBER -> Declaration.setByHand((Record) parameter.value(USUAL)) > 0;
            default -> parameter.canBeAutomatic();
        };
    }

    private void gather(List<Declared> single) {
        if (single.isEmpty()) {
            return;
        }
        StringBuilder title = new StringBuilder(single.get(0).about().label());
        for (int i = 1; i < single.size(); i++) {
            title.append(i == single.size() - 1 ? " and " : ", ")
                    .append(single.get(i).about().label().toLowerCase(Locale.ROOT));
        }
        section(title.toString(), List.copyOf(single));
        single.clear();
    }

    private void section(String title, List<Declared> parameters) {
        VBox body = new VBox(8);
        for (Declared parameter : parameters) {
            ParameterControl control = control(parameter);
            body.getChildren().add(control.node());
            control.settings().ifPresent(node -> addSetting(title, node));
        }
        TitledPane pane = new TitledPane(tr(title), body);
        pane.setAnimated(false);
        pane.getStyleClass().add("section");
        sections.getChildren().add(pane);
    }

    private void addSetting(Declared parameter) {
        ParameterControl control = control(parameter);
        if (part(parameter)) {
            addSetting(parameter.about().label(), control.node());
        } else {
            settings.add(control.node());
        }
    }

    private void addSetting(String title, Node node) {
        Label heading = new Label(tr(title));
        heading.getStyleClass().add("heading");
        settings.add(new VBox(8, heading, node));
    }

    private ParameterControl control(Declared parameter) {
        ParameterControl control =
                Controls.of(parameter, ParameterPath.ROOT.at(parameter.name()), context);
        controls.put(parameter, control);
        return control;
    }

    private void refresh(boolean restore) {
        Scenario scenario = editor.scenario();
        controls.forEach((parameter, control) -> control.show(parameter.value(scenario), restore));
        settings.refresh();
        List<Fault> homeless = context.showFaults();
        sections.getChildren().remove(elsewhere);
        if (!homeless.isEmpty()) {
            elsewhere.setText(String.join("\n", homeless.stream().map(Fault::toString).toList()));
            sections.getChildren().add(0, elsewhere);
        }
    }

    /** What a field's menu does to vary its parameter in a study. */
    public void onVary(Consumer<ParameterPath> action) {
        context.onVary(action);
    }

    /** Brings the first fault into view; nothing if there is none. */
    public void revealFirstFault() {
        if (!editor.faults().isEmpty()) {
            context.reveal(editor.faults().get(0));
        }
    }

    /** Every field by the words of its label, with what brings it into view. */
    public Map<String, Runnable> fields() {
        prepare();
        return context.fields();
    }

    /** A second field for a top-level parameter, for the toolbar. */
    public TextField second(String name) {
        Declared parameter =
                Declaration.of(Scenario.class).parameters().stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return TextControl.second(parameter, ParameterPath.ROOT.at(name), context);
    }
}
