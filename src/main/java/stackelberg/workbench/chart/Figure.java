package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import stackelberg.engine.Steering;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Theme;

/**
 * A chart as it stands, to be taken home: with a title that says of what, a legend, and what the
 * bands are.
 *
 * @param title what is charted
 * @param subtitle of which scenario
 * @param seeds of how many runs a line is the mean
 * @param across what the numbers across are
 * @param horizontal how they become places
 * @param vertical how values become places
 * @param smallestRange the least height of the chart
 * @param lines as they are seen
 * @param steerings where parameters were changed
 */
record Figure(
        String title,
        String subtitle,
        int seeds,
        String across,
        Scale horizontal,
        Scale vertical,
        double smallestRange,
        List<ChartLine> lines,
        List<Steering> steerings) {
    /** More lines than these nobody listens to. */
    private static final int MOST_SPOKEN = 6;

    /** On paper, which is white. */
    JFreeChart chart() {
        LinePlot plot = new LinePlot(across, horizontal, smallestRange);
        plot.theme(Theme.LIGHT, 1.2);
        plot.lines(vertical, lines, Theme.LIGHT, 1.2);
        plot.marks(steerings, Theme.LIGHT, 1.2);
        plot.caption(title, subtitle, note());
        return plot.chart();
    }

    /** What the lines and bands are. */
    String note() {
        boolean banded = lines.stream().anyMatch(line -> line.low() != null);
        return banded
                ? tr("Lines: mean over n = {0} seeds. Bands: least to largest of them.", seeds)
                : "n = " + seeds + (seeds == 1 ? tr(" seed.") : tr(" seeds."));
    }

    /** The chart in a sentence, for those who do not see it: where its lines begin and end. */
    String words() {
        StringBuilder words = new StringBuilder(title).append(tr(" chart of ")).append(subtitle);
        int told = 0;
        for (ChartLine line : lines) {
            int last = line.x().length - 1;
            if (last < 0 || told == MOST_SPOKEN) {
                continue;
            }
            told++;
            words.append(told == 1 ? ": " : "; ").append(line.name()).append(' ');
            words.append(Numbers.shown(round(line.y()[0])));
            double end = round(line.y()[last]);
            if (end != round(line.y()[0])) {
                words.append(tr(" to ")).append(Numbers.shown(end));
            }
        }
        if (lines.size() > told) {
            words.append(tr("; and ")).append(lines.size() - told).append(tr(" more"));
        }
        return words.append('.').toString();
    }

    private static double round(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(3)).doubleValue();
    }

    /** The last value of each line as a table with tabulators, for a spreadsheet. */
    String numbers() {
        StringBuilder text = new StringBuilder("line\tat\tvalue\tleast\tlargest\n");
        for (List<String> row : rows()) {
            text.append(String.join("\t", row)).append('\n');
        }
        return text.toString();
    }

    /** The same as a LaTeX table. */
    String latex() {
        StringBuilder text = new StringBuilder();
        text.append("% ").append(title).append(", ").append(subtitle).append(". ");
        text.append(note()).append('\n');
        text.append("\\begin{tabular}{lrrrr}\n\\hline\n");
        text.append("Line & at & value & least & largest \\\\\n\\hline\n");
        for (List<String> row : rows()) {
            text.append(String.join(" & ", row.stream().map(Latex::escape).toList()));
            text.append(" \\\\\n");
        }
        return text.append("\\hline\n\\end{tabular}\n").toString();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ChartLine line : lines) {
            int last = line.x().length - 1;
            if (last >= 0) {
                double[] exact = line.raw() == null ? line.y() : line.raw();
                rows.add(
                        List.of(
                                line.name(),
                                Numbers.edited(line.x()[last]),
                                number(exact, last),
                                number(line.low(), last),
                                number(line.high(), last)));
            }
        }
        return rows;
    }

    private static String number(double @org.jspecify.annotations.Nullable [] values, int at) {
        return values == null ? "" : String.format(Locale.ROOT, "%.6g", values[at]);
    }
}
