package stackelberg;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** This program as a process of its own, as a person starts it, and what it has said. */
public final class ChildProgram implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path said;

    private ChildProgram(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * The command that starts it.
     *
     * @param options of Java
     */
    public static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It begins sooner so; what it computes is the same.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "stackelberg.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts it in this project's folder. */
    public static ChildProgram start(String... arguments) throws IOException {
        return of(command(List.of(), arguments), Path.of(""));
    }

    /** Starts a command in a folder. */
    public static ChildProgram of(List<String> command, Path folder) throws IOException {
        Path said = Files.createTempFile("said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toAbsolutePath().toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        return new ChildProgram(builder.start(), said);
    }

    /** What it has said so far. */
    public String said() throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for something that must happen while it is at work. */
    public void until(BooleanSupplier happened) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!happened.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("it did not happen; the program said: " + said());
            }
            Thread.sleep(5);
        }
    }

    /** Tells it to end. */
    public void end() {
        process.destroy();
    }

    /** Waits for its end, and gives its exit code. */
    public int code() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end; it said: " + said());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(said);
    }
}
