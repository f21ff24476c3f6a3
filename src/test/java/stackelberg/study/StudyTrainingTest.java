package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.study.StudyTraining.Failure;
import stackelberg.study.StudyTraining.Progress;

/** Jobs are trained, counted, left to others, come back to, given up and gone on with. */
@Timeout(60)
class StudyTrainingTest {
    private static final Study STUDY =
            Objects.requireNonNull(
                    StudyFile.read(
                                    """
                                    {"title": "Small", "seeds": "1-2", "base": {
                                       "game": {"type": "normal-form", "commitment": "pure",
                                         "payoffs": [[[1, 1], [0, 0]], [[0, 0], [2, 2]]]},
                                       "followers": [{"type": "regret-matching"}],
                                       "leader": {"type": "policy-enumeration"}},
                                     "axes": [{"name": "plays", "path": "episode.responsePlays",
                                               "values": [5, 10]}]}
                                    """,
                                    null)
                            .study());

    @TempDir private Path path;

    private final List<Job> jobs = Job.all(STUDY, StudyFile.expand(STUDY).cells());

    private static void ends(StudyTraining training) throws InterruptedException {
        assertThat(training.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(training.done()).isTrue();
    }

    @Test
    void everyJobIsTrainedOnceAndWhatIsOverIsLeftAlone() throws Exception {
        StudyFolder folder = new StudyFolder(path);
        try (StudyTraining training = new StudyTraining(folder, jobs.subList(0, 3), 2)) {
            assertThat(training.progress()).isEqualTo(new Progress(3, 0, 0, 0, Double.NaN));
            assertThat(training.done()).isFalse();
            ends(training.start());
            assertThat(training.progress()).isEqualTo(new Progress(3, 3, 0, 0, 0));
            assertThat(training.failures()).isEmpty();
        }
        for (Job job : jobs.subList(0, 3)) {
            assertThat(folder.result(job).orElseThrow().seed()).isEqualTo(job.seed());
        }
        assertThat(folder.result(jobs.get(3))).isEmpty();
        String before = Files.readString(folder.job(jobs.get(0)).resolve("result.json"));
        try (StudyTraining training = new StudyTraining(folder, jobs, 1)) {
            Progress progress = training.progress();
            assertThat(progress.over()).isEqualTo(3);
            assertThat(progress.share()).isCloseTo(0.75, within(1e-12));
            ends(training.start());
            assertThat(training.progress().over()).isEqualTo(4);
        }
        assertThat(folder.job(jobs.get(0)).resolve("result.json")).content().isEqualTo(before);
    }

    @Test
    void aJobThatCannotBeTrainedKeepsNoOtherFromIt() throws Exception {
        Trained trained = new Trained(STUDY, path);
        trained.write(jobs.get(0), "scenario.json", "{");
        try (StudyTraining training = new StudyTraining(trained.folder, jobs.subList(0, 2), 1)) {
            ends(training.start());
            assertThat(training.failures()).extracting(Failure::job).containsExactly(jobs.get(0));
            assertThat(training.failures().get(0).message()).contains("scenario.json");
            Progress progress = training.progress();
            assertThat(progress).isEqualTo(new Progress(2, 1, 0, 1, 0));
            assertThat(progress.share()).isEqualTo(1);
        }
        assertThat(trained.folder.claim(jobs.get(0))).as("it is free again").isPresent();
    }

    /** Another worker has the first job, gives it up, and it is trained here. */
    @Test
    void aJobThatAnotherHoldsIsComeBackTo() throws Exception {
        StudyFolder folder = new StudyFolder(path);
        JobLock other = folder.claim(jobs.get(0)).orElseThrow();
        JobLock second = folder.claim(jobs.get(1)).orElseThrow();
        try (StudyTraining training = new StudyTraining(folder, jobs.subList(0, 2), 1)) {
            training.start();
            assertThat(training.await(100, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(training.progress().over()).isZero();
            other.close();
            new Trained(STUDY, path).over(1, null, 0.25);
            second.close();
            ends(training);
            assertThat(training.progress().over()).isEqualTo(2);
        }
        assertThat(folder.result(jobs.get(0)).orElseThrow().leaderReward()).isNotNull();
        assertThat(folder.result(jobs.get(1)).orElseThrow().leaderReward()).isEqualTo(0.25);
    }

    /** It stops at a safe place, gives the job back, and another time it goes on from there. */
    @Test
    void whatIsStoppedGoesOnAnotherTime() throws Exception {
        Study longer =
                StudyFile.read(
                                """
                                {"title": "Long", "seeds": "1", "base": {
                                  "game": {"type": "simple-allocation"},
                                  "leader": {"type": "ppo"}, "budget": 1000000000}}
                                """,
                                null)
                        .study();
        assertThat(longer).isNotNull();
        StudyFolder folder = new StudyFolder(path);
        Job job = Job.all(longer, StudyFile.expand(longer).cells()).get(0);
        StudyTraining training = new StudyTraining(folder, List.of(job), 1).start();
        while (training.progress().underWay() == 0) {
            Thread.sleep(5);
        }
        Progress progress = training.progress();
        assertThat(progress.underWay()).isBetween(0.0, 0.5);
        assertThat(progress.share()).isEqualTo(progress.underWay());
        assertThat(progress.secondsLeft()).isGreaterThan(1);
        assertThat(folder.claim(job)).as("it is claimed").isEmpty();
        training.close();
        assertThat(training.done()).isTrue();
        assertThat(training.failures()).isEmpty();
        assertThat(training.progress().underWay()).isZero();
        assertThat(folder.result(job)).isEmpty();
        assertThat(folder.job(job).resolve("checkpoint")).exists();
        folder.claim(job).orElseThrow().close();
    }

    @Test
    void whatIsStoppedBeforeItBeginsTrainsNothing() throws Exception {
        StudyFolder folder = new StudyFolder(path);
        StudyTraining training = new StudyTraining(folder, jobs, 1);
        training.stop();
        ends(training.start());
        assertThat(training.progress().over()).isZero();
        assertThat(folder.job(jobs.get(0))).doesNotExist();
        assertThat(new Progress(0, 0, 0, 0, 0).share()).isEqualTo(1);
    }

    @Test
    void aDamagedResultIsSaidBeforeAnythingIsTrained() throws Exception {
        Trained trained = new Trained(STUDY, path);
        trained.write(jobs.get(1), "result.json", "{");
        assertThatThrownBy(() -> new StudyTraining(trained.folder, jobs, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("result.json is damaged");
    }
}
