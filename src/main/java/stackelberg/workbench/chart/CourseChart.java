package stackelberg.workbench.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.jfree.chart.fx.ChartViewer;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.ResponseCourse;
import stackelberg.workbench.theme.Theme;

/** How the probabilities of a follower's actions move over a response phase. */
public final class CourseChart extends BorderPane {
    private static final double HEIGHT = 190;

    private final LinePlot plot = new LinePlot("plays of the response phase", Scale.LINEAR, 1);
    private final ChartViewer viewer = new ChartViewer(plot.chart(), false);
    private final Crosshair crosshair;
    private final Legend legend = new Legend(this::hide);
    private final Set<String> hidden = new HashSet<>();
    private List<ChartLine> lines = List.of();
    private List<ChartLine> drawn = List.of();
    private Theme theme = Theme.LIGHT;

    public CourseChart() {
        crosshair = new Crosshair(viewer, plot.plot(), plot.across(), () -> drawn);
        getStyleClass().add("chart-pane");
        viewer.setMinSize(0, 0);
        viewer.setPrefHeight(HEIGHT);
        StackPane centre = new StackPane(viewer, crosshair);
        centre.setMinSize(0, HEIGHT);
        setCenter(centre);
        setBottom(legend);
        theme(theme);
    }

    private void hide(String line, boolean off) {
        if (off) {
            hidden.add(line);
        } else {
            hidden.remove(line);
        }
        redraw();
    }

    public void theme(Theme newTheme) {
        theme = newTheme;
        viewer.getCanvas()
                .getGraphicsContext2D()
                .setFont(Font.font(LinePlot.FONT, LinePlot.fontSize(1)));
        plot.theme(theme, 1);
        redraw();
    }

    /**
     * Draws a course.
     *
     * @param view the follower's type · observations + observation
     */
    public void show(BaseGame game, ResponseCourse course, int follower, int view) {
        lines = lines(game, course, follower, view);
        setAccessibleText(words(course));
        redraw();
    }

    /** The course in a sentence: what was likely at first and what is in the end. */
    private String words(ResponseCourse course) {
        StringBuilder words = new StringBuilder("Over ");
        words.append((long) course.plays()[course.plays().length - 1]).append(" plays: ");
        for (ChartLine line : lines) {
            words.append(
                    String.format(
                            java.util.Locale.ROOT,
                            "%s from %.2f to %.2f; ",
                            line.name(),
                            line.y()[0],
                            line.y()[line.y().length - 1]));
        }
        return words.toString();
    }

    static List<ChartLine> lines(BaseGame game, ResponseCourse course, int follower, int view) {
        List<ChartLine> lines = new ArrayList<>();
        for (int action = 0; action < game.actions(follower); action++) {
            double[] values = new double[course.plays().length];
            for (int k = 0; k < values.length; k++) {
                values[k] = course.strategies()[k][follower][view][action];
            }
            lines.add(
                    ChartLine.single(
                            game.actionName(follower, action), action, course.plays(), values));
        }
        return lines;
    }

    private void redraw() {
        drawn =
                plot.lines(
                        Scale.LINEAR,
                        lines.stream().filter(line -> !hidden.contains(line.name())).toList(),
                        theme,
                        1);
        legend.show(lines, hidden, theme);
        crosshair.refresh();
    }
}
