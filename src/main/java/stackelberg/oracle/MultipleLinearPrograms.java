package stackelberg.oracle;

import java.util.Locale;
import java.util.Optional;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LinearGame;

/**
 * The optimal mixed commitment against one follower, by one linear program for each way in which
 * its types could be brought to reply (Conitzer & Sandholm 2006, Thm. 2; with types, all of their
 * joint replies): see {@link TypewiseReplies}. The best of these is the optimum. Ties are broken in
 * the leader's favour.
 */
public final class MultipleLinearPrograms implements ExactMethod {
    /** The most numbers in one program's constraints. */
    private static final double NUMBERS = 20_000;

    /** The most programs; a few seconds. */
    private static final double PROGRAMS = 4_000;

    @Override
    public String name() {
        return "multiple linear programs";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        Optional<String> unfit = unfit(game);
        if (unfit.isPresent()) {
            return unfit;
        }
        LinearGame linear = (LinearGame) game;
        if (numbers(linear) > NUMBERS) {
            return Optional.of("its programs have more than 20,000 numbers");
        }
        double programs = TypewiseReplies.count(linear);
        return programs <= PROGRAMS
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "the follower's types have %.4g joint replies, more than %,.0f",
                                programs,
                                PROGRAMS));
    }

    /** Why no method for mixed commitments against one follower fits; empty if one may. */
    static Optional<String> unfit(BaseGame game) {
        if (!(game instanceof LinearGame) || !(game.leaderActions() instanceof ActionSpace.Box)) {
            return Optional.of("the leader does not mix over the rows of a payoff table");
        }
        return game.followers() == 1 ? Optional.empty() : Optional.of("it has several followers");
    }

    /** How many payoffs of the follower a program compares. */
    static double numbers(LinearGame game) {
        return (double) game.components() * game.actions(0) * game.prior().size();
    }

    @Override
    public Answer solve(BaseGame game) {
        LinearGame linear = (LinearGame) game;
        TypewiseReplies problem = new TypewiseReplies(linear);
        int programs = (int) TypewiseReplies.count(linear);
        int[] replies = new int[game.prior().size()];
        double best = Double.NEGATIVE_INFINITY;
        double[] commitment = new double[0];
        for (int index = 0; index < programs; index++) {
            problem.decode(index, replies);
            Optional<double[]> x = problem.bringAbout(replies);
            if (x.isPresent()) {
                double value = LinearProgram.dot(problem.reward(replies), x.get());
                if (value > best) {
                    best = value;
                    commitment = x.get();
                }
            }
        }
        String method =
                String.format(
                        Locale.ROOT,
                        "Multiple linear programs (Conitzer & Sandholm 2006), one for each of %,d"
                                + " %s; ties in the leader's favour.",
                        programs,
                        replies.length == 1
                                ? "follower actions"
                                : "joint replies of the follower's types");
        double[][] mechanism = {game.meaning(linear.commit(commitment))};
        return Answer.of(game, best, best, method, mechanism);
    }
}
