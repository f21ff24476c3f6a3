package stackelberg.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import stackelberg.scenario.AtomicFile;

/**
 * A study as an array job for Slurm: each task trains its part of the jobs. A task whose node fails
 * is put back into the queue by Slurm; one whose time is up writes its checkpoints and puts itself
 * back. The folder must lie where every node sees it under the same name.
 */
record SlurmScript(Path folder, int tasks, int jobs) {
    /** Tasks at a time, unless the person who submits it says otherwise. */
    private static final int AT_A_TIME = 64;

    /** Writes it into the study's folder. */
    Path write() throws IOException {
        Path script = folder.toAbsolutePath().normalize().resolve("study.slurm");
        Files.createDirectories(script.getParent());
        AtomicFile.write(
                script,
                text(ThisProgram.java(), ThisProgram.jar()).getBytes(StandardCharsets.UTF_8));
        return script;
    }

    /** The script's text. */
    String text(Path java, Path jar) {
        String place = quoted(folder.toAbsolutePath().normalize());
        return """
        #!/bin/bash
        # Trains the study of this folder; submit it with sbatch, adding --partition, --account and
        # --time as your site asks for. Submitting it again goes on where it was.
        #SBATCH --job-name=stackelberg-study
        #SBATCH --array=0-%d%%%d
        #SBATCH --ntasks=1
        #SBATCH --cpus-per-task=%d
        #SBATCH --requeue
        #SBATCH --open-mode=append
        #SBATCH --signal=B:TERM@60
        #SBATCH --output=slurm-%%A_%%a.out
        STUDY=%s
        JAVA=${STACKELBERG_JAVA:-%s}
        JAR=${STACKELBERG_JAR:-%s}

        # The time is up, or the node is wanted: the program writes its checkpoints, and the task
        # waits in the queue again.
        end() {
            trap '' TERM
            kill -TERM "$child" 2>/dev/null
            wait "$child"
            scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
            exit 0
        }
        trap end TERM

        "$JAVA" -jar "$JAR" study --resume "$STUDY" --jobs %d \\
            --part "$SLURM_ARRAY_TASK_ID/%d" &
        child=$!
        wait "$child"
        """
                .formatted(
                        tasks - 1,
                        Math.min(tasks, AT_A_TIME),
                        jobs,
                        place,
                        quoted(java),
                        quoted(jar),
                        jobs,
                        tasks);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
