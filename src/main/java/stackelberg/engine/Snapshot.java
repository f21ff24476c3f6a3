package stackelberg.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Artefact;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.PlayMade;

/**
 * A run as it stood at one moment; immutable by contract, so that a window may read it at leisure.
 *
 * @param state where the run stands
 * @param message what a person should know, for instance why the run failed; empty if nothing
 * @param seed the run's seed
 * @param transitions the leader's transitions so far, of both phases
 * @param plays plays of the base game so far
 * @param outerEpisodes outer episodes so far
 * @param budget transitions at which the run ends
 * @param share how far the run has come, from 0 to 1, if it takes as long as it may; it may end
 *     earlier, when the learner has closed
 * @param wallSeconds running time so far, pauses left out
 * @param cpuSeconds processor time of the run's thread so far
 * @param episodeReward the leader's reward in the last outer episode; NaN before the first
 * @param curves what to chart, decimated; the first leader-reward curve is the training reward
 *     (mean over each rollout), the second the greedy policy's
 * @param evaluation the newest evaluation of the greedy policy; null before the first
 * @param exploration {@code [leader observation][meaning]}: how the leader explores now, by what it
 *     sees, see {@link stackelberg.pomdp.Episode#observed}, and {@link
 *     stackelberg.leader.Training#exploration}; empty before the first rollout
 * @param greedy {@code [leader observation]}: the action that the leader would take now; empty
 *     before the first rollout, or if there are very many observations
 * @param mechanisms how the mechanism of the newest evaluation came about, oldest first
 * @param findings {@code [follower]}: what came of what was trained for it beforehand
 * @param steerings what was changed on the way, in order
 * @param play the last play of the training, while it goes slowly enough to be looked at; else null
 * @param verdict what the run came to; null until it is finished
 */
public record Snapshot(
        RunState state,
        String message,
        long seed,
        long transitions,
        long plays,
        long outerEpisodes,
        long budget,
        double share,
        double wallSeconds,
        double cpuSeconds,
        double episodeReward,
        Map<Chart, List<Curve>> curves,
        @Nullable Evaluation evaluation,
        double[][] exploration,
        double[][] greedy,
        List<MechanismHistory.Frame> mechanisms,
        List<Artefact.Findings> findings,
        List<Steering> steerings,
        @Nullable PlayMade play,
        @Nullable Verdict verdict) {}
