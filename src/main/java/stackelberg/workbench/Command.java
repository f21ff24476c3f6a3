package stackelberg.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCombination;

/** Something the window can do: a button, a key and a line of the help page at once. */
final class Command {
    private final String id;
    private final String name;
    private final String help;
    private final KeyCombination key;
    private final Runnable action;
    private final StringProperty icon;
    private final StringProperty label;
    private final BooleanProperty disabled = new SimpleBooleanProperty();

    /**
     * @param id the id of its button
     * @param name a word or two
     * @param icon the name of a Feather icon
     * @param key for instance "Shortcut+N"; Shortcut is Ctrl, on macOS Cmd
     * @param help a sentence
     */
    Command(String id, String name, String icon, String key, String help, Runnable action) {
        this.id = id;
        this.name = name;
        this.icon = new SimpleStringProperty(icon);
        this.label = new SimpleStringProperty(name);
        this.key = KeyCombination.valueOf(key);
        this.help = help;
        this.action = action;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String help() {
        return help;
    }

    KeyCombination key() {
        return key;
    }

    /** The icon, which may change with what the command would do now. */
    StringProperty icon() {
        return icon;
    }

    /** The text of its button, which may change as the icon does. */
    StringProperty label() {
        return label;
    }

    BooleanProperty disabled() {
        return disabled;
    }

    void run() {
        if (!disabled.get()) {
            action.run();
        }
    }
}
