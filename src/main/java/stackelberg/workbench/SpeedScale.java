package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import stackelberg.workbench.session.Numbers;

/** The speed slider: from one play a second, ten times more every seventh, to full speed. */
final class SpeedScale {
    private static final double DECADES = 6;
    private static final double FULL = 0.98;

    private SpeedScale() {}

    /** Plays a second at a place from 0 to 1 on the slider. */
    static double playsPerSecond(double place) {
        return place >= FULL ? Double.POSITIVE_INFINITY : Math.pow(10, place / FULL * DECADES);
    }

    static String words(double place) {
        double plays = playsPerSecond(place);
        return Double.isInfinite(plays)
                ? tr("full speed")
                : tr(
                        "{0} plays/s",
                        Numbers.brief(plays >= 10 ? Math.rint(plays) : Math.rint(plays * 10) / 10));
    }
}
