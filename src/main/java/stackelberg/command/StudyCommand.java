package stackelberg.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import stackelberg.scenario.Scenario;
import stackelberg.study.Cell;
import stackelberg.study.Job;
import stackelberg.study.Outcomes;
import stackelberg.study.Study;
import stackelberg.study.StudyFile;
import stackelberg.study.StudyFolder;
import stackelberg.study.StudyText;
import stackelberg.study.StudyTraining;

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

    private static final int MOST_TASKS = 1_000_000;

    private static final double WIDEST_BAND = 1e12;

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
            names = "--part",
            paramLabel = "K/N",
            converter = Part.Converter.class,
            description =
                    "Train only the K-th of N parts of the jobs, from 0, and print no table: what"
                            + " one task of an array does.")
    private @Nullable Part part;

    @Option(
            names = "--export",
            paramLabel = "slurm",
            converter = Exports.Converter.class,
            description =
                    "Train nothing; write study.slurm into the study's folder, an array job for"
                            + " sbatch that trains it.")
    private @Nullable Exports export;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Train on Apache Spark: spark://host:port, or local[N]. Needs a build with"
                            + " mvn -f src/spark package.")
    private @Nullable String master;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "The most tasks that --export and --master cut a study into,"
                            + " ${DEFAULT-VALUE} by default.")
    private int tasks = 100;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a cell: levels, measure, n, mean, standardError, ci95,"
                            + " interquartileMean, best, worst, optimum, reached, cpuSeconds,"
                            + " reference, source, and againstFirst by seed: pairs, difference,"
                            + " ci95, p. Unknown values are null.")
    private boolean json;

    /** 0 if every job is over, 2 if one failed or a file or an argument is at fault. */
    @Override
    public Integer call() throws InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            checkNumbers();
            Path from = source();
            Path to = resume != null ? resume : folder(from);
            StudyFile.Reading reading = changed(StudyFile.read(from));
            Study study = reading.study();
            if (study == null) {
                reading.faults().forEach(fault -> errors.println(from + ": " + fault));
                return ExitCode.FAULT;
            }
            StudyFolder folder = new StudyFolder(to);
            if (part == null) {
                folder.keep(StudyFile.write(study));
            }
            if (export != null) {
                return export(to, Job.all(study, reading.cells()).size());
            }
            boolean well =
                    master == null
                            ? train(study, reading.cells(), folder)
                            : new SparkLauncher(master, to, tasks, spec.commandLine().getErr())
                                    .launch();
            if (part != null) {
                return well ? ExitCode.WELL : ExitCode.FAULT;
            }
            Outcomes outcomes = new Outcomes(study, reading.cells(), folder);
            StudyText text = new StudyText(outcomes);
            while (well && band != null && text.widerThan(band) && more(study) != null) {
                study = study.withSeeds(requireNonNull(more(study)));
                folder.keep(StudyFile.write(study));
                well = train(study, reading.cells(), folder);
                outcomes = new Outcomes(study, reading.cells(), folder);
                text = new StudyText(outcomes);
            }
            folder.publish(outcomes);
            spec.commandLine().getOut().print(json ? text.json() : text.markdown());
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

    /** What a study can be exported for. */
    private enum Exports {
        SLURM;

        static final class Converter implements ITypeConverter<Exports> {
            @Override
            public Exports convert(String text) {
                if (text.equals("slurm")) {
                    return SLURM;
                }
                throw new TypeConversionException(
                        "\"" + text + "\" is nothing to export for. Write slurm");
            }
        }
    }

    private int export(Path folder, int count) throws IOException {
        Path script = new SlurmScript(folder, Math.min(tasks, count), jobs).write();
        spec.commandLine().getOut().println("Submit it with: sbatch " + script);
        spec.commandLine().getOut().flush();
        return ExitCode.WELL;
    }

    private void checkNumbers() {
        NumberArgument.checkJobs(jobs, spec);
        NumberArgument.check("--tasks", tasks, 1, MOST_TASKS, spec);
        if (steps != null) {
            NumberArgument.check("--steps", steps, 1, Scenario.MOST_BUDGET, spec);
        }
        if (band != null) {
            NumberArgument.checkPositive("--until-band", band, WIDEST_BAND, spec);
        }
    }

    private Path source() {
        if ((file == null) == (resume == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file == null
                            ? "Say which study file to train, or use --resume DIR."
                            : "--resume goes on with what its folder states. Leave out FILE.");
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

    private boolean train(Study study, List<Cell> cells, StudyFolder folder)
            throws IOException, InterruptedException {
        SeedsArgument.parse(study.seeds(), spec);
        List<Job> all = Job.all(study, cells);
        List<Job> mine = part == null ? all : part.of(all);
        PrintWriter errors = spec.commandLine().getErr();
        try (StudyTraining training = new StudyTraining(folder, mine, jobs);
                StudyProgress progress = new StudyProgress(training, errors)) {
            training.start();
            progress.show();
            training.failures()
                    .forEach(f -> errors.println(f.job() + " failed: " + f.message() + "."));
            return training.failures().isEmpty();
        }
    }
}
