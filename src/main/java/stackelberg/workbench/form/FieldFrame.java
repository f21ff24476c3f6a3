package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Parameter;
import stackelberg.workbench.session.ParameterPath;

/** A control with its label, its tooltip, and room below for what is wrong. */
final class FieldFrame {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final VBox box = new VBox(2);
    private final Node control;
    private final Label message = new Label();
    private String row = "row";
    private String column = "column";

    private String title = "";

    private FieldFrame(Node control) {
        this.control = control;
        message.getStyleClass().add("fault");
        message.setWrapText(true);
        message.setMinHeight(Label.USE_PREF_SIZE);
        box.getStyleClass().add("field");
    }

    /** A frame with the label beside the control. */
    static FieldFrame beside(Declared parameter, ParameterPath path, Control control) {
        FieldFrame frame = new FieldFrame(control);
        frame.title = title(parameter.about());
        Label label = label(parameter, control);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, label, control);
        line.setAlignment(Pos.CENTER_LEFT);
        frame.box.getChildren().add(line);
        name(control, parameter, path);
        return frame;
    }

    /** A frame with the label above the control. */
    static FieldFrame below(Declared parameter, ParameterPath path, Node control) {
        FieldFrame frame = new FieldFrame(control);
        frame.title = title(parameter.about());
        frame.row = tr(parameter.about().rows());
        frame.column = tr(parameter.about().columns());
        frame.box.getChildren().addAll(label(parameter, control), control);
        name(control, parameter, path);
        return frame;
    }

    /** A frame without a label, for what a heading has named already. */
    static FieldFrame bare(Node control) {
        FieldFrame frame = new FieldFrame(control);
        frame.box.getChildren().add(control);
        return frame;
    }

    /** What its label says; empty if it has none. */
    String title() {
        return title;
    }

    /** Puts a mark beside the label. */
    void mark(AutomaticMark mark) {
        Node first = box.getChildren().get(0);
        if (first instanceof HBox line) {
            line.getChildren().add(1, mark.node());
        } else {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(8);
            box.getChildren().set(0, line);
            line.getChildren().addAll(first, gap, mark.node());
            line.setAlignment(Pos.CENTER_LEFT);
        }
    }

    private static void name(Node control, Declared parameter, ParameterPath path) {
        control.setId(id(path));
        control.setAccessibleText(title(parameter.about()));
        control.setAccessibleHelp(explanation(parameter));
        if (control instanceof Control c) {
            c.setTooltip(tooltip(explanation(parameter)));
        }
    }

    /** Offers, in the menu of the field's label, to vary the parameter in a study. */
    void onVary(Runnable action) {
        MenuItem item = new MenuItem(tr("Vary this parameter …"));
        item.setOnAction(e -> action.run());
        ContextMenu menu = new ContextMenu(item);
        box.setOnContextMenuRequested(
                e -> {
                    menu.show(box, e.getScreenX(), e.getScreenY());
                    e.consume();
                });
    }

    private static Label label(Declared parameter, Node control) {
        Label label = new Label(title(parameter.about()));
        label.setWrapText(true);
        label.setLabelFor(control);
        label.setTooltip(tooltip(explanation(parameter)));
        label.getStyleClass().add("field-label");
        return label;
    }

    /** The id of the control at a path, for instance {@code field-episode-responsePlays}. */
    static String id(ParameterPath path) {
        return "field"
                + path.text().substring(1).replaceAll("]?[.\\[]|]", "-").replaceAll("-$", "");
    }

    /** The label with symbol and unit. */
    static String title(Parameter about) {
        String symbol =
                about.symbol().isEmpty() || about.label().contains(about.symbol())
                        ? ""
                        : " " + about.symbol();
        return tr(about.label())
                + symbol
                + (about.unit().isEmpty() ? "" : " (" + tr(about.unit()) + ")");
    }

    /** Help, range and source of a parameter. */
    static String explanation(Declared parameter) {
        Parameter about = parameter.about();
        StringBuilder text = new StringBuilder(tr(about.help()));
        String range = Declaration.range(about);
        if (!range.isEmpty()) {
            String of =
                    switch (parameter.kind()) {
                        case TEXT -> tr(" characters");
                        case MEMBERS, WHOLES -> tr(" entries");
                        case LINES -> tr(" lines");
                        default -> "";
                    };
            text.append(tr("\nAllowed: ")).append(tr(range)).append(of).append('.');
        }
        if (parameter.canBeAutomatic()) {
            text.append(tr("\nLeft empty, the program settles it from the game."));
        }
        if (!about.source().isEmpty()) {
            text.append(tr("\nSource: ")).append(tr(about.source())).append('.');
        }
        return text.toString();
    }

    static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(380);
        return tooltip;
    }

    Node node() {
        return box;
    }

    /** Shows what is wrong here; nothing for an empty list. */
    void faults(List<Fault> faults, String path) {
        boolean wrong = !faults.isEmpty();
        control.pseudoClassStateChanged(INVALID, wrong);
        if (!wrong) {
            box.getChildren().remove(message);
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Fault fault : faults.subList(0, Math.min(3, faults.size()))) {
            String deeper = fault.path().substring(path.length());
            text.append(text.isEmpty() ? "" : "\n")
                    .append(deeper.isEmpty() ? "" : where(deeper))
                    .append(sentence(tr(fault.problem())))
                    .append(' ')
                    .append(sentence(tr(fault.remedy())));
        }
        if (faults.size() > 3) {
            text.append(tr("\n… and ")).append(faults.size() - 3).append(tr(" more."));
        }
        message.setText(text.toString());
        if (!box.getChildren().contains(message)) {
            box.getChildren().add(message);
        }
    }

    private String where(String deeper) {
        // [row][column][number in a cell] of a table, [number] of a list; from 1 for a person.
        if (!deeper.matches("(\\[\\d+])+")) {
            return deeper + ": ";
        }
        int[] places =
                Arrays.stream(deeper.substring(1, deeper.length() - 1).split("]\\[", -1))
                        .mapToInt(index -> Integer.parseInt(index) + 1)
                        .toArray();
        if (places.length == 1) {
            return tr("Number {0}: ", places[0]);
        }
        String number = places.length > 2 && places[2] > 1 ? tr(", number {0}", places[2]) : "";
        return sentenceStart(row)
                + " "
                + places[0]
                + ", "
                + column
                + " "
                + places[1]
                + number
                + ": ";
    }

    private static String sentenceStart(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String upper = sentenceStart(text);
        return upper.endsWith(".") ? upper : upper + ".";
    }

    /** Opens the sections around the field, scrolls to it and puts the cursor into it. */
    void reveal() {
        Parent up = box.getParent();
        while (up != null) {
            if (up instanceof SettingsFold.Body body) {
                up = body.unfold();
                continue;
            }
            if (up instanceof TitledPane section) {
                section.setAnimated(false);
                section.setExpanded(true);
            } else if (up instanceof ScrollPane scroll) {
                scroll.applyCss();
                scroll.layout();
                scrollTo(scroll);
            }
            up = up.getParent();
        }
        control.requestFocus();
    }

    private void scrollTo(ScrollPane scroll) {
        Node content = scroll.getContent();
        Bounds here = content.sceneToLocal(box.localToScene(box.getBoundsInLocal()));
        double room =
                content.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.max(0, Math.min(1, (here.getMinY() - 40) / room)));
        }
    }
}
