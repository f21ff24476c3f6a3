package stackelberg.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import stackelberg.engine.Steering;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Theme;

/**
 * A chart of lines as JFreeChart draws it: bands behind, raw traces above them, lines on top. A
 * whole set of lines is put in at once and costs one redraw.
 */
final class LinePlot {
    /** The type of all labels: every one in it, or see the note in {@link ChartPane}. */
    private static final java.awt.Color NOWHERE = new java.awt.Color(0, 0, 0, 0);

    private static final int TITLE = 17;

    private static final int NOTE = 13;

    static final String FONT = java.awt.Font.SANS_SERIF;

    /** More bands than these hide one another, and the lines; then only the lines are drawn. */
    private static final int MOST_BANDS = 6;

    private static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);

    private final Scale across;
    private final LineDataset bands = new LineDataset(LineDataset.Part.BAND);
    private final LineDataset raw = new LineDataset(LineDataset.Part.RAW);
    private final LineDataset main = new LineDataset(LineDataset.Part.MAIN);
    private final DeviationRenderer bandRenderer = new BandRenderer();
    private final XYLineAndShapeRenderer rawRenderer = lines();
    private final XYLineAndShapeRenderer mainRenderer = lines();
    private final NumberAxis domain = new NumberAxis();
    private final NumberAxis range = new NumberAxis();
    private final XYPlot plot = new XYPlot(main, domain, range, mainRenderer);
    private final JFreeChart chart = new JFreeChart(null, Font.decode(null), plot, false);

    /**
     * @param label what the numbers across are
     * @param across how they become places
     */
    LinePlot(String label, Scale across, double smallestRange) {
        this.across = across;
        domain.setLabel(label);
        plot.setDataset(1, raw);
        plot.setRenderer(1, rawRenderer);
        plot.setDataset(2, bands);
        plot.setRenderer(2, bandRenderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainPannable(true);
        plot.setRangePannable(true);
        plot.setInsets(new RectangleInsets(4, 2, 2, 18));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        domain.setAutoRangeIncludesZero(across == Scale.LINEAR);
        domain.setNumberFormatOverride(across.counts());
        if (across == Scale.LOGARITHMIC) {
            domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            range.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
        domain.setLowerMargin(0);
        domain.setUpperMargin(0.02);
        range.setAutoRangeIncludesZero(false);
        range.setAutoRangeMinimumSize(smallestRange);
        range.setUpperMargin(0.08);
        range.setLowerMargin(0.08);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
    }

    private static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setAutoPopulateSeriesStroke(false);
        return renderer;
    }

    JFreeChart chart() {
        return chart;
    }

    XYPlot plot() {
        return plot;
    }

    /** How numbers across become places. */
    Scale across() {
        return across;
    }

    static int fontSize(double type) {
        return (int) Math.round(11 * type);
    }

    List<ChartLine> lines(Scale scale, List<ChartLine> lines, Theme theme, double type) {
        chart.setNotify(false);
        range.setNumberFormatOverride(scale.format());
        for (int i = 0; i < lines.size(); i++) {
            style(i, lines.get(i), theme, type);
        }
        long banded = lines.stream().filter(line -> line.low() != null).count();
        bands.replace(banded <= MOST_BANDS ? lines : List.of(), across, scale);
        raw.replace(lines, across, scale);
        main.replace(lines, across, scale);
        chart.setNotify(true);
        return lines;
    }

    private void style(int series, ChartLine line, Theme theme, double type) {
        java.awt.Color colour = awt(theme.line(line.colour()), 1);
        float width = (float) (1.8 * Math.sqrt(type));
        boolean reference = line.colour() < 0;
        mainRenderer.setSeriesPaint(series, colour, false);
        mainRenderer.setSeriesStroke(
                series, stroke(reference ? width * 0.75f : width, line.dashes()), false);
        mainRenderer.setSeriesShapesVisible(series, line.y().length == 1);
        mainRenderer.setSeriesShape(series, DOT, false);
        rawRenderer.setSeriesPaint(series, awt(theme.line(line.colour()), 0.35), false);
        rawRenderer.setSeriesStroke(series, new BasicStroke(1), false);
        bandRenderer.setSeriesFillPaint(series, colour, false);
        bandRenderer.setSeriesPaint(series, colour, false);
    }

    private static BasicStroke stroke(float width, double[] dashes) {
        if (dashes.length == 0) {
            return new BasicStroke(width);
        }
        float[] pattern = new float[dashes.length];
        for (int k = 0; k < pattern.length; k++) {
            pattern[k] = (float) dashes[k];
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    void theme(Theme theme, double type) {
        chart.setNotify(false);
        java.awt.Color background = awt(theme.background(), 1);
        java.awt.Color text = awt(theme.text(), 1);
        chart.setBackgroundPaint(background);
        plot.setBackgroundPaint(background);
        plot.setDomainGridlinePaint(awt(theme.grid(), 1));
        plot.setRangeGridlinePaint(awt(theme.grid(), 1));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        Font font = new Font(FONT, Font.PLAIN, fontSize(type));
        for (NumberAxis axis : List.of(domain, range)) {
            axis.setLabelFont(font);
            axis.setTickLabelFont(font);
            axis.setLabelPaint(text);
            axis.setTickLabelPaint(text);
            axis.setAxisLinePaint(awt(theme.grid(), 1));
            axis.setTickMarkPaint(awt(theme.grid(), 1));
        }
        chart.setNotify(true);
    }

    /** Marks where parameters were changed, if the numbers across are transitions. */
    void marks(List<Steering> steerings, Theme theme, double type) {
        plot.clearDomainMarkers();
        Set<String> labels = new HashSet<>();
        for (Steering one : steerings) {
            ValueMarker marker =
                    new ValueMarker(
                            one.transitions(), awt(theme.text(), 0.6), new BasicStroke(1.2f));
            String name = one.path().substring(one.path().lastIndexOf('.') + 1);
            String label = name + " " + Numbers.edited(one.value());
            // Seeds are steered together, at iterations of their own.
            marker.setLabel(labels.add(label) ? label : null);
            marker.setLabelBackgroundColor(NOWHERE);
            marker.setLabelFont(new Font(FONT, Font.PLAIN, fontSize(0.9 * type)));
            marker.setLabelPaint(awt(theme.text(), 0.8));
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    /** Adds title, legend and a note, for a picture that stands alone. */
    void caption(String title, String subtitle, String note) {
        java.awt.Color text = java.awt.Color.BLACK;
        TextTitle heading = new TextTitle(title, new Font(FONT, Font.BOLD, TITLE));
        TextTitle below = new TextTitle(subtitle, new Font(FONT, Font.PLAIN, NOTE));
        TextTitle foot = new TextTitle(note, new Font(FONT, Font.PLAIN, NOTE));
        foot.setPosition(RectangleEdge.BOTTOM);
        foot.setHorizontalAlignment(HorizontalAlignment.LEFT);
        foot.setPadding(2, 8, 6, 8);
        LegendTitle legend = new LegendTitle(mainRenderer);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(new Font(FONT, Font.PLAIN, NOTE));
        for (TextTitle one : List.of(heading, below, foot)) {
            one.setPaint(text);
        }
        chart.setTitle(heading);
        chart.addSubtitle(below);
        chart.addSubtitle(legend);
        chart.addSubtitle(0, foot);
        chart.setPadding(new RectangleInsets(8, 4, 4, 4));
    }

    /** Shows everything again after zooming. */
    void fit() {
        chart.setNotify(false);
        domain.setAutoRange(true);
        range.setAutoRange(true);
        chart.setNotify(true);
    }

    private static java.awt.Color awt(Color colour, double opacity) {
        return new java.awt.Color(
                (float) colour.getRed(),
                (float) colour.getGreen(),
                (float) colour.getBlue(),
                (float) opacity);
    }

    /** Draws the bands only: the lines within them are another renderer's. */
    private static final class BandRenderer extends DeviationRenderer {
        private static final long serialVersionUID = 1;

        BandRenderer() {
            super(false, false);
            setAlpha(0.2f);
        }

        @Override
        public int getPassCount() {
            return 1;
        }
    }
}
