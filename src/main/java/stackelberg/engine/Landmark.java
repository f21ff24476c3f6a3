package stackelberg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.game.BaseGame;
import stackelberg.game.Comparison;
import stackelberg.oracle.Answer;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;

/**
 * What something else than the learned mechanism is worth to the leader.
 *
 * @param name how a legend calls it
 * @param value the leader's reward
 */
public record Landmark(String name, double value) {
    /** Beyond so many plays a comparison is a study, and not made beside a run. */
    private static final long MOST_PLAYS = 20_000_000;

    private static final int MOST_SEEDS = 10;

    /**
     * The {@link stackelberg.game.GameFamily#comparisons} of a scenario's game that can be made: by
     * the exact answer, or by its followers' response to a leader that always does the same, the
     * mean over its seeds (as many as take no more than {@value #MOST_PLAYS} plays, at most {@value
     * #MOST_SEEDS}). May take long; ends early if its thread is interrupted.
     *
     * @param scenario without faults
     */
    public static List<Landmark> of(Scenario scenario) {
        Scenario settled = scenario.settled();
        List<Landmark> found = new ArrayList<>();
        for (Comparison comparison : settled.game().comparisons()) {
            double value =
                    comparison.actions().isEmpty()
                            ? optimum(comparison)
                            : response(comparison, settled);
            if (!Double.isNaN(value)) {
                found.add(new Landmark(comparison.name(), value));
            }
        }
        return found;
    }

    private static double optimum(Comparison comparison) {
        Answer answer = ExactAnswers.of(comparison.game());
        return answer.optimum();
    }

    private static double response(Comparison comparison, Scenario settled) {
        List<FollowerModel> models = settled.followers();
        long plays = (long) settled.episode().responsePlays() * comparison.actions().size();
        if (Preparation.needed(models) || plays > MOST_PLAYS) {
            return Double.NaN;
        }
        List<Long> seeds = Seeds.parse(settled.seeds());
        long count = Math.min(MOST_PLAYS / Math.max(1, plays), Math.min(MOST_SEEDS, seeds.size()));
        BaseGame game = comparison.game().assemble();
        Evaluator evaluator = new Evaluator(game, models, settled.episode());
        double best = Double.NEGATIVE_INFINITY;
        for (double[] action : comparison.actions()) {
            double sum = 0;
            for (long seed : seeds.subList(0, (int) count)) {
                sum +=
                        evaluator
                                .evaluate(
                                        seen -> action,
                                        new RandomStreams(seed),
                                        0,
                                        Watch.UNTIL_INTERRUPTED)
                                .leaderReward();
            }
            best = Math.max(best, sum / count);
        }
        return best;
    }

    /**
     * How a reward compares, in a sentence with its final stop and a space before it; empty if
     * there is nothing to compare with.
     *
     * @param tolerance by which much rewards may differ and count as equal
     */
    public static String compared(double reward, List<Landmark> landmarks, double tolerance) {
        List<String> more = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<String> less = new ArrayList<>();
        for (Landmark one : landmarks) {
            List<String> where =
                    reward > one.value() + tolerance
                            ? more
                            : reward < one.value() - tolerance ? less : same;
            where.add(String.format(Locale.ROOT, "%s (%.4g)", one.name(), clean(one.value())));
        }
        List<String> parts = new ArrayList<>();
        if (!more.isEmpty()) {
            parts.add("more than " + all(more));
        }
        if (!same.isEmpty()) {
            parts.add("as much as " + all(same));
        }
        if (!less.isEmpty()) {
            parts.add("less than " + all(less));
        }
        return parts.isEmpty() || Double.isNaN(reward)
                ? ""
                : " That is " + String.join("; ", parts) + ".";
    }

    private static double clean(double value) {
        return value == 0 ? 0.0 : value;
    }

    private static String all(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
