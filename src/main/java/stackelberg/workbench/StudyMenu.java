package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.study.StudyRecipes;

/** Studies of the open scenario, each begun by one click. */
final class StudyMenu extends MenuButton {
    StudyMenu(StudyActions studies, Runnable all) {
        super(tr("Studies"), new FontIcon("fth-layers"));
        setId("study-menu");
        getStyleClass().add("tool");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(
                new Tooltip(
                        tr(
                                "Train the open scenario many times and compare.\n"
                                        + "To vary one parameter: the menu of its field.")));
        item("all-studies", tr("All studies, and the paper's (Ctrl+B)"), all);
        getItems().add(new SeparatorMenuItem());
        item("study-repeat", tr("Repeat over seeds"), () -> studies.begin(StudyRecipes::repeat));
        item(
                "study-ablate",
                tr("Ablate: response phase and critic"),
                () -> studies.begin(StudyRecipes::ablation));
        item(
                "study-followers",
                tr("Compare follower models"),
                () -> studies.begin(StudyRecipes::followers));
        item("study-learners", tr("Compare learners"), () -> studies.begin(StudyRecipes::learners));
    }

    private void item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(e -> action.run());
        getItems().add(item);
    }
}
