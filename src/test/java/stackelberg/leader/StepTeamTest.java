package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyTaskIsDoneOnceAndBeforeTheNextPhase(int members) {
        StepTeam team = new StepTeam(members);
        AtomicIntegerArray done = new AtomicIntegerArray(7);
        int[] seen = new int[7];
        StepTeam.Phase count = team.phase(done::incrementAndGet);
        // Plain writes of one thread are seen by whoever does the tasks of the next phase.
        StepTeam.Phase copy = team.phase(task -> seen[task] = done.get(6 - task));
        for (int round = 0; round < 3; round++) {
            team.begin();
            for (int step = 0; step < 5000; step++) {
                int tasks = 1 + step % 7;
                team.run(count, tasks);
                team.run(copy, 7);
                for (int task = 0; task < 7; task++) {
                    assertThat(seen[task]).isEqualTo(done.get(6 - task));
                }
            }
            team.end();
        }
        for (int task = 0; task < 7; task++) {
            assertThat(done.get(task)).isEqualTo(3 * howOften(task));
        }
    }

    /** In how many of 5,000 steps of 1 to 7 tasks this one is among them. */
    private static int howOften(int task) {
        int times = 0;
        for (int step = 0; step < 5000; step++) {
            times += task <= step % 7 ? 1 : 0;
        }
        return times;
    }

    @Test
    void whatGoesWrongInATaskReachesTheCallerWhoeverDidIt() {
        StepTeam team = new StepTeam(2);
        StepTeam.Phase phase =
                team.phase(
                        task -> {
                            if (task == 1) {
                                throw new IllegalArgumentException("one");
                            }
                        });
        team.begin();
        try {
            for (int k = 0; k < 100; k++) {
                assertThatThrownBy(() -> team.run(phase, 2))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            team.run(team.phase(task -> {}), 2);
        } finally {
            team.end();
        }
    }

    /** A run that is alone, or whose helper never comes, does everything itself. */
    @Test
    void withoutHelpersTheCallerDoesAll() {
        StepTeam team = new StepTeam(2);
        int[] done = new int[2];
        StepTeam.Phase phase = team.phase(task -> done[task]++);
        team.run(phase, 2);
        assertThat(done).containsExactly(1, 1);
    }
}
