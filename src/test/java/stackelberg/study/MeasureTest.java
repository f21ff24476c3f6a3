package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.engine.RunResult;
import stackelberg.study.Measure.Take;

class MeasureTest {
    @TempDir Path folder;

    private static final RunResult RESULT = Trained.result(1, 7.0, null, Map.of("cut", 5.0));

    private Stream<Double> values(Measure column, String metrics) throws IOException {
        Trained trained = new Trained(Trained.messages(""), folder);
        Job job = trained.job(0, 1);
        trained.write(job, "metrics.csv", metrics);
        Stream.Builder<Double> values = Stream.builder();
        for (Take take : Take.values()) {
            values.add(new Measure(column.column(), take).of(job, RESULT, trained.folder));
        }
        return values.build();
    }

    /** Of 100 transitions the last tenth begins after 90. */
    @Test
    void theLastTheLargestAndTheMeanOfTheLastTenth() throws IOException {
        assertThat(
                        values(
                                new Measure("x", Take.LAST),
                                "transitions,x\n50,9\n90,8\n91,1\n95,NaN\n100,3\n"))
                .containsExactly(3.0, 9.0, 2.0);
        assertThat(values(new Measure("x", Take.LAST), "transitions,x\n10,9\n"))
                .containsExactly(9.0, 9.0, 9.0);
        assertThat(values(new Measure("x", Take.LAST), "transitions,x\n99,1\n100,2\n"))
                .containsExactly(2.0, 2.0, 1.5);
    }

    @Test
    void whatIsNotMeasuredIsNull() throws IOException {
        for (String metrics :
                new String[] {
                    "transitions,y\n1,1\n", "transitions,x\n", "transitions,x\n1,NaN\n"
                }) {
            assertThat(values(new Measure("x", Take.LAST), metrics))
                    .containsExactly(null, null, null);
        }
    }

    /** What is measured at the end counts as the last value, whatever there was on the way. */
    @Test
    void theEndComesBeforeTheWay() throws IOException {
        assertThat(values(new Measure("cut", Take.LAST), "transitions,cut\n1,2\n"))
                .containsExactly(5.0, 2.0, 2.0);
        assertThat(values(Measure.LEADER_REWARD, "transitions,greedy policy\n1,2\n"))
                .containsExactly(7.0, 2.0, 2.0);
    }

    @Test
    void names() {
        assertThat(Measure.LEADER_REWARD.name()).isEqualTo("leader reward");
        assertThat(new Measure("gap", Take.LAST).name()).isEqualTo("gap");
        assertThat(new Measure("gap", Take.BEST).name()).isEqualTo("best gap");
        assertThat(new Measure("gap", Take.TAIL).name()).isEqualTo("gap, mean of the last tenth");
        assertThat(new Measure("gap", Take.BEST).isReward()).isFalse();
        assertThat(new Measure("greedy policy", Take.BEST).isReward()).isTrue();
    }
}
