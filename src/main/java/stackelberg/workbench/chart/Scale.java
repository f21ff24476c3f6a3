package stackelberg.workbench.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.DoubleFunction;
import stackelberg.workbench.session.Numbers;

/** How values become heights on a chart, and heights become labels again. */
enum Scale {
    LINEAR(Numbers::shown),
    /** The decimal logarithm; what is below 10⁻⁶ or negative is drawn at 10⁻⁶. */
    LOGARITHMIC(place -> Numbers.shown(Math.pow(10, place)));

    private static final double LEAST = 1e-6;

    private final transient DoubleFunction<String> label;

    Scale(DoubleFunction<String> label) {
        this.label = label;
    }

    double place(double value) {
        return this == LINEAR ? value : Math.log10(Math.max(value, LEAST));
    }

    /** The labels of an axis whose numbers are places on this scale. */
    NumberFormat format() {
        return format(label);
    }

    /** What stands at a place. */
    double value(double place) {
        return this == LINEAR ? place : Math.pow(10, place);
    }

    /** Labels for counts: 20k, 1.5M. */
    NumberFormat counts() {
        return format(place -> Numbers.brief(value(place)));
    }

    private static NumberFormat format(DoubleFunction<String> label) {
        return new NumberFormat() {
            private static final long serialVersionUID = 1;

            @Override
            public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
                return to.append(label.apply(number));
            }

            @Override
            public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
                return format((double) number, to, position);
            }

            @Override
            public Number parse(String source, ParsePosition position) {
                throw new UnsupportedOperationException("labels are not read back");
            }
        };
    }
}
