package stackelberg.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Milestones.Milestone;
import stackelberg.oracle.Answer;
import stackelberg.scenario.Scenario;

/**
 * What a run came to; null stands for what is not known.
 *
 * @param steps the leader's transitions
 * @param plays plays of the base game
 * @param leaderReward the final greedy policy's value after a fresh response phase
 * @param optimum the exact optimum
 * @param gap optimum − leaderReward
 * @param bcceGap the BCCE gap of the followers' response to the final policy
 * @param wallSeconds time, pauses left out
 * @param cpuSeconds processor time of the whole program over the run
 * @param stepsToOptimum transitions until an evaluation first came within its tolerance of the
 *     optimum
 * @param secondsToOptimum processor time until then
 * @param verdict the {@link Verdict} in one sentence
 * @param remedy the option of the command {@code train} that would help; null if none would
 * @param measured what is measured at the end only, by name: what follows a forced price cut; null
 *     in results of earlier versions
 * @param answered whether the exact answer has been sought, known or not; null in results of
 *     earlier versions, for which it had
 * @param program which version of the program and of Java came to it
 */
public record RunResult(
        String scenario,
        long seed,
        long steps,
        long plays,
        @Nullable Double leaderReward,
        @Nullable Double optimum,
        @Nullable Double gap,
        @Nullable Double bcceGap,
        double wallSeconds,
        double cpuSeconds,
        @Nullable Long stepsToOptimum,
        @Nullable Double secondsToOptimum,
        @Nullable String verdict,
        @Nullable String remedy,
        @Nullable Map<String, Double> measured,
        @Nullable Boolean answered,
        String program) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RunResult of(
            Scenario scenario,
            Snapshot end,
            Milestones milestones,
            Map<String, Double> measured,
            @Nullable Answer answer) {
        Verdict verdict = end.verdict();
        Double reward = end.evaluation() == null ? null : end.evaluation().leaderReward();
        Double optimum = answer == null ? null : known(answer.optimum());
        Optional<Milestone> reached =
                optimum == null
                        ? Optional.empty()
                        : milestones.first(optimum - scenario.game().tolerance(optimum));
        return new RunResult(
                scenario.title(),
                end.seed(),
                end.transitions(),
                end.plays(),
                reward,
                optimum,
                optimum == null || reward == null ? null : optimum - reward,
                end.evaluation() == null ? null : known(end.evaluation().bcceGap()),
                end.wallSeconds(),
                end.cpuSeconds(),
                reached.map(Milestone::transitions).orElse(null),
                reached.map(Milestone::cpuSeconds).orElse(null),
                verdict == null ? null : verdict.sentence(),
                verdict == null || verdict.remedy() == Verdict.Remedy.NONE
                        ? null
                        : verdict.remedy().flag(),
                measured,
                answer != null,
                ProgramVersion.withJava());
    }

    /** Whether nothing is to come: the exact answer has been sought. */
    public boolean complete() {
        return !Boolean.FALSE.equals(answered);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** One line of JSON. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is plain data", e);
        }
    }
}
