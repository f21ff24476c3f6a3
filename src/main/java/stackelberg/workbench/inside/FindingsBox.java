package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import stackelberg.follower.Artefact;
import stackelberg.workbench.session.Numbers;

/** What came of what was trained for a follower before the run: sentences and a table. */
final class FindingsBox extends VBox {
    private Artefact.Findings shown = Artefact.Findings.NONE;

    FindingsBox() {
        super(4);
        setManaged(false);
    }

    void show(Artefact.Findings findings) {
        if (findings == shown) {
            return;
        }
        shown = findings;
        getChildren().clear();
        setManaged(!findings.sentences().isEmpty());
        findings.sentences().forEach(sentence -> getChildren().add(Texts.help(tr(sentence))));
        if (!findings.rows().isEmpty()) {
            getChildren().add(table(findings));
        }
    }

    private static GridPane table(Artefact.Findings findings) {
        GridPane table = new GridPane();
        table.setHgap(14);
        table.setVgap(2);
        for (int column = 0; column < findings.columns().size(); column++) {
            Label heading = Texts.help(tr(findings.columns().get(column)));
            heading.setWrapText(false);
            table.add(right(heading), column + 1, 0);
        }
        for (int row = 0; row < findings.rows().size(); row++) {
            Artefact.Row one = findings.rows().get(row);
            Label name = new Label(tr(one.name()));
            name.setMinWidth(60);
            name.setTooltip(new Tooltip(tr(one.name())));
            table.add(name, 0, row + 1);
            for (int column = 0; column < one.numbers().length; column++) {
                Label number = new Label(Numbers.shown(one.numbers()[column]));
                table.add(right(number), column + 1, row + 1);
            }
        }
        return table;
    }

    private static Label right(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
