package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declaration;

/**
 * A section, folded at first, for settings that the program settles from the game: its title says
 * how many of them a person has set. While it is folded its many fields are no part of the window,
 * so that whatever restyles that need not restyle them.
 */
final class SettingsFold {
    private final FormContext context;
    private final String title;
    private final Body body = new Body();
    private final TitledPane pane = new TitledPane();
    private final Button back = new Button(tr("All automatic"));

    /** What the section holds, which knows it also while it is no part of it. */
    final class Body extends VBox {
        private Body() {
            super(8);
        }

        /** Unfolds the section around it. */
        TitledPane unfold() {
            pane.setExpanded(true);
            return pane;
        }
    }

    SettingsFold(FormContext context, String id, String title) {
        this.context = context;
        this.title = title;
        pane.setId(id);
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.expandedProperty()
                .addListener((o, was, unfolded) -> pane.setContent(unfolded ? body : null));
        pane.getStyleClass().add("section");
        back.setId(id + "-automatic");
        back.getStyleClass().add("small");
        back.setTooltip(
                FieldFrame.tooltip(tr("Let the program settle all of these from the game")));
        back.setOnAction(e -> context.editor().replace(context.editor().scenario().automatic()));
        body.getChildren().add(back);
    }

    void add(Node node) {
        body.getChildren().add(node);
    }

    TitledPane pane() {
        return pane;
    }

    /** Follows the scenario. */
    void refresh() {
        int set = Declaration.setByHand(context.editor().scenario());
        pane.setText(title + ": " + (set == 0 ? tr("automatic") : tr("{0} set by hand", set)));
        back.setVisible(set > 0);
        back.setManaged(set > 0);
    }
}
