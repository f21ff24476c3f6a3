package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Fault;
import stackelberg.scenario.Scenario;

/**
 * The scenario that is being assembled: every edit is a new {@link Scenario} in a {@link History}.
 * Text that cannot be read as a value stays with the field that it was typed into and is a fault
 * here until it is mended or undone.
 */
public final class ScenarioEditor {
    /** What happened to the scenario. */
    public enum Change {
        /** A field was edited; other fields may show more than before. */
        EDITED,
        /** Undo, redo or another scenario: every field is to show its value anew. */
        RESTORED,
        /** Saved: only the mark of unsaved changes may differ. */
        SAVED
    }

    /** Told of every change. */
    public interface Listener {
        void changed(Change change);
    }

    private final List<Listener> listeners = new ArrayList<>();
    private final Map<String, Fault> unreadable = new LinkedHashMap<>();
    private History<Scenario> history;
    private Scenario saved;
    private @Nullable Path file;
    private List<Fault> faults;
    private @Nullable Scenario settled;

    public ScenarioEditor(Scenario scenario) {
        history = new History<>(scenario);
        saved = scenario;
        faults = findFaults();
        settled = settle();
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public Scenario scenario() {
        return history.now();
    }

    /** The file that saving writes to; null for a sample or a new scenario. */
    public @Nullable Path file() {
        return file;
    }

    /** The scenario as it would be run, everything automatic settled; null while it has faults. */
    public @Nullable Scenario settled() {
        return settled;
    }

    /** Every fault of the scenario as it stands, unreadable text first. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether something would be lost if this scenario were dropped now. */
    public boolean unsaved() {
        return !scenario().equals(saved) || !unreadable.isEmpty();
    }

    /** Sets one parameter. Successive edits of the same one are a single step of undo. */
    public void edit(ParameterPath path, Object value) {
        unreadable.keySet().removeIf(p -> ParameterPath.within(p, path.text()));
        Scenario edited = (Scenario) path.write(scenario(), value);
        if (!edited.equals(scenario())) {
            history.put(edited, path.text());
        }
        tell(Change.EDITED);
    }

    /** Takes another scenario in place of the present one, as one step of undo. */
    public void replace(Scenario other) {
        unreadable.clear();
        history.seal();
        history.put(other, ParameterPath.ROOT.text());
        history.seal();
        tell(Change.RESTORED);
    }

    /** Notes that a field holds text that is no value; the scenario keeps the last one that was. */
    public void refuse(ParameterPath path, String problem, String remedy) {
        refuse(path, List.of(new Fault(path.text(), problem, remedy)));
    }

    /** Notes everything in one field that is no value, at paths within the field's. */
    public void refuse(ParameterPath path, List<Fault> found) {
        unreadable.keySet().removeIf(p -> ParameterPath.within(p, path.text()));
        for (Fault fault : found) {
            unreadable.put(fault.path(), fault);
        }
        tell(Change.EDITED);
    }

    /** Whether the field at {@code path} holds text that is no value. */
    public boolean unreadableAt(ParameterPath path) {
        return unreadable.keySet().stream().anyMatch(p -> ParameterPath.within(p, path.text()));
    }

    /** Ends a step of undo: the next edit is a new one. */
    public void seal() {
        history.seal();
    }

    public boolean canUndo() {
        return !unreadable.isEmpty() || history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /** Takes back unreadable text if there is any, else the last step. */
    public void undo() {
        if (unreadable.isEmpty()) {
            history.undo();
        }
        unreadable.clear();
        tell(Change.RESTORED);
    }

    public void redo() {
        unreadable.clear();
        history.redo();
        tell(Change.RESTORED);
    }

    /** Begins with another scenario; its history is empty. */
    public void open(Scenario scenario, @Nullable Path from) {
        history = new History<>(scenario);
        saved = scenario;
        file = from;
        unreadable.clear();
        tell(Change.RESTORED);
    }

    /** Takes up a scenario that was never saved. */
    public void recover(Scenario scenario, @Nullable Path from) {
        open(scenario, from);
        saved = new Scenario().automatic();
        tell(Change.RESTORED);
    }

    /** Notes that the present scenario is now in {@code to}. */
    public void saved(Path to) {
        saved = scenario();
        file = to;
        history.seal();
        tell(Change.SAVED);
    }

    /** How many followers the game has; 1 while the game has faults. */
    public int followerCount() {
        if (faults.stream().anyMatch(f -> ParameterPath.within(f.path(), "$.game"))) {
            return 1;
        }
        try {
            return scenario().game().assemble().followers();
        } catch (RuntimeException e) {
            return 1;
        }
    }

    private void tell(Change change) {
        faults = findFaults();
        settled = settle();
        for (Listener listener : List.copyOf(listeners)) {
            listener.changed(change);
        }
    }

    private @Nullable Scenario settle() {
        return faults.isEmpty() ? scenario().settled() : null;
    }

    private List<Fault> findFaults() {
        List<Fault> found = new ArrayList<>(unreadable.values());
        try {
            for (Fault fault : scenario().faults()) {
                if (!unreadable.containsKey(fault.path())) {
                    found.add(fault);
                }
            }
        } catch (RuntimeException e) {
            // A game from outside whose own check failed must not take the window down.
            found.add(
                    new Fault(
                            "$.game",
                            tr("it cannot be checked: {0}", e),
                            tr("Undo the last change, or report this to the game's author")));
        }
        return List.copyOf(found);
    }
}
