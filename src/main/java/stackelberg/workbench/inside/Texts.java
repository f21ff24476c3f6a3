package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import javafx.scene.control.Label;

/** Labels of two sorts. */
final class Texts {
    private Texts() {}

    static Label heading(String text) {
        Label label = new Label(tr(text));
        label.getStyleClass().add("heading");
        return label;
    }

    static Label help(String text) {
        Label label = new Label(tr(text));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("help");
        return label;
    }
}
