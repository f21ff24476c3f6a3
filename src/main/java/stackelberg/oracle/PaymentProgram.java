package stackelberg.oracle;

import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.PaymentGame;

/**
 * The optimal payments to followers of a normal-form game, max v(a) − c Σ_i t_i(a) in the leader's
 * favourite coarse correlated equilibrium P of the game u + t with 0 ≤ t ≤ T.
 *
 * <p><em>Upper bound.</em> Let y_i(a) = P(a) t_i(a) ∈ [0, T P(a)]. What follower i gains by a' is
 * Σ_a P(a) [u_i(a', a_−i) + t_i(a', a_−i) − u_i(a) − t_i(a)]. The payments in it at a_i = a' add up
 * to Σ_{a: a_i = a'} t_i(a) [P_−i(a_−i) − P(a)] ≥ 0, so that P and y satisfy
 *
 * <p>Σ_{a: a_i ≠ a'} (P(a) [u_i(a', a_−i) − u_i(a)] − y_i(a)) ≤ 0 for all i and a',
 *
 * <p>and the linear program max Σ_a P(a) v(a) − c Σ y over these is an upper bound.
 *
 * <p><em>Lower bound.</em> A joint action z is implemented (Monderer & Tennenholtz 2003) by paying
 * follower i at z what it would gain by leaving, g_i(z) = max_a' u_i(a', z_−i) − u_i(z), if that is
 * at most T; it is worth v(z) − c Σ_i max(0, g_i(z)). Follower i is paid T for z_i where others do
 * not play z, which costs nothing in equilibrium and makes z_i dominant if T exceeds all gains.
 *
 * <p>Equal bounds are the optimum. They are equal whenever the best joint action, without costs, or
 * an equilibrium that is the best joint action, with costs, can be implemented: v(z) itself is then
 * an upper bound.
 */
public final class PaymentProgram implements ExactMethod {
    /** The most joint actions; some seconds. */
    private static final long JOINT_ACTIONS = 100;

    /** What is paid above a gain where the follower shall not be indifferent. */
    private static final double MARGIN = 1e-6;

    @Override
    public String name() {
        return "implementation by payments";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        if (!(game instanceof PaymentGame)) {
            return Optional.of("the leader does not pay followers for their joint action");
        }
        return game.leaderObservations() <= JOINT_ACTIONS
                ? Optional.empty()
                : Optional.of(
                        "it has "
                                + game.leaderObservations()
                                + " joint actions, more than "
                                + JOINT_ACTIONS);
    }

    @Override
    public Answer solve(BaseGame game) {
        PaymentGame payments = (PaymentGame) game;
        double lower = Double.NEGATIVE_INFINITY;
        double assured = Double.NEGATIVE_INFINITY;
        int best = 0;
        for (int target = 0; target < game.leaderObservations(); target++) {
            double[] gains = gains(payments, target);
            double value = payments.value(target);
            boolean affordable = true;
            for (double gain : gains) {
                value -= payments.cost() * Math.max(0, gain);
                affordable &= gain <= payments.cap() + PureEnumeration.TIE;
            }
            if (affordable && value > lower) {
                lower = value;
                best = target;
            }
            InducedGame induced = InducedGame.of(game, towards(payments, target, MARGIN));
            assured = Math.max(assured, new CoarseCorrelated(new StrategicForm(induced)).worst());
        }
        double upper = relaxation(payments);
        if (upper > lower + PureEnumeration.TIE) {
            return Answer.between(
                    Math.max(lower, assured),
                    upper,
                    "Bounds only: the payments cannot bring about the best joint action, and what"
                            + " they can do with a mixture of joint actions is a bilinear problem."
                            + " Lower: the best single joint action that they implement; upper: a"
                            + " linear relaxation.");
        }
        LeaderPolicy policy = towards(payments, best, 0);
        double[][] mechanism = new double[game.leaderObservations()][];
        for (int joint = 0; joint < mechanism.length; joint++) {
            mechanism[joint] = game.meaning(policy.act(joint));
        }
        return Answer.of(
                game,
                lower,
                Math.min(lower, assured),
                "Implementation by payments (Monderer & Tennenholtz 2003): the best joint action"
                        + " that payments make an equilibrium is worth as much as the linear"
                        + " relaxation over all correlated play. The lower bound is what payments"
                        + " assure whichever coarse correlated equilibrium the followers play.",
                mechanism);
    }

    /** g_i(z), which is below 0 where z is the follower's only best reply. */
    private static double[] gains(PaymentGame game, int target) {
        int[] counts = InducedGame.actionCounts(game);
        double[] gains = new double[counts.length];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < counts[i]; a++) {
                int instead = instead(target, i, a, counts);
                if (instead != target) {
                    double gain = game.payoff(i, instead) - game.payoff(i, target);
                    gains[i] = Math.max(gains[i], gain);
                }
            }
        }
        return gains;
    }

    /** The payments that implement {@code target}, exceeding each follower's gain by a margin. */
    private static LeaderPolicy towards(PaymentGame game, int target, double margin) {
        int[] counts = InducedGame.actionCounts(game);
        int[] wanted = JointIndex.decode(target, counts);
        double[] gains = gains(game, target);
        double[][] actions = new double[game.leaderObservations()][];
        for (int joint = 0; joint < actions.length; joint++) {
            int[] played = JointIndex.decode(joint, counts);
            double[] payments = new double[counts.length];
            for (int i = 0; i < payments.length; i++) {
                if (played[i] == wanted[i]) {
                    boolean free = joint != target || game.cost() == 0;
                    payments[i] = free ? game.cap() : Math.max(0, gains[i] + margin);
                }
            }
            actions[joint] = game.action(payments);
        }
        return joint -> actions[joint];
    }

    /** The upper bound; variables P(a), then y_i(a) follower by follower. */
    private static double relaxation(PaymentGame game) {
        int[] counts = InducedGame.actionCounts(game);
        int joints = game.leaderObservations();
        double[] reward = new double[joints * (1 + counts.length)];
        for (int k = 0; k < reward.length; k++) {
            reward[k] = k < joints ? game.value(k) : -game.cost();
        }
        LinearProgram program = new LinearProgram(reward);
        for (int i = 0; i < counts.length; i++) {
            int payment = joints * (1 + i);
            for (int joint = 0; joint < joints; joint++) {
                double[] row = new double[reward.length];
                row[joint] = -game.cap();
                row[payment + joint] = 1;
                program.notPositive(row);
            }
            for (int a = 0; a < counts[i]; a++) {
                double[] row = new double[reward.length];
                for (int joint = 0; joint < joints; joint++) {
                    int instead = instead(joint, i, a, counts);
                    if (instead != joint) {
                        row[joint] = game.payoff(i, instead) - game.payoff(i, joint);
                        row[payment + joint] = -1;
                    }
                }
                program.notPositive(row);
            }
        }
        program.distribution(joints);
        return LinearProgram.dot(reward, program.maximise().orElseThrow());
    }

    /** The joint action in which follower i plays {@code action} instead. */
    private static int instead(int joint, int follower, int action, int[] counts) {
        int[] actions = JointIndex.decode(joint, counts);
        actions[follower] = action;
        return JointIndex.encode(actions, counts);
    }
}
