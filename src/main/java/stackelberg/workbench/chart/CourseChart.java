package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.ResponseCourse;

/** How the probabilities of a follower's actions move over a response phase. */
public final class CourseChart extends LinesPane {
    private static final double HEIGHT = 190;

    public CourseChart() {
        super(tr("plays of the response phase"), 1);
        centre().setMinHeight(HEIGHT);
        centre().setPrefHeight(HEIGHT);
    }

    /**
     * Draws a course.
     *
     * @param view the follower's type · observations + observation
     */
    public void show(BaseGame game, ResponseCourse course, int follower, int view) {
        draw(lines(game, course, follower, view));
        setAccessibleText(words(course));
    }

    /** The course in a sentence: what was likely at first and what is in the end. */
    private String words(ResponseCourse course) {
        StringBuilder words = new StringBuilder(tr("Over "));
        words.append((long) course.plays()[course.plays().length - 1]).append(tr(" plays: "));
        for (ChartLine line : lines()) {
            words.append(
                    String.format(
                            java.util.Locale.ROOT,
                            tr("%s from %.2f to %.2f; "),
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
                            tr(game.actionName(follower, action)), action, course.plays(), values));
        }
        return lines;
    }
}
