package stackelberg.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.bench.Calibration;
import stackelberg.bench.Figure;
import stackelberg.bench.Figure.Scale;
import stackelberg.bench.Figures;
import stackelberg.bench.Reading;
import stackelberg.bench.Work;
import stackelberg.engine.Run;
import stackelberg.engine.RunResult;
import stackelberg.network.BackEnd;
import stackelberg.scenario.Scenario;

/** {@code bench}: how fast the program is on this machine. */
@Command(
        name = "bench",
        description =
                "Measures how fast the program is here: one row a figure, in processor time of one"
                        + " thread and in steps of a calibration loop timed in the same run, by"
                        + " which two machines can be compared.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final double MOST_SECONDS = 3600;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Scenario files (JSON) to measure instead of the program's own settings.")
    private List<Path> files = List.of();

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "Only the figures whose name contains WORDS; \"\" for all.",
            defaultValue = "")
    private String only = "";

    @Option(
            names = "--time",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "How long to measure each figure, ${DEFAULT-VALUE} s by default.")
    private double seconds = 2;

    @Option(
            names = "--to-optimum",
            description =
                    "Also train each FILE to the end of its budget, and print the processor time"
                            + " after which it was first within 1 %% of its optimum.")
    private boolean toOptimum;

    @Option(
            names = "--seed",
            paramLabel = "SEEDS",
            defaultValue = "1-10",
            description = "The seeds of --to-optimum, ${DEFAULT-VALUE} by default.")
    private String seeds = "1-10";

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a figure: figure, unit, value, calibrationSteps, bytes;"
                            + " for its parts: part, unit, value;"
                            + " with --to-optimum for each file: scenario, seeds, reached,"
                            + " medianSeconds, worstSeconds. Unknown values are null.")
    private boolean json;

    /** 0 with a line for each figure, or 2 if a file or an argument is at fault. */
    @Override
    public Integer call() throws InterruptedException {
        NumberArgument.checkPositive("--time", seconds, MOST_SECONDS, spec);
        List<Long> chosen = SeedsArgument.parse(seeds, spec);
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            Optional<Scenario> read = ScenarioReader.read(file, spec.commandLine().getErr());
            if (read.isEmpty()) {
                return ExitCode.FAULT;
            }
            scenarios.add(read.get().settled());
        }
        BackEnd.java().warmUp();
        double step = Reading.of(new Calibration(), seconds).seconds();
        heading(step);
        if (scenarios.isEmpty()) {
            print(Figures.standard(), step);
        }
        for (Scenario scenario : scenarios) {
            print(Figures.of(scenario), step);
            if (toOptimum) {
                train(scenario, chosen);
            }
        }
        return ExitCode.WELL;
    }

    private void heading(double step) {
        if (json) {
            return;
        }
        say(
                String.format(
                        Locale.ROOT,
                        "One step of the calibration loop takes %.3f ns.",
                        1e9 * step));
        say("Networks run on " + BackEnd.java().words() + ".");
        say(
                String.format(
                        Locale.ROOT,
                        "%-66s %12s %-9s %14s %9s",
                        "figure",
                        "value",
                        "",
                        "in such steps",
                        "bytes"));
    }

    private void print(List<Figure> figures, double step) {
        for (Figure figure : figures) {
            if (figure.name().contains(only)) {
                Work work = figure.work().get();
                print(figure, Reading.of(work, seconds), step);
                work.parts().forEach(this::print);
            }
        }
    }

    private void print(String part, double seconds) {
        if (json) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put("part", part);
            row.put("unit", Scale.MICROSECONDS.unit());
            row.put("value", Scale.MICROSECONDS.of(seconds));
            say(row.toString());
        } else {
            say(
                    String.format(
                            Locale.ROOT,
                            "    %-62s %,12.4g %s",
                            part,
                            Scale.MICROSECONDS.of(seconds),
                            Scale.MICROSECONDS.unit()));
        }
    }

    private void print(Figure figure, Reading reading, double step) {
        double value = figure.scale().of(reading.seconds());
        double steps = reading.seconds() / step;
        if (json) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put("figure", figure.name());
            row.put("unit", figure.scale().unit());
            row.put("value", value);
            row.put("calibrationSteps", steps);
            row.put("bytes", reading.bytes());
            say(row.toString());
        } else {
            say(
                    String.format(
                            Locale.ROOT,
                            "%-66s %,12.4g %-9s %,14.4g %9.3g",
                            figure.name(),
                            value,
                            figure.scale().unit(),
                            steps,
                            reading.bytes()));
        }
    }

    private void train(Scenario scenario, List<Long> chosen) throws InterruptedException {
        List<Double> reached = new ArrayList<>();
        for (long seed : chosen) {
            try (Run run = new Run(scenario, seed, null)) {
                run.start();
                run.await();
                run.result().map(RunResult::secondsToOptimum).ifPresent(reached::add);
            }
        }
        reached.sort(null);
        double median = at(reached, chosen.size() / 2);
        double worst = at(reached, chosen.size() - 1);
        if (json) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put("scenario", scenario.title());
            row.put("seeds", chosen.size());
            row.put("reached", reached.size());
            row.put("medianSeconds", known(median));
            row.put("worstSeconds", known(worst));
            say(row.toString());
        } else {
            say(
                    String.format(
                            Locale.ROOT,
                            "to within 1 %% of the optimum, %s: %d of %d seeds, median %s, worst"
                                    + " %s",
                            scenario.title(),
                            reached.size(),
                            chosen.size(),
                            words(median),
                            words(worst)));
        }
    }

    /** The runs that never came to it count as the longest. */
    private static double at(List<Double> sorted, int index) {
        return index < sorted.size() ? sorted.get(index) : Double.NaN;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    private static String words(double value) {
        return Double.isNaN(value) ? "never" : String.format(Locale.ROOT, "%.2f s", value);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
