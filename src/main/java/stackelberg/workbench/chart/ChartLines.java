package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import stackelberg.engine.Chart;
import stackelberg.engine.Curve;
import stackelberg.engine.Landmark;
import stackelberg.engine.Punishment;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.WatchedRun;

/**
 * What one chart shows of the runs that are ticked: the runs of one experiment together as mean and
 * band, experiments beside one another, and the exact optimum beside the leader's reward.
 */
public final class ChartLines {
    private ChartLines() {}

    /** The runs that are ticked, but for those whose optimum is still to be predicted. */
    public static List<WatchedRun> ticked(Collection<WatchedRun> runs) {
        return runs.stream().filter(run -> run.shown() && !run.experiment().concealed()).toList();
    }

    /** The lines of a chart of these runs. */
    public static List<ChartLine> of(
            Chart chart, Collection<WatchedRun> runs, double smoothing, Predicate<String> wanted) {
        Map<Experiment, List<WatchedRun>> experiments = new LinkedHashMap<>();
        for (WatchedRun run : runs) {
            experiments.computeIfAbsent(run.experiment(), e -> new ArrayList<>()).add(run);
        }
        boolean several = experiments.size() > 1;
        List<ChartLine> lines = new ArrayList<>();
        int colour = 0;
        for (Map.Entry<Experiment, List<WatchedRun>> entry : experiments.entrySet()) {
            String suffix = several ? " #" + entry.getKey().number() : "";
            Map<String, List<ChartLine>> curves = curves(chart, entry.getValue(), wanted);
            List<String> benchmarks = List.copyOf(entry.getKey().game().benchmarkPrices().keySet());
            for (Map.Entry<String, List<ChartLine>> curve : curves.entrySet()) {
                int benchmark = benchmarks.indexOf(afterSeparator(curve.getKey()));
                if (benchmark >= 0) {
                    ChartLine same = curve.getValue().get(0);
                    lines.add(
                            ChartLine.single(
                                    told(curve.getKey()) + suffix,
                                    ChartLine.REFERENCE - benchmark,
                                    same.x(),
                                    same.y()));
                    continue;
                }
                ChartLine line = together(told(curve.getKey()) + suffix, colour, curve.getValue());
                if (line != null && line.x().length > 0) {
                    lines.add(line.smoothed(smoothing));
                }
                colour++;
            }
        }
        if (chart == Chart.LEADER_REWARD) {
            addOptima(experiments, lines);
            if (!several) {
                experiments.keySet().forEach(one -> addLandmarks(one, runs, lines));
            }
        }
        return lines;
    }

    /** The name of a curve in the window's language. */
    private static String told(String name) {
        int at = name.indexOf(Punishment.SEPARATOR);
        return at < 0
                ? tr(name)
                : tr(name.substring(0, at))
                        + Punishment.SEPARATOR
                        + tr(name.substring(at + Punishment.SEPARATOR.length()));
    }

    private static String afterSeparator(String name) {
        return name.substring(name.indexOf(Punishment.SEPARATOR) + 1).strip();
    }

    /** The names of the curves that these runs have for a chart, each once. */
    public static List<String> names(Chart chart, Collection<WatchedRun> runs) {
        return runs.stream()
                .flatMap(r -> r.latest().curves().getOrDefault(chart, List.of()).stream())
                .map(Curve::name)
                .distinct()
                .toList();
    }

    /** Whether one of these runs has a value to draw on a chart. */
    static boolean defined(Chart chart, Collection<WatchedRun> runs) {
        return runs.stream()
                .flatMap(r -> r.latest().curves().getOrDefault(chart, List.of()).stream())
                .anyMatch(curve -> Arrays.stream(curve.values()).anyMatch(v -> !Double.isNaN(v)));
    }

    /** Whether one of these runs has been measured. */
    static boolean measured(Collection<WatchedRun> runs) {
        return runs.stream().anyMatch(run -> run.latest().evaluation() != null);
    }

    private static Map<String, List<ChartLine>> curves(
            Chart chart, List<WatchedRun> runs, Predicate<String> wanted) {
        Map<String, List<ChartLine>> byName = new LinkedHashMap<>();
        for (WatchedRun run : runs) {
            for (Curve curve : run.latest().curves().getOrDefault(chart, List.of())) {
                if (wanted.test(curve.name())) {
                    byName.computeIfAbsent(curve.name(), n -> new ArrayList<>())
                            .add(
                                    ChartLine.single(
                                            curve.name(), 0, curve.transitions(), curve.values()));
                }
            }
        }
        return byName;
    }

    private static @org.jspecify.annotations.Nullable ChartLine together(
            String name, int colour, List<ChartLine> seeds) {
        if (seeds.size() > 1) {
            return SeedBand.of(name, colour, seeds);
        }
        return ChartLine.single(name, colour, seeds.get(0).x(), seeds.get(0).y());
    }

    private static void addLandmarks(
            Experiment experiment, Collection<WatchedRun> runs, List<ChartLine> lines) {
        double last = 1;
        for (WatchedRun run : runs) {
            last = Math.max(last, run.latest().transitions());
        }
        int number = 1;
        for (Landmark landmark : experiment.landmarks()) {
            lines.add(
                    ChartLine.single(
                            tr(landmark.name()),
                            ChartLine.REFERENCE - number++,
                            new double[] {0, last},
                            new double[] {landmark.value(), landmark.value()}));
        }
    }

    private static void addOptima(
            Map<Experiment, List<WatchedRun>> experiments, List<ChartLine> lines) {
        Map<Double, List<String>> optima = new LinkedHashMap<>();
        double last = 1;
        for (Map.Entry<Experiment, List<WatchedRun>> entry : experiments.entrySet()) {
            double optimum = entry.getKey().optimum();
            if (!Double.isNaN(optimum)) {
                optima.computeIfAbsent(optimum, o -> new ArrayList<>())
                        .add("#" + entry.getKey().number());
            }
            for (WatchedRun run : entry.getValue()) {
                last = Math.max(last, run.latest().transitions());
            }
        }
        for (Map.Entry<Double, List<String>> optimum : optima.entrySet()) {
            double value = optimum.getKey();
            String name =
                    optima.size() > 1
                            ? tr("exact optimum {0}", String.join(", ", optimum.getValue()))
                            : tr("exact optimum");
            lines.add(
                    ChartLine.single(
                            name,
                            ChartLine.REFERENCE,
                            new double[] {0, last},
                            new double[] {value, value}));
        }
    }
}
