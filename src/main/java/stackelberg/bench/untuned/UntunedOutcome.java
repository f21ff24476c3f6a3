package stackelberg.bench.untuned;

import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;
import stackelberg.engine.RunResult;

/**
 * What one run came to; null stands for what is not known.
 *
 * @param leaderReward null if the run failed
 * @param bcceGap of the followers' response to the final policy
 * @param cpuSeconds processor time of the whole program over the run
 * @param steps the leader's transitions
 * @param failure why the run failed; null if it did not
 */
public record UntunedOutcome(
        UntunedGame game,
        long seed,
        @Nullable Double leaderReward,
        @Nullable Double bcceGap,
        double cpuSeconds,
        long steps,
        @Nullable String failure) {

    static UntunedOutcome of(UntunedGame game, Run run) {
        RunResult result = run.result().orElse(null);
        return new UntunedOutcome(
                game,
                run.seed(),
                result == null ? null : result.leaderReward(),
                result == null ? null : result.bcceGap(),
                run.latest().cpuSeconds(),
                run.latest().transitions(),
                result == null ? run.latest().message() : null);
    }

    static UntunedOutcome failed(UntunedGame game, long seed, String why) {
        return new UntunedOutcome(game, seed, null, null, 0, 0, why);
    }

    /** The exact optimum. */
    public @Nullable Double optimum() {
        return Double.isNaN(game.optimum()) ? null : game.optimum();
    }

    /** Optimum − leaderReward. */
    public @Nullable Double gap() {
        Double optimum = optimum();
        return optimum == null || leaderReward == null ? null : optimum - leaderReward;
    }

    /** Whether the reward is the optimum, give or take the tolerance; not if the run failed. */
    public @Nullable Boolean reached() {
        if (leaderReward == null) {
            return false;
        }
        Double gap = gap();
        return gap == null ? null : Math.abs(gap) <= game.tolerance();
    }

    /** Whether the reward is above the optimum: then the followers have not settled. */
    public @Nullable Boolean above() {
        if (leaderReward == null) {
            return false;
        }
        Double gap = gap();
        return gap == null ? null : gap < -game.tolerance();
    }
}
