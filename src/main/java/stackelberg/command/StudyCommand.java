package stackelberg.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.engine.Run;
import stackelberg.engine.RunResult;
import stackelberg.engine.RunState;
import stackelberg.study.Cell;
import stackelberg.study.Study;
import stackelberg.study.StudyFile;
import stackelberg.study.StudyFolder;
import stackelberg.study.StudyReport;
import stackelberg.study.StudyTable;

/** {@code study FILE}: a scenario varied along axes, with many seeds, and one table. */
@Command(
        name = "study",
        description = {
            "Trains every combination of a study's levels with every seed and prints one table.",
            "Its folder can be left at any time: the same command goes on where it was, and a"
                    + " study",
            "with more seeds or levels trains only these."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Version.class)
final class StudyCommand implements Callable<Integer> {
    /** The most seeds to which {@code --until-band} comes. */
    private static final int MOST_SEEDS = 200;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The study file (JSON).")
    private @Nullable Path file;

    @Option(names = "--seed", paramLabel = "SEEDS", description = "Seeds instead of the study's.")
    private @Nullable String seeds;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Leader transitions of a run instead of the study's.")
    private @Nullable Long steps;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs side by side, ${DEFAULT-VALUE} by default.")
    private int jobs = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The study's folder; FILE's name with .study if not given.")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with the study in DIR, as its study.json states it.")
    private @Nullable Path resume;

    @Option(
            names = "--until-band",
            paramLabel = "W",
            description =
                    "Add seeds, the same to every cell, until every 95 %% interval is narrower than"
                            + " W, or there are "
                            + MOST_SEEDS
                            + " seeds.")
    private @Nullable Double band;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a cell: levels, n, mean, standardError, ci95,"
                            + " interquartileMean, best, worst, optimum, reached, cpuSeconds,"
                            + " reference, source, and againstFirst by seed: pairs, difference,"
                            + " ci95, p. Unknown values are null.")
    private boolean json;

    /** 0 if every job is over, 2 if one failed or a file or an argument is at fault. */
    @Override
    public Integer call() throws InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Path from = source();
            Path to = resume != null ? resume : folder(from);
            StudyFile.Reading reading = changed(StudyFile.read(from));
            Study study = reading.study();
            if (study == null) {
                reading.faults().forEach(fault -> errors.println(from + ": " + fault));
                return ExitCode.FAULT;
            }
            StudyFolder folder = new StudyFolder(to);
            folder.keep(StudyFile.write(study));
            boolean well = train(study, reading.cells(), folder);
            StudyTable table = new StudyTable(study, reading.cells(), folder);
            while (well && band != null && table.widerThan(band) && more(study) != null) {
                study = study.withSeeds(requireNonNull(more(study)));
                folder.keep(StudyFile.write(study));
                well = train(study, reading.cells(), folder);
                table = new StudyTable(study, reading.cells(), folder);
            }
            folder.write("table.csv", table.csv());
            folder.write("table.md", table.markdown());
            folder.write("report.html", new StudyReport(study, reading.cells(), table).html());
            spec.commandLine().getOut().print(json ? table.json() : table.markdown());
            spec.commandLine().getOut().flush();
            return well ? ExitCode.WELL : ExitCode.FAULT;
        } catch (IOException e) {
            errors.println(e.getMessage() + ".");
            return ExitCode.FAULT;
        } catch (UncheckedIOException e) {
            errors.println(requireNonNull(e.getCause()).getMessage() + ".");
            return ExitCode.FAULT;
        }
    }

    /** The study's seeds and the next ones; null if there are enough. */
    private @Nullable String more(Study study) {
        List<Long> known = SeedsArgument.parse(study.seeds(), spec);
        if (known.size() >= MOST_SEEDS) {
            return null;
        }
        long next = known.stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        String before = study.seeds();
        int dash = before.lastIndexOf('-');
        boolean range = dash > 0 && before.substring(dash + 1).equals(String.valueOf(next - 1));
        long last = next + Math.max(jobs, 2) - 1;
        return range ? before.substring(0, dash + 1) + last : before + "," + next + "-" + last;
    }

    private Path source() {
        if ((file == null) == (resume == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say which study file to train, or use --resume DIR.");
        }
        if (jobs < 1 || (steps != null && steps < 1)) {
            throw new ParameterException(spec.commandLine(), "--jobs and --steps are at least 1.");
        }
        return file != null ? file : new StudyFolder(resume).file();
    }

    private Path folder(Path from) {
        if (out != null) {
            return out;
        }
        String name = String.valueOf(from.getFileName());
        return Path.of(name.replaceFirst("\\.json$", "") + ".study");
    }

    private StudyFile.Reading changed(StudyFile.Reading read) {
        Study study = read.study();
        if (study == null || (seeds == null && steps == null)) {
            return read;
        }
        Study other = seeds == null ? study : study.withSeeds(seeds);
        SeedsArgument.parse(other.seeds(), spec);
        return StudyFile.expand(steps == null ? other : other.withBudget(steps));
    }

    /** A job that is not over. */
    private record Job(Cell cell, long seed) {}

    private boolean train(Study study, List<Cell> cells, StudyFolder folder)
            throws IOException, InterruptedException {
        List<Job> open = new ArrayList<>();
        for (Cell cell : cells) {
            for (long seed : SeedsArgument.parse(study.seeds(), spec)) {
                Optional<RunResult> result = folder.result(cell, seed);
                if (result.isEmpty()) {
                    open.add(new Job(cell, seed));
                }
            }
        }
        PrintWriter errors = spec.commandLine().getErr();
        boolean well = true;
        Iterator<Run> runs = open.stream().map(job -> run(folder, job)).iterator();
        boolean bar = !json && System.console() != null;
        try (RunQueue queue = new RunQueue(runs, open.size(), jobs, bar)) {
            for (Run run = queue.next(); run != null; run = queue.next()) {
                if (run.latest().state() != RunState.FINISHED) {
                    well = false;
                    errors.println(
                            run.scenario().title()
                                    + ", seed "
                                    + run.seed()
                                    + " "
                                    + run.latest().state().word()
                                    + ": "
                                    + run.latest().message()
                                    + ".");
                }
            }
        }
        return well;
    }

    private static Run run(StudyFolder folder, Job job) {
        try {
            return folder.run(job.cell(), job.seed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
