package stackelberg.fuzz;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Tries so many inputs, the k-th of which depends on the seed and k alone, and tells of each that
 * the program did not take as it should: a stack trace, more than two seconds, more than a
 * gigabyte, or numbers that are silently others.
 */
public final class Fuzz {
    /** Of the processor; other programs may have most of the machine. */
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Of the clock: it waits for something that does not happen. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final long LARGE_BYTES = 1L << 30;

    private final Map<String, Strike> strikes = new LinkedHashMap<>();
    private final Map<String, Long> tried = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final PrintStream report = System.out;

    Fuzz(Path samples, Path scratch) throws Exception {
        Texts texts = new Texts(samples, scratch);
        RunFolders folders = new RunFolders(samples, scratch);
        strikes.put("scenario files", texts::scenario);
        strikes.put("tables of demonstrations", texts::table);
        strikes.put("study files", texts::study);
        strikes.put("games of Gambit", texts::gambit);
        strikes.put("command lines", new Arguments()::once);
        strikes.put("run folders", folders::once);
        strikes.put("trainings", texts::training);
    }

    /** Which kind the k-th input is of: those that take long are few. */
    private String kind(SplittableRandom random) {
        int draw = random.nextInt(10_000);
        if (draw < 5) {
            return "trainings";
        } else if (draw < 105) {
            return "run folders";
        }
        List<String> quick = List.copyOf(strikes.keySet()).subList(0, strikes.size() - 2);
        return quick.get(random.nextInt(quick.size()));
    }

    /** Tries the inputs from {@code first} on; returns what went wrong. */
    List<String> run(long seed, long first, long count) {
        for (long k = first; k < first + count; k++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + k);
            String kind = kind(random);
            tried.merge(kind, 1L, Long::sum);
            strike(kind, k, random);
            if ((k + 1) % 10_000 == 0) {
                report.println((k + 1) + " inputs, " + failures.size() + " failures, " + tried);
            }
        }
        return failures;
    }

    private void strike(String kind, long k, SplittableRandom random) {
        StringBuilder input = new StringBuilder();
        long before = System.nanoTime();
        long cpuBefore = cpu();
        try {
            strikes.get(kind).once(random, input);
            long waited = System.nanoTime() - before;
            long took = cpu() - cpuBefore;
            long used = Runtime.getRuntime().totalMemory();
            if (took > SLOW_NANOS || waited > STUCK_NANOS) {
                String words = " ms of the processor, " + waited / 1_000_000 + " ms of the clock";
                fail(kind, k, "took " + took / 1_000_000 + words, input);
            } else if (used > LARGE_BYTES) {
                fail(kind, k, "took " + used + " bytes", input);
            }
        } catch (Throwable trouble) {
            StackTraceElement[] trace = trouble.getStackTrace();
            String at = trace.length == 0 ? "" : " at " + trace[0];
            fail(kind, k, trouble + at, input);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void fail(String kind, long k, String what, StringBuilder input) {
        String words = "input " + k + ", " + kind + ": " + what;
        failures.add(words);
        report.println(words);
        report.println(input.substring(0, Math.min(input.length(), 4000)));
    }

    /** {@code INPUTS [SEED [FIRST]]}. */
    public static void main(String[] arguments) throws Exception {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        Path scratch = Files.createTempDirectory("fuzz");
        Fuzz fuzz = new Fuzz(Path.of("sample-scenarios"), scratch);
        int failures = fuzz.run(seed, first, count).size();
        System.out.println(count + " inputs, " + failures + " failures, " + fuzz.tried);
        RunFolders.delete(scratch);
        System.exit(failures == 0 ? 0 : 1);
    }
}
