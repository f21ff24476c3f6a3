package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
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

    /** Two tasks that wait for each other are done at once: somebody helps. */
    @Test
    void aHelperTakesPart() {
        int before = room();
        assumeTrue(before > 2 && ForkJoinPool.getCommonPoolParallelism() > 0);
        StepTeam team = new StepTeam(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier both = new CyclicBarrier(2);
        StepTeam.Phase meet =
                team.phase(
                        task -> {
                            threads.add(Thread.currentThread());
                            try {
                                both.await(10, TimeUnit.SECONDS);
                            } catch (Exception e) {
                                throw new IllegalStateException("nobody came", e);
                            }
                        });
        for (int round = 0; round < 3; round++) {
            team.begin();
            try {
                for (int step = 0; step < 20; step++) {
                    team.run(meet, 2);
                }
            } finally {
                team.end();
            }
            waitUntil(() -> room() == before);
        }
        assertThat(threads).hasSizeGreaterThan(1).contains(Thread.currentThread());
    }

    /** Whoever came has gone again: no processor is counted as busy, and none too few. */
    @Test
    void busyThreadsAreCountedWhileTheyAreBusy() {
        int before = room();
        assumeTrue(before > 1);
        StepTeam team = new StepTeam(2);
        int[] done = new int[1];
        StepTeam.Phase phase = team.phase(task -> done[0]++);
        for (int round = 0; round < 6; round++) {
            team.begin();
            team.run(phase, 1);
            team.end();
        }
        waitUntil(() -> room() == before);
        team.begin();
        // A helper that finds nothing to do goes home.
        waitUntil(() -> room() == before - 1);
        team.end();
        waitUntil(() -> room() == before);
        assertThat(done[0]).isEqualTo(6);
    }

    /** How many more threads may become busy until there is one too many. */
    static int room() {
        int entered = 0;
        for (; !Cores.crowded(); entered++) {
            Cores.enter();
        }
        for (int k = 0; k < entered; k++) {
            Cores.leave();
        }
        return entered;
    }

    private static void waitUntil(BooleanSupplier settled) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!settled.getAsBoolean()) {
            assertThat(System.nanoTime()).as("threads left or missing").isLessThan(end);
            Thread.yield();
        }
    }
}
