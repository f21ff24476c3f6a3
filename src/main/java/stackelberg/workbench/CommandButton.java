package stackelberg.workbench;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar's button for a command. */
final class CommandButton extends Button {
    private static final String ICON = "button-icon";

    CommandButton(Command command) {
        FontIcon icon = new FontIcon(command.icon().get());
        command.icon().addListener((o, was, is) -> icon.setIconLiteral(is));
        setGraphic(icon);
        setId(command.id());
        textProperty().bind(command.label());
        getStyleClass().add("tool");
        words(false);
        setMinWidth(USE_PREF_SIZE);
        String key = " (" + command.key().getDisplayText() + ")";
        Tooltip tooltip = new Tooltip(command.label().get() + key + "\n" + command.help());
        command.label()
                .addListener((o, was, is) -> tooltip.setText(is + key + "\n" + command.help()));
        setTooltip(tooltip);
        accessibleTextProperty().bind(command.label());
        setAccessibleHelp(command.help());
        disableProperty().bind(command.disabled());
        setOnAction(e -> command.run());
    }

    /** Shows the command's name beside its icon, or the icon alone. */
    void words(boolean shown) {
        setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().remove(ICON);
        if (!shown) {
            getStyleClass().add(ICON);
        }
    }
}
