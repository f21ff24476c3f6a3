package stackelberg.study;

import java.util.List;
import java.util.Locale;

/** The curves of a study's cells, each with a band of one standard error, as SVG. */
final class CurveFigure {
    private static final int WIDTH = 780;
    private static final int HEIGHT = 360;
    private static final int LEFT = 64;
    private static final int TOP = 12;
    private static final int RIGHT = 250;
    private static final int FOOT = 44;

    /** Beyond so many the figure would be a thicket. */
    private static final int MOST = 12;

    /** Told apart by people who see few colours: Okabe and Ito 2008, and again darker. */
    private static final List<String> COLOURS =
            List.of(
                    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000",
                    "#7a5c00", "#004a73", "#8a3c00", "#00664a", "#7f4a68");

    private CurveFigure() {}

    /** Empty if there is nothing to draw, or too much. */
    static String svg(Study study, List<Cell> cells, List<CellCurve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double longest = 0;
        int some = 0;
        for (CellCurve curve : curves) {
            int n = curve.mean().length;
            some += n > 1 ? 1 : 0;
            for (int k = 0; k < n; k++) {
                low = Math.min(low, curve.mean()[k] - curve.error()[k]);
                high = Math.max(high, curve.mean()[k] + curve.error()[k]);
                longest = Math.max(longest, curve.transitions()[k]);
            }
        }
        if (some == 0 || some > MOST) {
            return "";
        }
        double pad = StudyReport.pad(low, high);
        Frame frame = new Frame(longest, low - pad, high + pad);
        StringBuilder svg =
                new StringBuilder(
                        ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s"
                                        + " against transitions\" width=\"%d\" height=\"%d\""
                                        + " font-family=\"sans-serif\" font-size=\"12\">\n")
                                .formatted(
                                        StudyReport.escaped(study.measure().name()),
                                        WIDTH,
                                        HEIGHT));
        frame.draw(study.measure().name(), svg);
        int drawn = 0;
        for (int c = 0; c < cells.size(); c++) {
            if (curves.get(c).mean().length > 1) {
                draw(cells.get(c), curves.get(c), frame, drawn++, svg);
            }
        }
        return svg.append("</svg>\n<p>Line: mean over seeds; band: one standard error.</p>\n")
                .toString();
    }

    private static void draw(
            Cell cell, CellCurve curve, Frame frame, int number, StringBuilder svg) {
        String colour = COLOURS.get(number);
        StringBuilder band = new StringBuilder();
        StringBuilder line = new StringBuilder();
        int n = curve.mean().length;
        for (int k = 0; k < n; k++) {
            band.append(frame.point(curve.transitions()[k], curve.mean()[k] + curve.error()[k]));
            line.append(frame.point(curve.transitions()[k], curve.mean()[k]));
        }
        for (int k = n - 1; k >= 0; k--) {
            band.append(frame.point(curve.transitions()[k], curve.mean()[k] - curve.error()[k]));
        }
        svg.append(
                "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.18\"/>\n"
                        .formatted(band.toString().strip(), colour));
        svg.append(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>\n"
                        .formatted(line.toString().strip(), colour));
        int y = TOP + 12 + 18 * number;
        int x = WIDTH - RIGHT + 14;
        svg.append(StudyReport.line(x, y - 4.0, x + 18.0, y - 4.0, colour, 3, ""));
        String levels = String.join(", ", cell.levels().values());
        svg.append(
                StudyReport.text(
                        x + 24.0,
                        y,
                        "start",
                        (levels.isEmpty() ? "mean" : levels) + " (n = " + curve.seeds() + ")"));
    }

    /** Where numbers lie. */
    private record Frame(double longest, double low, double high) {
        double x(double transitions) {
            return LEFT + (WIDTH - LEFT - RIGHT) * transitions / longest;
        }

        double y(double value) {
            return TOP + (HEIGHT - TOP - FOOT) * (high - value) / (high - low);
        }

        String point(double transitions, double value) {
            return String.format(Locale.ROOT, "%.1f,%.1f ", x(transitions), y(value));
        }

        void draw(String measure, StringBuilder svg) {
            double foot = y(low);
            svg.append(StudyReport.line(LEFT, foot, x(longest), foot, "#888", 1, ""));
            svg.append(StudyReport.line(LEFT, foot, LEFT, TOP, "#888", 1, ""));
            double across = StudyReport.step(longest);
            for (double value = 0; value <= longest; value += across) {
                svg.append(StudyReport.line(x(value), foot, x(value), foot + 4, "#888", 1, ""));
                svg.append(
                        StudyReport.text(x(value), foot + 17, "middle", StudyReport.number(value)));
            }
            double up = StudyReport.step(high - low);
            for (double value = Math.ceil(low / up) * up; value <= high; value += up) {
                svg.append(StudyReport.line(LEFT - 4, y(value), LEFT, y(value), "#888", 1, ""));
                svg.append(
                        StudyReport.text(LEFT - 7, y(value) + 4, "end", StudyReport.number(value)));
            }
            svg.append(
                    StudyReport.text(x(longest / 2), HEIGHT - 8, "middle", "leader transitions"));
            svg.append(
                            "<text transform=\"rotate(-90)\" x=\"%.1f\" y=\"13\" text-anchor=\"middle\">"
                                    .formatted(-(TOP + foot) / 2))
                    .append(StudyReport.escaped(measure))
                    .append("</text>\n");
        }
    }
}
