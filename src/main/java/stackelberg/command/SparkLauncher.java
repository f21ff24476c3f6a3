package stackelberg.command;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a study on Apache Spark, in a Java of its own: Spark's libraries are many, and some clash
 * with this program's. They are built by themselves, see {@code src/spark/pom.xml}, and lie in
 * {@code spark} beside the jar; without them {@code spark-submit} does the same, see the class
 * {@code StudyOnSpark}.
 */
record SparkLauncher(String master, Path folder, int tasks, PrintWriter errors) {
    private static final String MAIN = "stackelberg.spark.StudyOnSpark";

    /** What Spark needs of Java 17 and later, as its own launcher has it. */
    private static final List<String> OPENS =
            List.of(
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.io",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/sun.nio.ch",
                    "java.base/sun.nio.cs",
                    "java.base/sun.security.action",
                    "java.base/sun.util.calendar");

    /** Whether every job is over. */
    boolean launch() throws IOException, InterruptedException {
        Path jar = ThisProgram.jar();
        Path built = jar.resolveSibling("spark");
        Path libraries = built.resolve("lib");
        if (!Files.isDirectory(libraries)) {
            throw new IOException(
                    libraries
                            + " is not there. Build it with mvn -f src/spark package, or leave out"
                            + " --master");
        }
        List<String> command = new ArrayList<>(List.of(ThisProgram.java().toString()));
        OPENS.forEach(one -> command.add("--add-opens=" + one + "=ALL-UNNAMED"));
        command.addAll(
                List.of(
                        "-cp",
                        built.resolve("stackelberg-workbench-spark.jar")
                                + File.pathSeparator
                                + libraries
                                + File.separator
                                + "*",
                        MAIN,
                        master,
                        ThisProgram.java().toString(),
                        jar.toString(),
                        folder.toAbsolutePath().normalize().toString(),
                        String.valueOf(tasks)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.to(folder.resolve("spark.log").toFile()))
                        .start();
        int code = process.waitFor();
        if (code != 0) {
            errors.println("Spark ended with code " + code + ", see " + folder + "/spark.log.");
        }
        return code == 0;
    }
}
