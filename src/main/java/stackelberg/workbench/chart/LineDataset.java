package stackelberg.workbench.chart;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/**
 * The lines of a chart for JFreeChart, without copying: a whole new set of lines replaces the old
 * one and a single event is fired.
 */
final class LineDataset extends AbstractIntervalXYDataset {
    private static final long serialVersionUID = 1;

    /** Which values of a line are the y values. */
    enum Part {
        MAIN,
        RAW,
        BAND
    }

    private final Part part;
    private transient List<ChartLine> lines = List.of();
    private transient Scale across = Scale.LINEAR;
    private transient Scale scale = Scale.LINEAR;

    LineDataset(Part part) {
        this.part = part;
    }

    void replace(List<ChartLine> newLines, Scale newAcross, Scale newScale) {
        lines = newLines;
        across = newAcross;
        scale = newScale;
        fireDatasetChanged();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return lines.get(series).name();
    }

    @Override
    public int getItemCount(int series) {
        ChartLine line = lines.get(series);
        return switch (part) {
            case MAIN -> line.y().length;
            case RAW -> line.raw() == null ? 0 : line.raw().length;
            case BAND -> line.low() == null ? 0 : line.low().length;
        };
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return across.place(lines.get(series).x()[item]);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getYValue(int series, int item) {
        ChartLine line = lines.get(series);
        double[] raw = line.raw();
        return scale.place(part == Part.RAW && raw != null ? raw[item] : line.y()[item]);
    }

    @Override
    public Number getStartX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getEndX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getStartY(int series, int item) {
        return getStartYValue(series, item);
    }

    @Override
    public Number getEndY(int series, int item) {
        return getEndYValue(series, item);
    }

    @Override
    public double getStartYValue(int series, int item) {
        double[] low = lines.get(series).low();
        return low == null ? getYValue(series, item) : scale.place(low[item]);
    }

    @Override
    public double getEndYValue(int series, int item) {
        double[] high = lines.get(series).high();
        return high == null ? getYValue(series, item) : scale.place(high[item]);
    }
}
