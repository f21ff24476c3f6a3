package stackelberg.workbench.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Fault;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.ScenarioEditor;

/**
 * The form of the whole scenario: a section for each part, single values in a row gathered into one
 * section.
 */
public final class ScenarioForm extends ScrollPane {
    private final ScenarioEditor editor;
    private final FormContext context;
    private final Map<Declared, ParameterControl> controls = new LinkedHashMap<>();
    private final VBox sections = new VBox(6);
    private final Label elsewhere = new Label();

    public ScenarioForm(ScenarioEditor editor) {
        this.editor = editor;
        this.context = new FormContext(editor);
        setId("scenario-form");
        getStyleClass().add("scenario-form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sections.getStyleClass().add("sections");
        elsewhere.getStyleClass().add("fault");
        elsewhere.setWrapText(true);
        build();
        setContent(sections);
        editor.listen(change -> refresh(change == ScenarioEditor.Change.RESTORED));
        refresh(true);
    }

    private void build() {
        List<Declared> single = new ArrayList<>();
        for (Declared parameter : Declaration.of(Scenario.class).parameters()) {
            if (part(parameter)) {
                gather(single);
                section(parameter.about().label(), List.of(parameter));
            } else {
                single.add(parameter);
            }
        }
        gather(single);
    }

    private static boolean part(Declared parameter) {
        return switch (parameter.kind()) {
            case GROUP, MEMBER, MEMBERS, TABLE -> true;
            default -> false;
        };
    }

    private void gather(List<Declared> single) {
        if (single.isEmpty()) {
            return;
        }
        StringBuilder title = new StringBuilder(single.get(0).about().label());
        for (int i = 1; i < single.size(); i++) {
            title.append(i == single.size() - 1 ? " and " : ", ")
                    .append(single.get(i).about().label().toLowerCase(java.util.Locale.ROOT));
        }
        section(title.toString(), List.copyOf(single));
        single.clear();
    }

    private void section(String title, List<Declared> parameters) {
        VBox body = new VBox(8);
        for (Declared parameter : parameters) {
            ParameterControl control =
                    Controls.of(parameter, ParameterPath.ROOT.at(parameter.name()), context);
            controls.put(parameter, control);
            body.getChildren().add(control.node());
        }
        TitledPane pane = new TitledPane(title, body);
        pane.setAnimated(false);
        // What a person says about a scenario gives way to what decides its runs.
        pane.setExpanded(parameters.stream().anyMatch(p -> p.kind() != Declared.Kind.TEXT));
        pane.getStyleClass().add("section");
        sections.getChildren().add(pane);
    }

    private void refresh(boolean restore) {
        Scenario scenario = editor.scenario();
        controls.forEach((parameter, control) -> control.show(parameter.value(scenario), restore));
        List<Fault> homeless = context.showFaults();
        sections.getChildren().remove(elsewhere);
        if (!homeless.isEmpty()) {
            elsewhere.setText(String.join("\n", homeless.stream().map(Fault::toString).toList()));
            sections.getChildren().add(0, elsewhere);
        }
    }

    /** Brings the first fault into view; nothing if there is none. */
    public void revealFirstFault() {
        if (!editor.faults().isEmpty()) {
            context.reveal(editor.faults().get(0));
        }
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
