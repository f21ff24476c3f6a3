package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.abego.treelayout.Configuration;
import org.abego.treelayout.NodeExtentProvider;
import org.abego.treelayout.TreeLayout;
import org.abego.treelayout.util.DefaultConfiguration;
import org.abego.treelayout.util.DefaultTreeForTreeLayout;
import stackelberg.game.MechanismTree;

/** A mechanism drawn as a tree, from the left to the right. */
final class TreePicture extends ScrollPane {
    /** More boxes than these nobody takes in. */
    static final int MOST = 48;

    private static final double HEIGHT = 22;
    private static final double CHARACTER = 6.6;
    private static final double PADDING = 14;

    /** Room for the words on an arm. */
    private static final double BETWEEN_LEVELS = 62;

    private static final double BETWEEN_NODES = 6;

    private final Pane pane = new Pane();
    private MechanismTree shown = new MechanismTree("", List.of());
    private double type = 1;

    /** A box: two that say the same are two. */
    private static final class Box {
        private final String words;
        private final String arm;

        Box(String words, String arm) {
            this.words = words;
            this.arm = arm;
        }
    }

    TreePicture() {
        setId("mechanism-tree");
        getStyleClass().add("tree-picture");
        setContent(pane);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFitToHeight(true);
    }

    /** Type so many times larger than usual. */
    void type(double times) {
        type = times;
        shown = new MechanismTree("", List.of());
    }

    void show(MechanismTree tree) {
        if (tree.equals(shown)) {
            return;
        }
        shown = tree;
        Box root = new Box(tree.words(), "");
        DefaultTreeForTreeLayout<Box> boxes = new DefaultTreeForTreeLayout<>(root);
        grow(boxes, root, tree);
        Configuration<Box> left =
                new DefaultConfiguration<>(
                        BETWEEN_LEVELS * type, BETWEEN_NODES * type, Configuration.Location.Left);
        TreeLayout<Box> layout = new TreeLayout<>(boxes, new Extents(type), left);
        draw(boxes, layout.getNodeBounds());
        setPrefHeight(layout.getBounds().getHeight() + 24);
        setMinHeight(getPrefHeight());
        pane.setPrefSize(layout.getBounds().getWidth(), layout.getBounds().getHeight());
        setAccessibleText(tr("Tree of the learned mechanism: {0}", words(tree)));
    }

    private static void grow(DefaultTreeForTreeLayout<Box> boxes, Box at, MechanismTree tree) {
        for (MechanismTree.Arm arm : tree.arms()) {
            Box child = new Box(arm.then().words(), arm.words());
            boxes.addChild(at, child);
            grow(boxes, child, arm.then());
        }
    }

    private static String words(MechanismTree tree) {
        List<String> parts = new ArrayList<>();
        tree.arms().forEach(arm -> parts.add(arm.words() + ": " + words(arm.then())));
        return tree.words() + (parts.isEmpty() ? "" : " (" + String.join("; ", parts) + ")");
    }

    private void draw(DefaultTreeForTreeLayout<Box> boxes, Map<Box, Rectangle2D.Double> places) {
        pane.getChildren().clear();
        places.forEach(
                (box, place) -> {
                    Rectangle2D parent =
                            box.arm.isEmpty() ? null : places.get(boxes.getParent(box));
                    if (parent != null) {
                        arm(parent, place, box.arm);
                    }
                });
        places.forEach(
                (box, place) -> {
                    Label label = new Label(tr(box.words));
                    label.getStyleClass().add(boxes.isLeaf(box) ? "tree-end" : "tree-box");
                    label.resizeRelocate(
                            place.getX(), place.getY(), place.getWidth(), place.getHeight());
                    label.setPrefSize(place.getWidth(), place.getHeight());
                    label.setMinSize(place.getWidth(), place.getHeight());
                    pane.getChildren().add(label);
                });
    }

    private void arm(Rectangle2D from, Rectangle2D to, String words) {
        Line line = new Line(from.getMaxX(), from.getCenterY(), to.getMinX(), to.getCenterY());
        line.getStyleClass().add("tree-arm");
        Label label = new Label(tr(words));
        label.getStyleClass().add("tree-words");
        // Beside the box that the arm leads to, where arms have come apart.
        label.setLayoutX(
                to.getMinX() - Math.min(BETWEEN_LEVELS - 6, 12 + 5.4 * words.length()) * type);
        label.setLayoutY(to.getCenterY() - 8 * type);
        pane.getChildren().addAll(line, label);
    }

    /** How much room a box takes. */
    private static final class Extents implements NodeExtentProvider<Box> {
        private final double type;

        Extents(double type) {
            this.type = type;
        }

        @Override
        public double getWidth(Box box) {
            return type * (PADDING + CHARACTER * box.words.length());
        }

        @Override
        public double getHeight(Box box) {
            return type * HEIGHT;
        }
    }
}
