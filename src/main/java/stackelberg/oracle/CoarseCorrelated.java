package stackelberg.oracle;

import java.util.Arrays;

/**
 * The best and the worst Bayesian coarse correlated equilibrium of an induced game for its leader:
 * linear programs over distributions P of strategy profiles under which no follower, knowing its
 * type, gains by committing to an action, Σ_s P(s) gain_{i,θ_i,a}(s) ≤ 0. Such an equilibrium
 * always exists, and the empirical play of no-regret followers tends to the set of them (Hartline,
 * Syrgkanis & Tardos 2015).
 */
final class CoarseCorrelated {
    private final StrategicForm form;

    CoarseCorrelated(StrategicForm form) {
        this.form = form;
    }

    /** The leader's reward at its best equilibrium. */
    double best() {
        return LinearProgram.dot(form.leader, bestDistribution());
    }

    /** The leader's reward at its worst equilibrium. */
    double worst() {
        double[] losses = Arrays.stream(form.leader).map(reward -> -reward).toArray();
        return LinearProgram.dot(form.leader, extreme(losses));
    }

    /** The leader's best equilibrium, a probability for each strategy profile. */
    double[] bestDistribution() {
        return extreme(form.leader);
    }

    private double[] extreme(double[] objective) {
        LinearProgram program = new LinearProgram(objective);
        for (double[] gain : form.gains) {
            program.notPositive(gain);
        }
        program.distribution();
        return program.maximise()
                .orElseThrow(() -> new IllegalStateException("no coarse correlated equilibrium"));
    }
}
