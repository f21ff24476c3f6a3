package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Steering;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;

/** What can be changed in a run while it goes on, and what was changed so far. */
final class SteerTab extends VBox {
    private final CheckBox together = new CheckBox(tr("All seeds of this experiment"));
    private final VBox levers = new VBox(8);
    private final VBox made = new VBox(2);
    private final Label fault = new Label();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private @Nullable WatchedRun run;
    private List<Steering> told = List.of();

    SteerTab() {
        super(10);
        getStyleClass().add("inside-body");
        together.setId("steer-together");
        together.setSelected(true);
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.setId("steer-fault");
        getChildren()
                .addAll(
                        Texts.help(
                                tr(
                                        "Change a value and press Enter: it holds from the end of"
                                                + " the iteration under way on, is marked on every"
                                                + " chart, and is made again when the run is"
                                                + " resumed.")),
                        together,
                        levers,
                        fault,
                        Texts.heading(tr("Changed so far")),
                        made);
    }

    void show(WatchedRun shown) {
        List<Steering.Lever> now = shown.levers();
        List<String> paths = now.stream().map(Steering.Lever::path).toList();
        if (shown != run || !paths.equals(List.copyOf(fields.keySet()))) {
            run = shown;
            build(now);
        }
        for (Steering.Lever lever : now) {
            TextField field = fields.get(lever.path());
            if (field != null && !field.isFocused()) {
                field.setText(Numbers.sixDigits(lever.value()));
            }
        }
        List<Steering> held = shown.latest().steerings();
        if (!held.equals(told) || made.getChildren().isEmpty()) {
            told = held;
            tell(held);
        }
    }

    private void build(List<Steering.Lever> now) {
        levers.getChildren().clear();
        fields.clear();
        fault.setText("");
        if (now.isEmpty()) {
            levers.getChildren().add(Texts.help(tr("This run is over.")));
        }
        together.setDisable(now.isEmpty());
        String place = "";
        for (Steering.Lever lever : now) {
            String whose = lever.path().substring(0, lever.path().lastIndexOf('.'));
            if (!whose.equals(place)) {
                place = whose;
                levers.getChildren().add(Texts.heading(words(whose)));
            }
            levers.getChildren().add(line(lever));
        }
    }

    /** "Followers" of {@code followers[0]} where there is one, "Follower 2" of {@code [1]}. */
    private static String words(String place) {
        if (place.startsWith("followers[")) {
            int number = Integer.parseInt(place.replaceAll("\\D", "")) + 1;
            return tr("Follower model {0}", number);
        }
        return place.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + place.substring(1);
    }

    private HBox line(Steering.Lever lever) {
        String symbol = lever.parameter().about().symbol();
        Label label =
                new Label(
                        tr(lever.parameter().about().label())
                                + (symbol.isEmpty() ? "" : " " + symbol));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        TextField field = new TextField(Numbers.sixDigits(lever.value()));
        field.setId("steer-" + lever.path().replaceAll("\\W+", "-"));
        field.setPrefColumnCount(8);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(lever.path());
        field.setTooltip(new Tooltip(tr(lever.parameter().about().help())));
        field.setOnAction(e -> steer(lever.path(), field));
        label.setLabelFor(field);
        fields.put(lever.path(), field);
        HBox line = new HBox(8, label, field);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void steer(String path, TextField field) {
        WatchedRun present = run;
        if (present == null) {
            return;
        }
        try {
            double value = value(present, path, field.getText());
            List<WatchedRun> steered = new ArrayList<>();
            if (together.isSelected()) {
                present.experiment().runs().stream()
                        .filter(one -> !one.latest().state().over())
                        .forEach(steered::add);
            } else {
                steered.add(present);
            }
            steered.forEach(one -> one.steer(path, value));
            fault.setText("");
            levers.requestFocus();
        } catch (IllegalArgumentException e) {
            fault.setText(tr(String.valueOf(e.getMessage())));
        }
    }

    /** What a field says; where the lever stands if it says that, for it may leave digits out. */
    private static double value(WatchedRun of, String path, String text) {
        return of.levers().stream()
                .filter(lever -> lever.path().equals(path))
                .mapToDouble(Steering.Lever::value)
                .filter(value -> Numbers.sixDigits(value).equals(text))
                .findFirst()
                .orElseGet(() -> Numbers.parse(text));
    }

    private void tell(List<Steering> held) {
        made.getChildren().clear();
        for (Steering one : held) {
            made.getChildren()
                    .add(
                            Texts.help(
                                    tr(
                                            "{0} transitions: {1} = {2}",
                                            Numbers.count(one.transitions()),
                                            one.path(),
                                            Numbers.edited(one.value()))));
        }
        if (held.isEmpty()) {
            made.getChildren().add(Texts.help(tr("Nothing yet.")));
        }
    }
}
