package stackelberg.fuzz;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tries so many inputs, the k-th of which depends on the seed and k alone, and tells of each that
 * the program did not take as it should: a stack trace, more than two seconds, more than a
 * gigabyte, or numbers that are silently others.
 */
public final class Fuzz {
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** All that Java may take; what needs more then fails for want of memory. */
    private static final long LARGE_BYTES = 1L << 30;

    private final List<Kind> kinds;
    private final PrintStream report;
    private final Map<String, Long> tried = new LinkedHashMap<>();

    /** The watch adds to it too. */
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    /**
     * A kind of input.
     *
     * @param share how many there are beside those of other kinds
     */
    record Kind(String name, int share, Strike strike) {}

    Fuzz(List<Kind> kinds, PrintStream report) {
        this.kinds = kinds;
        this.report = report;
    }

    /** All kinds; those that take long are few. */
    static List<Kind> all(Path samples, Path scratch) throws Exception {
        Texts texts = new Texts(samples, scratch);
        return List.of(
                new Kind("scenario files", 2000, texts::scenario),
                new Kind("tables of demonstrations", 2000, texts::table),
                new Kind("study files", 2000, texts::study),
                new Kind("games of Gambit", 2000, texts::gambit),
                new Kind("command lines", 2000, new Arguments()::once),
                new Kind("run folders", 100, new RunFolders(samples, scratch)::once),
                new Kind("commands", 10, new Commands(samples, scratch)::once),
                new Kind("trainings", 5, texts::training));
    }

    private Kind kind(SplittableRandom random) {
        int draw = random.nextInt(kinds.stream().mapToInt(Kind::share).sum());
        for (Kind kind : kinds) {
            draw -= kind.share;
            if (draw < 0) {
                return kind;
            }
        }
        throw new AssertionError("the shares are what was drawn from");
    }

    /** Tries the inputs from {@code first} on; returns what went wrong. */
    List<String> run(long seed, long first, long count) {
        return run(seed, first, count, SLOW_NANOS);
    }

    /** The same with another time that an input may take. */
    List<String> run(long seed, long first, long count, long slowNanos) {
        AtomicReference<String> trying = new AtomicReference<>("");
        AtomicReference<String> input = new AtomicReference<>("");
        try (Watch watch =
                new Watch(slowNanos, what -> fail(trying, what, input), () -> giveUp(trying))) {
            for (long k = first; k < first + count; k++) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + k);
                Kind kind = kind(random);
                tried.merge(kind.name, 1L, Long::sum);
                trying.set("seed " + seed + ", input " + k + ", " + kind.name);
                input.set("");
                watch.begin();
                try {
                    kind.strike.once(
                            random,
                            text -> {
                                input.set(text);
                                watch.begin();
                            });
                } catch (Throwable trouble) {
                    StackTraceElement[] trace = trouble.getStackTrace();
                    String at = trace.length == 0 ? "" : " at " + trace[0];
                    fail(trying, trouble + at, input);
                } finally {
                    watch.end();
                }
                if ((k + 1) % 10_000 == 0) {
                    report.println((k + 1) + " inputs, " + failures.size() + " failures, " + tried);
                }
            }
        }
        return failures;
    }

    private void fail(AtomicReference<String> trying, String what, AtomicReference<String> input) {
        String words = trying.get() + ": " + what;
        failures.add(words);
        report.println(words);
        report.println(input.get().substring(0, Math.min(input.get().length(), 4000)));
    }

    /** An input never ends, and nothing else can be tried. */
    private void giveUp(AtomicReference<String> trying) {
        report.println(trying.get() + ": does not end. " + failures.size() + " failures, " + tried);
        Runtime.getRuntime().halt(1);
    }

    /** {@code INPUTS [SEED [FIRST]]}. */
    public static void main(String[] arguments) throws Exception {
        if (Runtime.getRuntime().maxMemory() > LARGE_BYTES) {
            throw new IllegalStateException("Java may take more than a gigabyte; say -Xmx1g");
        }
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        Path scratch = Files.createTempDirectory("fuzz");
        Fuzz fuzz = new Fuzz(all(Path.of("sample-scenarios"), scratch), System.out);
        int failures = fuzz.run(seed, first, count).size();
        System.out.println(count + " inputs, " + failures + " failures, " + fuzz.tried);
        RunFolders.delete(scratch);
        System.exit(failures == 0 ? 0 : 1);
    }
}
