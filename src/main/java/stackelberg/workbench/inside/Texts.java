package stackelberg.workbench.inside;

import javafx.scene.control.Label;

/** Labels of two sorts. */
final class Texts {
    private Texts() {}

    static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    static Label help(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("help");
        return label;
    }
}
