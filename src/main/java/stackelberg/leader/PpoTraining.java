package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.Map;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

final class PpoTraining implements Training {
    PpoTraining(Ppo settings, StackelbergPomdp pomdp, RandomStreams streams, long budget) {}

    @Override
    public Map<String, Double> iterate(Watch watch) {
        return Map.of();
    }

    @Override
    public LeaderPolicy greedy() {
        return observation -> new double[] {0};
    }

    @Override
    public double[] exploration(int observation) {
        return new double[0];
    }

    @Override
    public long outerEpisodes() {
        return 0;
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
}
