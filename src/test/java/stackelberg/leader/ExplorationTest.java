package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

class ExplorationTest {
    private static final RandomStreams STREAMS = new RandomStreams(9);

    /** Lets an exploration act and writes down what it did. */
    private static final class Witness implements LeaderSeat {
        final Exploration exploration;
        final Rollout rollout;
        final Actor actor;
        final StackelbergPomdp pomdp;
        final Map<Integer, double[]> actions = new HashMap<>();
        final Set<Integer> seen = new HashSet<>();
        int asked;

        Witness(ActionSpace actions, double keep) {
            BaseGame game = new SteppedGame(actions);
            Episode episode = new Episode(60, RewardPhase.EXACT, 1, keep);
            pomdp =
                    new StackelbergPomdp(
                            game,
                            Followers.assemble(List.of(new MultiplicativeWeights()), game, 60),
                            episode);
            actor = new Actor(game, 8, 0, 8, STREAMS.at(Purpose.INITIALISATION, 0));
            rollout =
                    new Rollout(
                            actor.distribution().length(),
                            pomdp.criticSize(CriticInformation.FLAG));
            exploration =
                    new Exploration(
                            pomdp, new ActorExplorer(actor), CriticInformation.FLAG, rollout);
            exploration.beginRollout();
        }

        void episode(int index) {
            actions.clear();
            asked = 0;
            exploration.beginEpisode(STREAMS.at(Purpose.LEADER, index));
            pomdp.run(this, STREAMS, index, Watch.NONE);
        }

        @Override
        public double[] act(int observation, boolean keep) {
            double[] action = exploration.act(observation, keep);
            asked++;
            seen.add(observation);
            double[] before = actions.putIfAbsent(observation, action.clone());
            if (before != null) {
                assertThat(action).containsExactly(before);
            }
            return action;
        }

        @Override
        public void reward(double reward) {
            exploration.reward(reward);
        }

        @Override
        public void end() {
            exploration.end();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void anOuterEpisodeIsOneCommitmentDrawnOncePerObservation(double keep) {
        for (ActionSpace space : spaces()) {
            Witness witness = new Witness(space, keep);
            Set<Map.Entry<Integer, List<Double>>> distinct = new HashSet<>();
            int drawn = 0;
            for (int index = 0; index < 5; index++) {
                witness.episode(index);
                drawn += witness.actions.size();
                witness.actions.forEach(
                        (observation, action) ->
                                distinct.add(
                                        Map.entry(
                                                observation,
                                                Arrays.stream(action).boxed().toList())));
                assertThat(witness.rollout.decisions)
                        .isEqualTo(space instanceof ActionSpace.Discrete ? distinct.size() : drawn);
                // Plays that are looked up in a table ask once at each observation.
                assertThat(witness.asked)
                        .isGreaterThan((keep == 0 ? 1 : 5) * witness.actions.size());
            }
        }
    }

    @Test
    void commitmentsVaryAcrossOuterEpisodes() {
        for (ActionSpace space : spaces()) {
            Witness witness = new Witness(space, 1);
            Set<List<Double>> first = new HashSet<>();
            for (int index = 0; index < 12; index++) {
                witness.episode(index);
                double[] action = witness.actions.get(0);
                first.add(Arrays.stream(action).boxed().toList());
            }
            assertThat(first).hasSizeGreaterThan(1);
        }
    }

    /** Each decision's stored log-probability is that of its own action under the actor. */
    @Test
    void decisionsKeepTheirOwnActionsAndLogProbabilities() {
        for (ActionSpace space : spaces()) {
            Witness witness = new Witness(space, 1);
            for (int index = 0; index < 4; index++) {
                int from = witness.rollout.size;
                witness.episode(index);
                for (int t = from; t < witness.rollout.size; t++) {
                    int observation = witness.rollout.observation[t];
                    double[] drawn = witness.rollout.action[witness.rollout.decision[t]];
                    double[] toGame = new double[space.length()];
                    witness.actor.toGame(drawn, toGame);
                    assertThat(toGame).containsExactly(witness.actions.get(observation));
                    float[] parameters = witness.actor.parameters(observation);
                    double log = witness.actor.distribution().logProbability(parameters, drawn);
                    assertThat(witness.rollout.logProbability[witness.rollout.decision[t]])
                            .isEqualTo(log);
                }
            }
        }
    }

    /** What the critic is shown of a transition is how things stood when it began. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1})
    void theCriticIsShownHowThingsStood(double keep) {
        for (ActionSpace space : spaces()) {
            Witness witness = new Witness(space, keep);
            int size = witness.pomdp.criticSize(CriticInformation.FLAG);
            List<float[]> stood = new ArrayList<>();
            LeaderSeat onlooker =
                    new LeaderSeat() {
                        @Override
                        public double[] act(int observation, boolean kept) {
                            if (kept) {
                                float[] row = new float[size];
                                witness.pomdp.describe(CriticInformation.FLAG, observation, row);
                                stood.add(row);
                            }
                            return witness.exploration.act(observation, kept);
                        }

                        @Override
                        public void reward(double reward) {
                            witness.exploration.reward(reward);
                        }

                        @Override
                        public void end() {
                            witness.exploration.end();
                        }
                    };
            for (int index = 0; index < 3; index++) {
                witness.exploration.beginEpisode(STREAMS.at(Purpose.LEADER, index));
                witness.pomdp.run(onlooker, STREAMS, index, Watch.NONE);
            }
            assertThat(witness.rollout.size).isEqualTo(stood.size()).isPositive();
            Set<Float> flags = new HashSet<>();
            for (int t = 0; t < stood.size(); t++) {
                float[] seen = RolloutTest.seen(witness.rollout, t, size);
                assertThat(seen).containsExactly(stood.get(t));
                assertThat(seen[witness.rollout.observation[t]]).isEqualTo(1);
                flags.add(seen[size - 1]);
            }
            assertThat(flags).as("either phase").hasSize(2);
        }
    }

    /** After a step of the optimiser a new rollout must not act on what the actor used to say. */
    @Test
    void aNewRolloutFollowsTheChangedActor() {
        Witness witness = new Witness(new ActionSpace.Discrete(3), 1);
        witness.episode(0);
        for (float[] array : witness.actor.parameterArrays()) {
            java.util.Arrays.fill(array, 0);
        }
        float[] biases = witness.actor.network().parameters().get(27);
        assertThat(biases).hasSize(3);
        biases[2] = 50;
        witness.exploration.beginRollout();
        witness.episode(1);
        assertThat(witness.actions.values()).allMatch(action -> action[0] == 2);
        assertThat(witness.rollout.decisions).isEqualTo(witness.actions.size());
    }

    @Test
    void continuousActionsLieInTheBox() {
        Witness witness = new Witness(new ActionSpace.Box(2, -1, 3), 1);
        for (int index = 0; index < 20; index++) {
            witness.episode(index);
            witness.actions
                    .values()
                    .forEach(
                            action -> {
                                for (double value : action) {
                                    assertThat(value).isBetween(-1.0, 3.0);
                                }
                            });
        }
        double[] action = new double[2];
        witness.actor.toGame(new double[] {0, 0.5}, action);
        assertThat(action).containsExactly(new double[] {1, 2}, within(1e-12));
        witness.actor.toGame(new double[] {-7, 7}, action);
        assertThat(action).containsExactly(-1, 3);
    }

    private static List<ActionSpace> spaces() {
        return List.of(new ActionSpace.Discrete(3), new ActionSpace.Box(2, -1, 3));
    }
}
