package stackelberg.bench;

import java.util.function.Supplier;

/**
 * Something to measure.
 *
 * @param name what one operation is, and in which setting
 * @param scale how its time is told
 * @param work prepares the work
 */
public record Figure(String name, Scale scale, Supplier<Work> work) {

    /** How the time of an operation is told. */
    public enum Scale {
        /** Operations a second of processor time. */
        PER_SECOND("a second") {
            @Override
            public double of(double seconds) {
                return 1 / seconds;
            }
        },
        /** Microseconds of processor time an operation. */
        MICROSECONDS("µs") {
            @Override
            public double of(double seconds) {
                return 1e6 * seconds;
            }
        },
        /** Nanoseconds of processor time an operation. */
        NANOSECONDS("ns") {
            @Override
            public double of(double seconds) {
                return 1e9 * seconds;
            }
        };

        private final String unit;

        Scale(String unit) {
            this.unit = unit;
        }

        /** For instance "µs". */
        public String unit() {
            return unit;
        }

        /** An operation's time on this scale. */
        public abstract double of(double seconds);
    }
}
