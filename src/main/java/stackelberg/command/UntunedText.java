package stackelberg.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stackelberg.bench.untuned.UntunedFamily;
import stackelberg.bench.untuned.UntunedOutcome;
import stackelberg.bench.untuned.UntunedRow;

/** What {@code untuned} prints. */
final class UntunedText {
    private UntunedText() {}

    /** A family and what it is. */
    static String listed(UntunedFamily family) {
        return String.format(
                Locale.ROOT,
                "%-18s %s%s",
                family.word(),
                family.about(),
                family.large() ? " (large)" : "");
    }

    /** The names of the columns. */
    static String heading() {
        return String.format(
                Locale.ROOT,
                "%-18s %5s %6s %8s %6s %9s %9s %9s %10s %10s",
                "family",
                "runs",
                "failed",
                "reached",
                "above",
                "mean gap",
                "worst gap",
                "reward",
                "median s",
                "worst s");
    }

    /** A row of the table. */
    static String words(String name, UntunedRow row) {
        return String.format(
                Locale.ROOT,
                "%-18s %5d %6d %8s %6s %9s %9s %9s %10.2f %10.2f",
                name,
                row.runs(),
                row.failed(),
                share(row.reached()),
                share(row.above()),
                number(row.meanGap()),
                number(row.worstGap()),
                number(row.meanReward()),
                row.medianSeconds(),
                row.worstSeconds());
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** The same as one line of JSON. */
    static String json(String name, UntunedRow row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("family", name);
        node.put("runs", row.runs());
        node.put("failed", row.failed());
        node.put("reached", known(row.reached()));
        node.put("above", known(row.above()));
        node.put("meanGap", known(row.meanGap()));
        node.put("worstGap", known(row.worstGap()));
        node.put("meanReward", known(row.meanReward()));
        node.put("medianSeconds", known(row.medianSeconds()));
        node.put("worstSeconds", known(row.worstSeconds()));
        return node.toString();
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    /** A run as one line of JSON. */
    static String json(UntunedOutcome one) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("family", one.game().family().word());
        node.put("game", one.game().number());
        node.put("seed", one.seed());
        node.put("leaderReward", one.leaderReward());
        node.put("optimum", one.optimum());
        node.put("gap", one.gap());
        node.put("bcceGap", one.bcceGap());
        node.put("reached", one.reached());
        node.put("above", one.above());
        node.put("cpuSeconds", one.cpuSeconds());
        node.put("steps", one.steps());
        return node.toString();
    }
}
