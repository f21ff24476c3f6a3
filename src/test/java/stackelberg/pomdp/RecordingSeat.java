package stackelberg.pomdp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import stackelberg.game.LeaderPolicy;

/** A leader that follows a policy and writes down everything it could learn from. */
final class RecordingSeat implements LeaderSeat, Watch {
    /** One transition; {@code rows} is what a critic sees, by kind of information. */
    static final class Step {
        final int observation;
        final boolean kept;
        final long play;
        final float[][] rows = new float[CriticInformation.values().length][];
        double reward;
        int rewards;

        Step(int observation, boolean kept, long play) {
            this.observation = observation;
            this.kept = kept;
            this.play = play;
        }

        float[] row(CriticInformation information) {
            return rows[information.ordinal()];
        }
    }

    /** Everything that a critic can be told. */
    static final Set<CriticInformation> SEEN =
            EnumSet.complementOf(EnumSet.of(CriticInformation.AUTO));

    /** What a row is filled with before it is described. */
    static final float UNTOUCHED = 12345;

    static final int SLACK = 3;

    final List<Step> steps = new ArrayList<>();
    long plays;
    int ends;
    int outerEpisodes;
    private final StackelbergPomdp pomdp;
    private final LeaderPolicy policy;

    RecordingSeat(StackelbergPomdp pomdp, LeaderPolicy policy) {
        this.pomdp = pomdp;
        this.policy = policy;
    }

    /** Whether a step was taken in the reward phase, by counting plays from outside. */
    boolean inRewardPhase(Step step) {
        return step.play > pomdp.followers().plays();
    }

    @Override
    public double[] act(int observation, boolean keep) {
        Step step = new Step(observation, keep, plays);
        for (CriticInformation information : SEEN) {
            float[] row = new float[pomdp.criticSize(information) + SLACK];
            java.util.Arrays.fill(row, UNTOUCHED);
            pomdp.describe(information, observation, row);
            step.rows[information.ordinal()] = row;
        }
        steps.add(step);
        return policy.act(observation);
    }

    @Override
    public void reward(double reward) {
        steps.get(steps.size() - 1).reward += reward;
        steps.get(steps.size() - 1).rewards++;
    }

    @Override
    public void end() {
        ends++;
    }

    @Override
    public void play() {
        plays++;
    }

    @Override
    public int stride() {
        return 1;
    }

    @Override
    public void outerEpisode(double reward) {
        outerEpisodes++;
    }
}
