package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.engine.WhatIf;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

class SittingTest {
    private static Scenario sample(String name) throws Exception {
        return ScenarioFile.read(Path.of("sample-scenarios", name + ".json")).scenario();
    }

    private static double[][] anything(BaseGame game, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] actions = new double[game.leaderObservations()][];
        Arrays.setAll(actions, o -> game.leaderActions().draw(random));
        return actions;
    }

    /** Escape, row 3: column 3 pays 30, and nobody else is at the table. */
    @Test
    void aPersonWhoRespondsWellEarnsWhatTheLearnedFollowerDoes() throws Exception {
        Sitting sitting = WhatIf.sit(sample("escape"), 1, new double[][] {{2}}, 0, share -> {});
        for (int play = 0; play < 20; play++) {
            sitting.act(2);
            assertThat(sitting.over()).isTrue();
            assertThat(sitting.payoff()).isEqualTo(1);
            if (play < 19) {
                sitting.begin();
            }
        }
        assertThat(sitting.plays()).isEqualTo(20);
        assertThat(sitting.mean()).isEqualTo(1);
        assertThat(sitting.learnedMean()).isCloseTo(1, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "escape",
                "mspm-uniform-3",
                "bertrand-platform",
                "iterated-prisoners-dilemma",
                "simple-allocation-2",
                "matrix-design",
                "followers-bandits"
            })
    void whatIsToldIsWhatHappened(String name) throws Exception {
        Scenario scenario = sample(name);
        BaseGame game = scenario.game().assemble();
        SplittableRandom random = new SplittableRandom(3);
        for (int seat = 0; seat < game.followers(); seat++) {
            Sitting sitting = WhatIf.sit(scenario, 5, anything(game, 9), seat, share -> {});
            for (int play = 0; play < 5; play++) {
                while (!sitting.over()) {
                    assertThat(sitting.type()).isBetween(0, game.prior().types(seat) - 1);
                    assertThat(sitting.observation())
                            .isBetween(0, game.followerObservations(seat) - 1);
                    sitting.act(random.nextInt(game.actions(seat)));
                }
                assertThat(replayed(game, sitting.transcript(), seat)).isEqualTo(sitting.payoff());
                sitting.begin();
            }
            assertThat(sitting.mean()).isFinite();
            assertThat(sitting.learnedMean()).isFinite();
        }
    }

    private static double replayed(BaseGame game, Transcript transcript, int seat) {
        Play play = game.newPlay();
        play.stand(transcript.standing());
        play.begin(transcript.types());
        for (Transcript.Move move : transcript.moves()) {
            if (move instanceof Transcript.Led led) {
                play.leaderActs(led.action());
            } else if (move instanceof Transcript.Followed followed) {
                play.followersAct(followed.actions());
            }
        }
        assertThat(play.turn()).isEqualTo(Play.Turn.END);
        return play.payoff(seat);
    }

    /** The learned follower, sat in for by itself, earns exactly what it earns. */
    @Test
    void actingAsTheLearnedFollowerDoesMakesNoDifference() throws Exception {
        Scenario scenario = sample("iterated-prisoners-dilemma");
        BaseGame game = scenario.game().assemble();
        double[][] actions = anything(game, 2);
        Scenario settled = scenario.settled();
        Evaluator evaluator = new Evaluator(game, settled.followers(), settled.episode());
        Sitting sitting =
                evaluator.sitting(seen -> actions[seen], new RandomStreams(4), 0, Watch.NONE);
        Evaluation evaluation =
                new Evaluator(game, settled.followers(), settled.episode())
                        .evaluate(seen -> actions[seen], new RandomStreams(4), 0, Watch.NONE);
        for (int play = 0; play < 3; play++) {
            while (!sitting.over()) {
                int view = sitting.type() * game.followerObservations(0) + sitting.observation();
                sitting.act(likeliest(evaluation.strategies()[0][view]));
            }
            if (play < 2) {
                sitting.begin();
            }
        }
        assertThat(sitting.mean()).isEqualTo(sitting.learnedMean());
    }

    private static int likeliest(double[] strategy) {
        int best = 0;
        for (int a = 1; a < strategy.length; a++) {
            best = strategy[a] > strategy[best] ? a : best;
        }
        return best;
    }

    @Test
    void thereAreNoOtherActionsThanTheGames() throws Exception {
        Sitting sitting = WhatIf.sit(sample("escape"), 1, new double[][] {{2}}, 0, share -> {});
        assertThatThrownBy(() -> sitting.act(3)).isInstanceOf(IllegalArgumentException.class);
        sitting.act(0);
        assertThatThrownBy(() -> sitting.act(0)).isInstanceOf(IllegalStateException.class);
    }
}
