package stackelberg.engine;

import java.util.Locale;
import stackelberg.follower.FollowerModel;
import stackelberg.game.BaseGame;
import stackelberg.oracle.Answer;
import stackelberg.pomdp.Evaluation;
import stackelberg.scenario.Scenario;

/**
 * What a finished run came to, in one sentence, and what could make the next one come to more.
 *
 * @param kind which of the cases it is
 * @param sentence for a person, with its final stop
 * @param remedy what would help
 */
public record Verdict(Kind kind, String sentence, Remedy remedy) {
    /** What a run can come to. */
    public enum Kind {
        /** The leader's reward is the optimum, as nearly as the game's tolerance asks. */
        REACHED,
        /** It is less. */
        BELOW,
        /** It is more: followers that have not settled can be exploited. */
        ABOVE,
        /** There is no exact answer to compare with. */
        UNKNOWN
    }

    /** How many times the automatic bound a BCCE gap must be for followers not to have settled. */
    private static final double UNSETTLED = 5;

    /** What would help. */
    public enum Remedy {
        NONE(""),
        /** Something is set by hand that the program would settle otherwise. */
        AUTOMATIC("--automatic"),
        /** Other seeds may find better commitments. */
        MORE_SEEDS("--seed 1-5");

        private final String flag;

        Remedy(String flag) {
            this.flag = flag;
        }

        /** The option of the command {@code train} that applies it; empty if there is none. */
        public String flag() {
            return flag;
        }
    }

    /**
     * The verdict on a run.
     *
     * @param settled the scenario as it was run
     * @param evaluation of the final commitment
     * @param training what the leader earned in its last outer episodes of training; NaN if unknown
     * @param answer the exact answer, or bounds, or that none is known
     */
    public static Verdict of(
            Scenario settled,
            BaseGame game,
            Evaluation evaluation,
            double training,
            Answer answer) {
        Scenario usual = settled.automatic().settled();
        Remedy remedy = usual.equals(settled) ? Remedy.MORE_SEEDS : Remedy.AUTOMATIC;
        String reward = number(evaluation.leaderReward());
        String optimum = number(answer.optimum());
        boolean best = settled.followers().stream().allMatch(FollowerModel::seeksBestResponse);
        String response = best ? response(usual, evaluation) : "";
        double gap = answer.optimum() - evaluation.leaderReward();
        double tolerance = settled.game().tolerance(answer.optimum());
        if (settled.episode().seesTime() || settled.episode().responseRewarded()) {
            String known = answer.exact() ? ", the best commitment %s".formatted(optimum) : "";
            String words =
                    "Earned %s in training, with a diagnostic on that is no commitment. A"
                            + " commitment to what it does in the end is worth %s%s.";
            return new Verdict(
                    Kind.UNKNOWN, words.formatted(number(training), reward, known), Remedy.NONE);
        }
        if (answer.exact() && !best) {
            String words =
                    "Earns %s from followers that do not always respond best; from followers that"
                            + " do, the optimum is %s.";
            return new Verdict(Kind.UNKNOWN, words.formatted(reward, optimum), Remedy.MORE_SEEDS);
        }
        if (!answer.exact()) {
            String words =
                    "No exact answer is known%s; the leader earns %s."
                            .formatted(bounds(answer), reward);
            return new Verdict(Kind.UNKNOWN, words + response, Remedy.MORE_SEEDS);
        } else if (gap > tolerance) {
            String words = "Settled %s below the optimum of %s.".formatted(number(gap), optimum);
            return new Verdict(Kind.BELOW, words + choice(game, answer) + response, remedy);
        } else if (gap < -tolerance) {
            String words =
                    ("Earns %s more than the optimum of %s, because the followers have not settled"
                         + " (%s): a certified response with a smaller gap bound would let them.")
                            .formatted(number(-gap), optimum, bcceGap(evaluation));
            return new Verdict(
                    Kind.ABOVE, words, remedy == Remedy.AUTOMATIC ? remedy : Remedy.NONE);
        }
        String words = "Reached the optimum: %s of %s.".formatted(reward, optimum);
        return new Verdict(Kind.REACHED, words + response, Remedy.NONE);
    }

    private static String bounds(Answer answer) {
        return Double.isNaN(answer.lower()) || Double.isNaN(answer.upper())
                ? ""
                : " (between %s and %s)".formatted(number(answer.lower()), number(answer.upper()));
    }

    private static String bcceGap(Evaluation evaluation) {
        return "BCCE gap " + number(evaluation.bcceGap());
    }

    /** What an optimum takes for granted where several followers choose an equilibrium. */
    private static String choice(BaseGame game, Answer answer) {
        return game.followers() > 1
                        && answer.lower() < answer.optimum() - Math.ulp(answer.optimum())
                ? " That optimum takes for granted that the followers choose the equilibrium that"
                        + " is best for the leader; whichever they choose, "
                        + number(answer.lower())
                        + " can be had."
                : "";
    }

    /** Why the followers' response is not to be trusted, and what would settle it; or nothing. */
    private static String response(Scenario usual, Evaluation evaluation) {
        String gap = bcceGap(evaluation);
        if (evaluation.certificate().uncertified()) {
            return " The followers' response is not certified: " + gap + ".";
        }
        double bound = UNSETTLED * usual.episode().gapBound();
        return evaluation.bcceGap() > bound
                ? " The followers have not settled ("
                        + gap
                        + "): a certified response, or more response plays, would let them."
                : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value == 0 ? 0.0 : value);
    }
}
