package stackelberg.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import stackelberg.engine.ProgramVersion;

/**
 * A study as one HTML file that needs nothing else: its question, a figure of every cell with its
 * interval, the tables, the settings, the seeds and the program's version. Prints in black on
 * white; whatever a file states is text in it, never markup.
 */
public final class StudyReport {
    private static final int WIDTH = 720;
    private static final int LABELS = 240;
    private static final int ROW = 26;
    private static final int MARGIN = 30;

    private final Study study;
    private final List<Cell> cells;
    private final List<Summary> summaries;
    private final StudyText text;
    private final List<CellCurve> curves = new ArrayList<>();

    /**
     * @throws IOException with a message for a person if what jobs have written cannot be read
     */
    public StudyReport(Outcomes outcomes, StudyFolder folder) throws IOException {
        this.study = outcomes.study();
        this.cells = outcomes.cells();
        this.text = new StudyText(outcomes);
        this.summaries = text.tables().get(0).summaries();
        for (Cell cell : cells) {
            curves.add(CellCurve.of(study, cell, folder));
        }
    }

    /** The whole file. */
    public String html() {
        return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <style>
        body { font: 15px/1.45 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
        table { border-collapse: collapse; margin: 1em 0; }
        th, td { border-bottom: 1px solid #ccc; padding: 0.2em 0.7em; text-align: left; }
        pre { background: #f4f4f4; padding: 1em; overflow: auto; font-size: 12px; }
        svg text { font: 12px sans-serif; }
        </style></head><body>
        <h1>%s</h1>
        <p>%s</p>
        %s
        %s
        %s
        <h2>Settings</h2>
        <p>Seeds %s, all of them counted. %s</p>
        <pre>%s</pre>
        </body></html>
        """
                .formatted(
                        escaped(study.title()),
                        escaped(study.title()),
                        escaped(study.question()),
                        CurveFigure.svg(study, cells, curves),
                        figure(),
                        tables(),
                        escaped(study.seeds()),
                        escaped(ProgramVersion.withJava()),
                        escaped(StudyFile.write(study)));
    }

    private String tables() {
        StringBuilder html = new StringBuilder();
        boolean open = false;
        for (String line : text.results().lines().toList()) {
            if (line.startsWith("## ")) {
                html.append("<h2>").append(escaped(line.substring(3))).append("</h2>\n");
            }
            if (line.startsWith("| ---")) {
                continue;
            }
            boolean row = line.startsWith("|");
            if (row && !open) {
                html.append("<table>\n").append(row(line, "th"));
            } else if (row) {
                html.append(row(line, "td"));
            } else if (open) {
                html.append("</table>\n");
            }
            if (line.startsWith("Against")) {
                html.append("<p>").append(escaped(line)).append("</p>\n");
            }
            open = row;
        }
        return html.append(open ? "</table>\n" : "").toString();
    }

    private static String row(String line, String tag) {
        String inside = line.substring(2, line.length() - 2);
        return List.of(inside.split(" \\| ", -1)).stream()
                .map(cell -> "<" + tag + ">" + escaped(cell.replace("\\|", "|")) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** One line a cell: its interval, its mean, worst and best; the optimum and the reference. */
    private String figure() {
        List<Double> all = new ArrayList<>();
        for (int k = 0; k < cells.size(); k++) {
            Summary s = summaries.get(k);
            all.addAll(List.of(s.best(), s.worst(), s.low(), s.high()));
            if (s.optimum() != null) {
                all.add(s.optimum());
            }
            study.reference(cells.get(k)).ifPresent(r -> all.add(r.value()));
        }
        double[] known =
                all.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
        if (known.length == 0) {
            return "";
        }
        double low = java.util.Arrays.stream(known).min().orElseThrow();
        double high = java.util.Arrays.stream(known).max().orElseThrow();
        double pad = pad(low, high);
        Across axis = new Across(low - pad, high + pad);
        int height = ROW * cells.size() + 2 * MARGIN;
        StringBuilder svg =
                new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Leader"
                                + " reward of every cell\" width=\"%d\" height=\"%d\">\n"
                                        .formatted(WIDTH, height));
        for (int k = 0; k < cells.size(); k++) {
            draw(k, axis, svg);
        }
        int foot = ROW * cells.size() + MARGIN;
        svg.append(line(axis.at(axis.low), foot, axis.at(axis.high), foot, "#888", 1, ""));
        double step = step(axis.high - axis.low);
        for (double value = Math.ceil(axis.low / step) * step; value <= axis.high; value += step) {
            svg.append(line(axis.at(value), foot, axis.at(value), foot + 4, "#888", 1, ""));
            svg.append(text(axis.at(value), foot + 18, "middle", number(value)));
        }
        return svg.append(
                        "</svg>\n"
                            + "<p>Dot: mean; bar: 95 % interval; thin line: worst to best; dashed:")
                .append(" exact optimum; dotted: reference.</p>\n")
                .toString();
    }

    private record Across(double low, double high) {
        double at(double value) {
            return LABELS + (value - low) / (high - low) * (WIDTH - LABELS - MARGIN);
        }
    }

    private void draw(int k, Across axis, StringBuilder svg) {
        Summary s = summaries.get(k);
        double y = MARGIN + ROW * (k + 0.5);
        String name = String.join(", ", cells.get(k).levels().values());
        svg.append(text(LABELS - 12, y + 4, "end", name));
        if (s.optimum() != null) {
            double x = axis.at(s.optimum());
            svg.append(line(x, y - 11, x, y + 11, "#333", 1.5, "5 3"));
        }
        Optional<Reference> reference = study.reference(cells.get(k));
        if (reference.isPresent()) {
            double x = axis.at(reference.get().value());
            svg.append(line(x, y - 11, x, y + 11, "#b50", 2, "1 3"));
        }
        if (s.n() == 0) {
            return;
        }
        svg.append(line(axis.at(s.worst()), y, axis.at(s.best()), y, "#06c", 1, ""));
        if (Double.isFinite(s.low())) {
            svg.append(line(axis.at(s.low()), y, axis.at(s.high()), y, "#06c", 6, ""));
        }
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#048\"/>%n",
                        axis.at(s.mean()),
                        y));
    }

    static String line(
            double x, double y, double toX, double toY, String colour, double width, String dash) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                        + " stroke-width=\"%.1f\" stroke-dasharray=\"%s\"/>%n",
                x,
                y,
                toX,
                toY,
                colour,
                width,
                dash);
    }

    static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                escaped(words));
    }

    /** How far an axis goes beyond its numbers: where these hardly differ, so far that ticks do. */
    static double pad(double low, double high) {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return high - low > 1e-9 * largest ? 0.05 * (high - low) : 0.5 * Math.max(1, largest);
    }

    /** 1, 2 or 5 times a power of ten, so that three to eight of them make up a range. */
    static double step(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range / 3)));
        return power * (range / power >= 15 ? 5 : range / power >= 6 ? 2 : 1);
    }

    static String number(double value) {
        double shown = Math.abs(value) < 1e-12 ? 0 : value;
        return BigDecimal.valueOf(shown)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
