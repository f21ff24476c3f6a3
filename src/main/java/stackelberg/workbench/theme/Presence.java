package stackelberg.workbench.theme;

import javafx.scene.Node;

/** Whether a part of the window is there: seen, and given room. */
public final class Presence {
    private Presence() {}

    /** From now on it is there, or it is not. */
    public static void of(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
