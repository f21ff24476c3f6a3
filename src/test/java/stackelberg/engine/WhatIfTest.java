package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Family;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.Evaluator.Trial;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.ResponseCourse;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

class WhatIfTest {
    private static Scenario sample(String name) throws Exception {
        return ScenarioFile.read(Path.of("sample-scenarios", name + ".json")).scenario();
    }

    /** Escape: whichever row is committed to, its diagonal is what comes of it. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.3333333", "2, 1"})
    void eachRowOfEscapeIsWorthWhatItPays(int row, double worth) throws Exception {
        Trial trial = WhatIf.of(sample("escape"), 1, new double[][] {{row}}, share -> {});
        assertThat(trial.evaluation().leaderReward()).isCloseTo(worth, within(0.02));
    }

    /** Looking on changes nothing: the same evaluation as without. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "escape",
                "mspm-uniform-3",
                "bertrand-platform",
                "iterated-prisoners-dilemma",
                "followers-bandits",
                "followers-fictitious-play",
                "matrix-design"
            })
    void lookingOnChangesNothing(String name) throws Exception {
        Scenario settled = sample(name).settled();
        BaseGame game = settled.game().assemble();
        double[][] actions = new double[game.leaderObservations()][];
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        Arrays.setAll(actions, o -> game.leaderActions().draw(random));
        Trial trial = WhatIf.of(sample(name), 7, actions, share -> {});
        Evaluation plain =
                new Evaluator(game, settled.followers(), settled.episode())
                        .evaluate(o -> actions[o], new RandomStreams(7), 0, Watch.NONE);
        assertThat(trial.evaluation().leaderReward()).isEqualTo(plain.leaderReward());
        assertThat(trial.evaluation().strategies()).isDeepEqualTo(plain.strategies());

        ResponseCourse course = trial.course();
        assertThat(course.plays().length).isGreaterThan(2).isLessThan(1000);
        assertThat(course.plays()).isSorted();
        for (double[][][] point : course.strategies()) {
            for (double[][] follower : point) {
                for (double[] strategy : follower) {
                    assertThat(Arrays.stream(strategy).sum()).isCloseTo(1, within(1e-9));
                }
            }
        }
        assertThat(course.strategies()[course.plays().length - 1])
                .isDeepEqualTo(plain.strategies());
    }

    @Test
    void aCourseEndsWhereItShould() throws Exception {
        // Nothing is known at first: every action is as likely as any other.
        Trial trial = WhatIf.of(sample("escape"), 1, new double[][] {{2}}, share -> {});
        double[] first = trial.course().strategies()[0][0][0];
        assertThat(first).containsOnly(1.0 / 3);
        double[] last = trial.course().strategies()[trial.course().plays().length - 1][0][0];
        assertThat(last[2]).isGreaterThan(0.95);
    }

    @Test
    void followersTrainedBeforehandRespondAsInARun() throws Exception {
        Scenario scenario = sample("followers-asked-beforehand").settled();
        BaseGame game = scenario.game().assemble();
        List<Double> shares = new ArrayList<>();
        double[][] actions = new double[game.leaderObservations()][1];
        Trial trial = WhatIf.of(scenario, 1, actions, shares::add);
        assertThat(shares).isSorted().isNotEmpty();

        Preparation.Shelf none = (name, fingerprint, training) -> training.get();
        Evaluation plain =
                new Evaluator(
                                game,
                                Preparation.ready(scenario.followers(), game, none, share -> {}),
                                scenario.episode())
                        .evaluate(
                                seen -> actions[seen],
                                new RandomStreams(1),
                                0,
                                Watch.UNTIL_INTERRUPTED);
        assertThat(trial.evaluation().strategies()).isDeepEqualTo(plain.strategies());
        assertThat(trial.evaluation().leaderReward()).isEqualTo(plain.leaderReward());

        shares.clear();
        WhatIf.sit(scenario, 1, actions, 0, shares::add);
        assertThat(shares).as("what was trained once is not trained again").isEmpty();
    }

    @Test
    void trainingBeforehandEndsWhenItIsInterrupted() throws Exception {
        FollowerModel model =
                (FollowerModel)
                        Family.of(FollowerModel.class).member("meta-response").orElseThrow();
        Scenario scenario = sample("escape").withFollowers(List.of(model));
        AtomicInteger told = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                WhatIf.of(
                                        scenario,
                                        1,
                                        new double[][] {{2}},
                                        share -> {
                                            told.incrementAndGet();
                                            Thread.currentThread().interrupt();
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).hasValue(1);
    }

    @Test
    void otherFollowersAreThoseThatFit() throws Exception {
        Map<String, FollowerModel> others = WhatIf.otherFollowers(sample("escape"));
        assertThat(others).containsKeys("Fictitious play", "Meta-learned response");
        for (FollowerModel model : others.values()) {
            assertThat(sample("escape").withFollowers(List.of(model)).faults()).isEmpty();
        }
    }
}
