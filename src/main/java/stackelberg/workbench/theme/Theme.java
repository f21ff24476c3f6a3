package stackelberg.workbench.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.scene.paint.Color;

/** The two looks of the window, and the colours of what is drawn rather than styled. */
public enum Theme {
    LIGHT(
            new PrimerLight().getUserAgentStylesheetBSS(),
            Color.web("#ffffff"),
            Color.web("#24292f"),
            Color.web("#d8dee4"),
            Color.web("#f3f6f9"),
            Color.web("#0b5cad"),
            new String[] {
                "#0072b2", "#d55e00", "#009e73", "#b5509c", "#7a6a00", "#3f8fc4", "#8a4b08",
                "#5b5b5b"
            }),
    DARK(
            new PrimerDark().getUserAgentStylesheetBSS(),
            Color.web("#0d1117"),
            Color.web("#d0d7de"),
            Color.web("#30363d"),
            Color.web("#161b22"),
            Color.web("#2f81f7"),
            new String[] {
                "#56b4e9", "#e69f00", "#2ecc9b", "#e58ac9", "#f0e442", "#9ecbff", "#ff8f6b",
                "#b0b7be"
            });

    private final String stylesheet;
    private final Color background;
    private final Color text;
    private final Color grid;
    private final Color heatLow;
    private final Color heatHigh;
    private final Color[] palette;

    Theme(
            String stylesheet,
            Color background,
            Color text,
            Color grid,
            Color heatLow,
            Color heatHigh,
            String[] palette) {
        this.stylesheet = stylesheet;
        this.background = background;
        this.text = text;
        this.grid = grid;
        this.heatLow = heatLow;
        this.heatHigh = heatHigh;
        this.palette = new Color[palette.length];
        for (int i = 0; i < palette.length; i++) {
            this.palette[i] = Color.web(palette[i]);
        }
    }

    /** The style sheet of AtlantaFX that goes with it. */
    public String stylesheet() {
        return stylesheet;
    }

    /** The other theme. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public Color background() {
        return background;
    }

    public Color text() {
        return text;
    }

    /** Lines of a grid, frames. */
    public Color grid() {
        return grid;
    }

    /**
     * A colour for the {@code index}-th line; neighbours differ for colour-blind eyes too (after
     * Okabe & Ito 2008). A negative index gives the colour of text.
     */
    public Color line(int index) {
        return index < 0 ? text : palette[index % palette.length];
    }

    /** A style that colours a cell of a heat map and its text, at {@code share} of the range. */
    public String heatStyle(double share) {
        return "-fx-background-color: "
                + web(heat(share))
                + "; -fx-text-fill: "
                + web(onHeat(share))
                + ";";
    }

    private static String web(Color colour) {
        return String.format(
                java.util.Locale.ROOT,
                "rgb(%d,%d,%d)",
                Math.round(255 * colour.getRed()),
                Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue()));
    }

    /** The colour of a heat map at {@code share} of its range, from 0 to 1. */
    public Color heat(double share) {
        return heatLow.interpolate(heatHigh, Math.max(0, Math.min(1, share)));
    }

    /** A colour of text that stands out against {@link #heat}. */
    public Color onHeat(double share) {
        Color heat = heat(share);
        double luminance =
                0.2126 * heat.getRed() + 0.7152 * heat.getGreen() + 0.0722 * heat.getBlue();
        return luminance > 0.5 ? Color.web("#1b1f24") : Color.WHITE;
    }
}
