package stackelberg.spark;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A study on Apache Spark: one task for each part of its jobs, and in each task the program as a
 * process of its own, so that no class of either sees one of the other. Tasks that fail, or whose
 * worker is lost, are tried again by Spark; what they had trained is in the study's folder, which
 * every worker must see under the same name.
 *
 * <p>By {@code spark-submit --class stackelberg.spark.StudyOnSpark stackelberg-workbench-spark.jar
 * - JAVA JAR FOLDER TASKS} it takes the master from there.
 */
public final class StudyOnSpark {
    private StudyOnSpark() {}

    /**
     * @param arguments master or -, Java's path, the program's jar, the study's folder, tasks
     */
    public static void main(String[] arguments) {
        String java = arguments[1];
        String jar = arguments[2];
        String folder = arguments[3];
        int tasks = Integer.parseInt(arguments[4]);
        SparkConf configuration =
                new SparkConf().setAppName("Stackelberg study").set("spark.ui.enabled", "false");
        if (!arguments[0].equals("-")) {
            configuration
                    .setMaster(arguments[0])
                    .setJars(new String[] {StudyOnSpark.class.getProtectionDomain().getCodeSource().getLocation().getPath()});
        }
        List<Integer> parts = IntStream.range(0, tasks).boxed().collect(Collectors.toList());
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            spark.parallelize(parts, tasks).foreach(part -> train(java, jar, folder, part, tasks));
        }
    }

    private static void train(String java, String jar, String folder, int part, int parts)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                java, "-jar", jar, "study", "--resume", folder, "--part",
                                part + "/" + parts)
                        .inheritIO()
                        .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("part " + part + " ended with code " + code);
            }
        } finally {
            process.destroy();
        }
    }
}
