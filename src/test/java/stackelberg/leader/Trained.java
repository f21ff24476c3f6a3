package stackelberg.leader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** A training of any learner with everything that belongs to it. */
final class Trained {
    private static final FollowerModel FOLLOWER = new MultiplicativeWeights();

    final Learner learner;
    final BaseGame game;
    final Episode episode;
    final long seed;
    final long budget;
    final StackelbergPomdp pomdp;
    final Training training;

    Trained(Learner learner, BaseGame game, Episode episode, long seed, long budget) {
        this.learner = learner;
        this.game = game;
        this.episode = episode;
        this.seed = seed;
        this.budget = budget;
        this.pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(FOLLOWER), game, episode.responsePlays()),
                        episode);
        this.training = learner.begin(pomdp, new RandomStreams(seed), budget);
    }

    List<Map<String, Double>> iterate(int times) {
        List<Map<String, Double>> diagnostics = new ArrayList<>();
        for (int k = 0; k < times; k++) {
            diagnostics.add(training.iterate(Watch.NONE));
        }
        return diagnostics;
    }

    /** Trains until the budget of leader transitions is used up. */
    Trained toTheEnd() {
        while (pomdp.transitions() < budget) {
            training.iterate(Watch.NONE);
        }
        return this;
    }

    byte[] saved() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            training.save(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** A fresh training that goes on from a saved state. */
    Trained restored(byte[] state, long plays, long transitions) throws IOException {
        Trained other = new Trained(learner, game, episode, seed, budget);
        other.training.restore(new DataInputStream(new ByteArrayInputStream(state)));
        other.pomdp.resumeAt(plays, transitions);
        return other;
    }

    List<List<Double>> greedy() {
        return actions(training.greedy());
    }

    List<List<Double>> actions(LeaderPolicy policy) {
        List<List<Double>> actions = new ArrayList<>();
        for (int k = 0; k < game.leaderObservations(); k++) {
            actions.add(Arrays.stream(policy.act(k)).boxed().toList());
        }
        return actions;
    }
}
