package stackelberg.workbench.form;

import java.util.Optional;
import javafx.scene.Node;

/** What a person edits one parameter with. */
interface ParameterControl {
    /** The node to put on the form. */
    Node node();

    /** What of it belongs among the settings that the program can settle, apart from the rest. */
    default Optional<Node> settings() {
        return Optional.empty();
    }

    /**
     * Shows a value. A control that holds text which is no value keeps that text, unless everything
     * is restored.
     *
     * @param restore after undo, redo or opening: show the value whatever was typed
     */
    void show(Object value, boolean restore);
}
