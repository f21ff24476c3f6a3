package stackelberg.workbench;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar's button for a command. */
final class CommandButton extends Button {
    CommandButton(Command command, boolean withText) {
        FontIcon icon = new FontIcon(command.icon().get());
        command.icon().addListener((o, was, is) -> icon.setIconLiteral(is));
        setGraphic(icon);
        setId(command.id());
        textProperty().bind(command.label());
        setContentDisplay(withText ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        if (!withText) {
            getStyleClass().add("button-icon");
        }
        getStyleClass().add("tool");
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
}
