package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** Policy enumeration at work: an iteration visits some commitments and remembers the best. */
final class EnumerationTraining implements Training {
    private final BaseGame game;
    private final PolicyClass policies;
    private final Valuation valuation;
    private final int episodesEach;
    private final double[] values;
    private long visits;

    EnumerationTraining(
            PolicyEnumeration settings,
            StackelbergPomdp pomdp,
            RandomStreams streams,
            PolicyClass policies) {
        this.game = pomdp.game();
        this.policies = policies;
        this.valuation = new Valuation(pomdp, streams);
        this.episodesEach = settings.episodes();
        this.values = new double[settings.commitments()];
    }

    @Override
    public Map<String, Double> iterate(Watch watch) {
        for (int k = 0; k < values.length; k++) {
            long visit = visits + k;
            values[k] =
                    valuation.value(policies.at(visit), visit * episodesEach, episodesEach, watch);
        }
        double sum = 0;
        for (double value : values) {
            policies.learn(visits++, value);
            sum += value;
        }
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put(REWARD, sum / values.length);
        diagnostics.put("best so far", policies.bestValue());
        diagnostics.put("commitments tried", (double) policies.tried());
        return diagnostics;
    }

    @Override
    public LeaderPolicy greedy() {
        CommitmentCache.Source best = policies.best();
        double[][] actions = new double[game.leaderObservations()][game.leaderActions().length()];
        for (int observation = 0; observation < actions.length; observation++) {
            best.decide(observation, actions[observation]);
        }
        return observation -> actions[observation];
    }

    /** Commitments are drawn uniformly, before and after learning. */
    @Override
    public double[] exploration(int observation) {
        double[] action = new double[game.leaderActions().length()];
        if (game.leaderActions() instanceof ActionSpace.Discrete discrete) {
            double[] probabilities = new double[discrete.count()];
            Arrays.fill(probabilities, 1.0 / discrete.count());
            return probabilities;
        } else if (game.leaderActions() instanceof ActionSpace.Box box) {
            Arrays.fill(action, 0.5 * (box.low() + box.high()));
        }
        return game.meaning(observation, action);
    }

    @Override
    public long outerEpisodes() {
        return visits * episodesEach;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(visits);
        policies.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        visits = in.readLong();
        policies.restore(in);
    }
}
