package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MechanismHistoryTest {
    @TempDir private Path temporary;

    @Test
    void howeverLongTheTrainingThereAreNotTooManyFrames() {
        MechanismHistory history = new MechanismHistory();
        for (long k = 0; k < 100_000; k++) {
            history.add(10 * k, new double[][] {{k}, {}});
            assertThat(history.frames().size()).isLessThanOrEqualTo(128);
        }
        List<MechanismHistory.Frame> frames = history.frames();
        assertThat(frames.get(0).transitions()).isZero();
        assertThat(frames.size()).isGreaterThan(60);
        long step = frames.get(1).transitions();
        for (int k = 0; k < frames.size(); k++) {
            assertThat(frames.get(k).transitions()).as("evenly spaced").isEqualTo(k * step);
            assertThat(frames.get(k).mechanism()[0][0]).isEqualTo(k * step / 10.0);
        }
    }

    @Test
    void itGoesOnFromACheckpointAsIfNothingHadHappened() throws Exception {
        MechanismHistory whole = new MechanismHistory();
        MechanismHistory parts = new MechanismHistory();
        for (long k = 0; k < 1000; k++) {
            whole.add(k, new double[][] {{k, -k}, {}});
            parts.add(k, new double[][] {{k, -k}, {}});
            if (k % 77 == 0) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                parts.save(new DataOutputStream(bytes));
                parts = new MechanismHistory();
                parts.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            }
        }
        assertThat(parts.frames()).usingRecursiveComparison().isEqualTo(whole.frames());
    }

    @Test
    void largeMechanismsHaveFewerFrames() {
        MechanismHistory history = new MechanismHistory();
        for (int k = 0; k < 200; k++) {
            history.add(k, new double[100][1000]);
        }
        assertThat(history.frames().size()).isBetween(4, 8);
    }

    @Test
    void aReopenedRunStillKnowsHowItsMechanismCameAbout() throws Exception {
        Path folder = temporary.resolve("run");
        List<MechanismHistory.Frame> frames;
        try (Run run = new Run(Tiny.scenario(20_000), 3, folder)) {
            run.start();
            run.await();
            frames = run.latest().mechanisms();
        }
        assertThat(frames).hasSizeGreaterThan(10);
        try (Run run = SavedRun.look(folder)) {
            run.start();
            run.await();
            assertThat(run.latest().mechanisms()).usingRecursiveComparison().isEqualTo(frames);
        }
    }
}
