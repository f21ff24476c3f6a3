package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a study file states is text in its report: nothing of it runs or is fetched. */
class StudyReportTest {
    private static final String EVIL =
            "<script src='http://x/y.js'>alert(1)</script><img onerror=\"a()\">&amp;&#60;|\"'";

    private static final Pattern MARKUP =
            Pattern.compile("(?i)<(script|img|iframe|link|object|embed|a )");

    @TempDir private Path folder;

    @Test
    void nothingInItIsMarkup() throws Exception {
        String evil = new ObjectMapper().writeValueAsString(EVIL);
        StudyFile.Reading reading =
                StudyFile.read(
                        """
                        {"title": %1$s, "question": %1$s, "expected": %1$s,
                         "base": {"question": %1$s, "game": {"type": "simple-allocation"},
                           "followers": [{"type": "multiplicative-weights"}]},
                         "axes": [{"name": %1$s, "variants": [
                           {"name": %1$s, "set": {"game.messages": 1}},
                           {"name": "b", "set": {"game.messages": 2}}]}],
                         "seeds": "1",
                         "measures": [{"column": %1$s, "take": "last"}],
                         "references": [{"cell": {%1$s: %1$s}, "value": 0.5, "source": %1$s}],
                         "claims": [{"says": %1$s, "cell": {%1$s: %1$s}, "relation": "above",
                           "other": {%1$s: "b"}}]}
                        """
                                .formatted(evil.replace("http://x/y.js", "y")),
                        null);
        // The title of a run has at most 80 characters, which this has.
        assertThat(reading.faults()).isEmpty();
        StudyFolder study = new StudyFolder(folder);
        study.keep(StudyFile.write(reading.study()));
        study.publish(new Outcomes(reading.study(), reading.cells(), study));
        String html = Files.readString(study.report());
        assertThat(MARKUP.matcher(html).find()).isFalse();
        assertThat(html).contains("&lt;script src=&#39;y&#39;&gt;alert(1)&lt;/script&gt;");
        assertThat(html).doesNotContain("&amp;&#60;");
    }

    /** Numbers of one kind of mark, in the order in which they are drawn. */
    private static List<double[]> marks(String svg, String pattern) {
        List<double[]> marks = new ArrayList<>();
        for (MatchResult found : Pattern.compile(pattern).matcher(svg).results().toList()) {
            double[] numbers = new double[found.groupCount()];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = Double.parseDouble(found.group(k + 1));
            }
            marks.add(numbers);
        }
        return marks;
    }

    /** A scale by the first and the last of its ticks: {place, number}. */
    private static double read(List<double[]> ticks, double at) {
        double[] first = ticks.get(0);
        double[] last = ticks.get(ticks.size() - 1);
        return first[1] + (at - first[0]) / (last[0] - first[0]) * (last[1] - first[1]);
    }

    private static String line(String stroke, String width, String dash) {
        return "<line x1=\"(.*?)\" y1=\"(.*?)\" x2=\"(.*?)\" y2=\"(.*?)\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\"/>"
                .formatted(stroke, width, dash);
    }

    /** Everything lies within the figure. */
    private static void inside(String svg) {
        double[] size = marks(svg, "width=\"(\\d+)\" height=\"(\\d+)\"").get(0);
        marks(svg, " [c]?x[12]?=\"(.*?)\"")
                .forEach(x -> assertThat(Math.abs(x[0])).isBetween(0.0, size[0]));
        marks(svg, " [c]?y[12]?=\"(.*?)\"").forEach(y -> assertThat(y[0]).isBetween(0.0, size[1]));
    }

    private static final String REFERENCE =
            ", \"references\": [{\"cell\": {\"messages\": \"2\"}, \"value\": 0.75}]";

    /** Read off the axis under it, every mark says its number; 5.42 = .75 + 12.7 × .3674. */
    @Test
    void theFigureShowsTheNumbers() throws Exception {
        String svg =
                new Trained(Trained.messages(REFERENCE), folder)
                        .over(0, null, 0.25, 0.5, 0.75)
                        .over(1, 1.0, 0.5, 1.0)
                        .report();
        assertThat(svg).doesNotContain("against transitions");
        inside(svg);
        List<double[]> ticks =
                marks(svg, "<text x=\"(.*?)\" y=\".*?\" text-anchor=\"middle\">(.*?)</text>");
        assertThat(ticks).hasSizeBetween(3, 9);
        List<double[]> notches = marks(svg, line("#888", "1.0", ""));
        assertThat(notches).hasSize(ticks.size() + 1);
        double foot = notches.get(0)[1];
        for (int k = 0; k < ticks.size(); k++) {
            assertThat(notches.get(k + 1))
                    .containsExactly(ticks.get(k)[0], foot, ticks.get(k)[0], foot + 4);
        }
        List<double[]> dots = marks(svg, "<circle cx=\"(.*?)\" cy=\"(.*?)\"");
        assertThat(dots).hasSize(2);
        assertThat(read(ticks, dots.get(0)[0])).isCloseTo(0.5, within(0.01));
        assertThat(read(ticks, dots.get(1)[0])).isCloseTo(0.75, within(0.01));
        List<double[]> ranges = marks(svg, line("#06c", "1.0", ""));
        assertThat(read(ticks, ranges.get(0)[0])).isCloseTo(0.25, within(0.01));
        assertThat(read(ticks, ranges.get(0)[2])).isCloseTo(0.75, within(0.01));
        List<double[]> bars = marks(svg, line("#06c", "6.0", ""));
        assertThat(read(ticks, bars.get(0)[0])).isCloseTo(-0.121, within(0.01));
        assertThat(read(ticks, bars.get(1)[2])).isCloseTo(3.927, within(0.01));
        List<double[]> optima = marks(svg, line("#333", "1.5", "5 3"));
        assertThat(optima).hasSize(1);
        assertThat(read(ticks, optima.get(0)[0])).isCloseTo(1, within(0.01));
        List<double[]> references = marks(svg, line("#b50", "2.0", "1 3"));
        assertThat(references).hasSize(1);
        assertThat(read(ticks, references.get(0)[0])).isCloseTo(0.75, within(0.01));
        // A row a cell: its name, its bars and its dot at one height, the optimum across it.
        List<double[]> names = marks(svg, " y=\"(.*?)\" text-anchor=\"end\">(\\d)</text>");
        for (int k = 0; k < 2; k++) {
            double y = dots.get(k)[1];
            assertThat(names.get(k)[1]).isEqualTo(k + 1);
            assertThat(names.get(k)[0]).isCloseTo(y, within(6.0));
            assertThat(ranges.get(k)[1]).isEqualTo(y);
            assertThat(ranges.get(k)[3]).isEqualTo(y);
            assertThat(bars.get(k)[1]).isEqualTo(y);
            assertThat(bars.get(k)[3]).isEqualTo(y);
        }
        assertThat(dots.get(1)[1] - dots.get(0)[1]).isGreaterThan(20);
        assertThat(foot).isGreaterThan(dots.get(1)[1]);
        assertThat((optima.get(0)[1] + optima.get(0)[3]) / 2).isEqualTo(dots.get(1)[1]);
        assertThat((references.get(0)[1] + references.get(0)[3]) / 2).isEqualTo(dots.get(1)[1]);
    }

    /** One seed has a dot and no bar; a cell of which nothing is over has its name alone. */
    @Test
    void whatIsNotKnownIsNotDrawn() throws Exception {
        Trained trained = new Trained(Trained.messages(""), folder);
        assertThat(trained.report()).doesNotContain("<svg");
        String svg = trained.over(0, null, 0.5).report();
        assertThat(marks(svg, "<circle cx=\"(.*?)\" cy=\"(.*?)\"")).hasSize(1);
        assertThat(marks(svg, line("#06c", "6.0", ""))).isEmpty();
        assertThat(marks(svg, line("#333", "1.5", "5 3"))).isEmpty();
        assertThat(svg).contains(">1</text>", ">2</text>");
        inside(svg);
    }

    /** A reference far from all rewards widens the axis, as does an optimum. */
    @Test
    void whatIsComparedWithLiesInTheFigureToo() throws Exception {
        String svg =
                new Trained(Trained.messages(REFERENCE.replace("0.75", "90")), folder)
                        .over(0, -50.0, 0.25)
                        .over(1, null, 0.5)
                        .report();
        inside(svg);
        assertThat(marks(svg, line("#333", "1.5", "5 3"))).hasSize(1);
        assertThat(marks(svg, line("#b50", "2.0", "1 3"))).hasSize(1);
    }

    private static final String WAY = "transitions,greedy policy\n100,%s\n200,%s\n";

    /** Means 2 and 3 at the ends, errors 1 and 0; the other cell has no second point. */
    @Test
    void theCurvesShowTheNumbers() throws Exception {
        String html =
                new Trained(Trained.messages(""), folder)
                        .over(0, null, 3, 3)
                        .measured(0, 1, WAY.formatted(1, 3))
                        .measured(0, 2, WAY.formatted(3, 3))
                        .measured(1, 1, "transitions,greedy policy\n100,9\n")
                        .report();
        String svg = html.substring(html.indexOf("<svg"), html.indexOf("</svg>"));
        assertThat(svg).contains("aria-label=\"leader reward against transitions\"");
        inside(svg);
        List<double[]> across =
                marks(svg, "<text x=\"(.*?)\" y=\".*?\" text-anchor=\"middle\">([-\\d.]+)</text>");
        List<double[]> up = marks(svg, " y=\"(.*?)\" text-anchor=\"end\">(.*?)</text>");
        assertThat(across).hasSizeBetween(3, 9);
        assertThat(across.get(0)[1]).isZero();
        assertThat(up).hasSizeBetween(3, 9);
        up.forEach(tick -> tick[0] -= 4); // A number stands a little below its tick.
        List<double[]> notches = marks(svg, line("#888", "1.0", ""));
        assertThat(notches).hasSize(2 + across.size() + up.size());
        double foot = notches.get(0)[1];
        assertThat(notches.get(0)[3]).isEqualTo(foot);
        assertThat(notches.get(1)[0]).isEqualTo(notches.get(0)[0]).isEqualTo(across.get(0)[0]);
        for (int k = 0; k < across.size(); k++) {
            double x = across.get(k)[0];
            assertThat(notches.get(2 + k)).containsExactly(x, foot, x, foot + 4);
        }
        for (int k = 0; k < up.size(); k++) {
            double[] notch = notches.get(2 + across.size() + k);
            assertThat(notch[1]).isEqualTo(notch[3]).isCloseTo(up.get(k)[0], within(0.11));
            assertThat(notch[2]).isEqualTo(notches.get(0)[0]);
            assertThat(notch[0]).isLessThan(notch[2]);
        }
        List<double[]> lines = points(svg, "polyline");
        assertThat(lines).hasSize(75 + 1); // From 100 on, of 150 to 200.
        assertThat(read(across, lines.get(0)[0])).isCloseTo(100, within(0.5));
        assertThat(read(up, lines.get(0)[1])).isCloseTo(2, within(0.02));
        assertThat(read(across, lines.get(75)[0])).isCloseTo(200, within(0.5));
        assertThat(read(up, lines.get(75)[1])).isCloseTo(3, within(0.02));
        assertThat(lines.get(75)[0]).isEqualTo(notches.get(0)[2]);
        // There along the upper edge, and back along the lower one.
        List<double[]> band = points(svg, "polygon");
        assertThat(band).hasSize(2 * lines.size());
        for (double[] edge : band) {
            assertThat(edge[1]).isBetween(notches.get(1)[3], foot);
        }
        assertThat(read(up, band.get(0)[1])).isCloseTo(3, within(0.02));
        assertThat(read(up, band.get(75)[1])).isCloseTo(3, within(0.02));
        assertThat(read(up, band.get(76)[1])).isCloseTo(3, within(0.02));
        assertThat(read(up, band.get(151)[1])).isCloseTo(1, within(0.02));
        for (int k = 0; k < 76; k++) {
            assertThat(band.get(k)[0]).isEqualTo(lines.get(k)[0]);
            assertThat(band.get(151 - k)[0]).isEqualTo(lines.get(k)[0]);
        }
        assertThat(svg).contains(">1 (n = 2)</text>").doesNotContain(">2 (n");
    }

    private static List<double[]> points(String svg, String shape) {
        String points = svg.substring(svg.indexOf(" points=\"", svg.indexOf("<" + shape)) + 9);
        return marks(points.substring(0, points.indexOf('"')), "([-\\d.]+),([-\\d.]+)");
    }

    /** Of two curves, each has its own colour, in the figure and in the legend under it. */
    @Test
    void curvesAreToldApart() throws Exception {
        String svg =
                new Trained(Trained.messages(""), folder)
                        .measured(0, 1, WAY.formatted(1, 2))
                        .measured(1, 1, WAY.formatted(3, 4))
                        .report();
        List<MatchResult> curves =
                Pattern.compile("<polyline .*? stroke=\"(.*?)\"").matcher(svg).results().toList();
        assertThat(curves).hasSize(2);
        List<Double> heights = new ArrayList<>();
        for (MatchResult curve : curves) {
            List<double[]> keys = marks(svg, line(curve.group(1), "3.0", ""));
            assertThat(keys).hasSize(1);
            assertThat(keys.get(0)[1]).isEqualTo(keys.get(0)[3]);
            assertThat(keys.get(0)[2]).isGreaterThan(keys.get(0)[0]);
            heights.add(keys.get(0)[1]);
        }
        assertThat(curves.get(0).group(1)).isNotEqualTo(curves.get(1).group(1));
        List<double[]> names =
                marks(svg, " x=\"(.*?)\" y=\"(.*?)\" text-anchor=\"start\">(\\d) \\(n = 1\\)");
        for (int k = 0; k < 2; k++) {
            assertThat(names.get(k)[2]).isEqualTo(k + 1);
            assertThat(names.get(k)[1]).isCloseTo(heights.get(k), within(6.0));
        }
        assertThat(heights.get(1) - heights.get(0)).isGreaterThan(12);
    }

    @Test
    void theTablesAreTables() throws Exception {
        String html =
                new Trained(Trained.messages(REFERENCE), folder)
                        .over(0, null, 0.25, 0.5, 0.75)
                        .over(1, 1.0, 0.5, 1.0)
                        .report();
        String tables = html.substring(html.indexOf("<h2>Leader"), html.indexOf("<h2>Settings"));
        assertThat(tables)
                .isEqualToNormalizingNewlines(
                        """
                        <h2>Leader reward</h2>
                        <table>
                        <tr><th>messages</th><th>seeds</th><th>mean ± 95 %</th><th>middle half</th><th>best</th><th>worst</th><th>optimum</th><th>reached</th><th>reference</th></tr>
                        <tr><td>1</td><td>3</td><td>0.5000 ± 0.6210</td><td>0.5000</td><td>0.7500</td><td>0.2500</td><td>–</td><td>–</td><td>–</td></tr>
                        <tr><td>2</td><td>2</td><td>0.7500 ± 3.177</td><td>0.7500</td><td>1.000</td><td>0.5000</td><td>1.000</td><td>1 of 2</td><td>0.7500</td></tr>
                        </table>
                        <p>Against the first row, seed by seed:</p>
                        <table>
                        <tr><th>messages</th><th>pairs</th><th>difference</th><th>95 % (bootstrap)</th><th>p (t, Holm)</th></tr>
                        <tr><td>2</td><td>2</td><td>0.3750</td><td>0.2500 to 0.5000</td><td>0.20</td></tr>
                        </table>

                        """);
        assertThat(html).contains("<p>Seeds 1-3, all of them counted.");
    }

    /** A line break in a name, a bar at the beginning of the question: the tables stay whole. */
    @Test
    void noTextBreaksATable() throws Exception {
        StudyFile.Reading reading =
                StudyFile.read(
                        """
                        {"title": "T", "question": "| or\\n## not",
                         "base": {"game": {"type": "simple-allocation"}},
                         "axes": [{"name": "a\\nb", "variants": [
                           {"name": "c\\r\\nd", "set": {"game.messages": 1}}]}],
                         "references": [{"cell": {}, "value": 0.5, "source": "e\\nf"}],
                         "claims": [{"says": "g\\nh", "cell": {}, "relation": "above", "value": 0}]}
                        """,
                        null);
        assertThat(reading.faults()).isEmpty();
        String html = new Trained(reading.study(), folder).report();
        assertThat(html)
                .contains("<p>| or\n## not</p>")
                .doesNotContain("<h2>not</h2>")
                .contains("<tr><th>a b</th><th>seeds</th>")
                .contains("<tr><td>c d</td><td>0</td>")
                .contains("<td>0.5000, e f</td></tr>")
                .contains("<tr><td>g h</td><td>0</td>");
    }

    /** Neighbours among the numbers that a computer has: no ticks fit between them. */
    @Test
    @Timeout(20)
    void rewardsThatDifferInTheirLastDigitAreDrawn() throws Exception {
        for (double reward : new double[] {1, 1e6, 1e17, -3}) {
            double next = Math.nextUp(reward);
            Path other = folder.resolve(String.valueOf(reward));
            String html =
                    new Trained(Trained.messages(""), other)
                            .over(0, null, reward, next)
                            .over(1, next)
                            .measured(0, 1, WAY.formatted(reward, next))
                            .report();
            assertThat(html).contains("<circle", "<polyline").doesNotContain("NaN");
            assertThat(html).hasSizeLessThan(100_000);
        }
    }

    @Test
    void ticksAreRoundAndNeitherFewNorMany() {
        for (double range = 1e-6; range < 1e7; range *= 1.13) {
            double step = StudyReport.step(range);
            double leading = step / Math.pow(10, Math.floor(Math.log10(step * 1.0000001)));
            assertThat(Math.round(leading * 1e6) / 1e6).isIn(1.0, 2.0, 5.0);
            assertThat(range / step).isBetween(2.999, 8.001);
        }
        assertThat(StudyReport.number(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(StudyReport.number(-1e-17)).isEqualTo("0");
        assertThat(StudyReport.number(200000)).isEqualTo("200000");
    }
}
