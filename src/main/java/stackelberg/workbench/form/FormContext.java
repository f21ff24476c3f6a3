package stackelberg.workbench.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import stackelberg.parameter.Fault;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.ScenarioEditor;

/** What the controls of a form share: the editor, and the places where faults are shown. */
public final class FormContext {
    private final ScenarioEditor editor;
    private final FilePicker picker;
    private Consumer<ParameterPath> vary = path -> {};
    private final Map<String, List<FieldFrame>> frames = new LinkedHashMap<>();

    public FormContext(ScenarioEditor editor, FilePicker picker) {
        this.editor = editor;
        this.picker = picker;
    }

    FilePicker picker() {
        return picker;
    }

    ScenarioEditor editor() {
        return editor;
    }

    /** What a field's menu does to vary its parameter in a study. */
    public void onVary(Consumer<ParameterPath> action) {
        vary = action;
    }

    void register(ParameterPath path, FieldFrame frame) {
        frame.onVary(() -> vary.accept(path));
        frames.computeIfAbsent(path.text(), p -> new ArrayList<>()).add(frame);
    }

    /** Forgets what lies strictly below a path: its controls are being replaced. */
    void forgetBelow(ParameterPath path) {
        frames.keySet()
                .removeIf(p -> !p.equals(path.text()) && ParameterPath.within(p, path.text()));
    }

    /** Shows each fault at the field that is nearest to it; returns those that have none. */
    public List<Fault> showFaults() {
        Map<String, List<Fault>> byFrame = new LinkedHashMap<>();
        List<Fault> homeless = new ArrayList<>();
        for (Fault fault : editor.faults()) {
            String home = home(fault);
            if (home.isEmpty()) {
                homeless.add(fault);
            } else {
                byFrame.computeIfAbsent(home, h -> new ArrayList<>()).add(fault);
            }
        }
        frames.forEach(
                (path, at) ->
                        at.forEach(f -> f.faults(byFrame.getOrDefault(path, List.of()), path)));
        return homeless;
    }

    private String home(Fault fault) {
        String nearest = "";
        for (String path : frames.keySet()) {
            if (path.length() > nearest.length() && ParameterPath.within(fault.path(), path)) {
                nearest = path;
            }
        }
        return nearest;
    }

    /** Every field by the words of its place, with what brings it into view. */
    public Map<String, Runnable> fields() {
        Map<String, Runnable> fields = new LinkedHashMap<>();
        frames.forEach(
                (path, at) -> {
                    FieldFrame first = at.get(0);
                    if (!first.title().isEmpty()) {
                        String place = place(path);
                        fields.put(
                                first.title() + (place.isEmpty() ? "" : " (" + place + ")"),
                                first::reveal);
                    }
                });
        return fields;
    }

    /** What a parameter belongs to: "episode" of {@code $.episode.rewardPlays}. */
    private static String place(String path) {
        int last = path.lastIndexOf('.');
        return last <= 1 ? "" : path.substring(2, last).replace('.', ' ');
    }

    /** Brings the field of a fault into view and puts the cursor there. */
    public void reveal(Fault fault) {
        List<FieldFrame> at = frames.get(home(fault));
        if (at != null) {
            at.get(0).reveal();
        }
    }
}
