package stackelberg.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.SimpleAllocation;
import stackelberg.leader.Ppo;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RewardPhase;
import stackelberg.scenario.Scenario;

/** Scenarios that train in a blink, and patience for what happens on other threads. */
final class Tiny {
    private Tiny() {}

    /** Simple allocation with small networks: one iteration takes about a millisecond. */
    static Scenario scenario(long budget) {
        return new Scenario(
                "Tiny",
                "",
                new SimpleAllocation(),
                List.of(new MultiplicativeWeights()),
                new Ppo(
                        CriticInformation.FULL,
                        1e-3,
                        1,
                        128,
                        64,
                        2,
                        0.95,
                        0.2,
                        0.01,
                        0.5,
                        0.5,
                        0,
                        8),
                new Episode(90, RewardPhase.EXACT, 1, 0.5),
                budget,
                "1");
    }

    /** A budget that no test waits for. */
    static Scenario endless() {
        return scenario(1_000_000_000_000L);
    }

    /** Waits for something that must happen, with more patience than any machine needs. */
    static void until(BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within a minute");
            }
            Thread.sleep(2);
        }
    }

    static boolean reached(Run run, RunState state) {
        return run.latest().state() == state;
    }
}
