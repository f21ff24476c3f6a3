package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.parameter.Table;

/** The tables of a game under one commitment against its plays. */
class StageGameTest {
    private static StageGame stage(BaseGame game, LeaderPolicy policy) {
        return StageGame.of(game, policy).orElseThrow();
    }

    @Test
    void aCellHoldsWhatThePlayOfItsProfileAndJointActionBrings() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 50; trial++) {
            SequentialPriceGame game = RandomPricing.any(random).assemble();
            double[][] commitment = new double[game.leaderObservations()][];
            for (int o = 0; o < commitment.length; o++) {
                commitment[o] = game.leaderActions().draw(random);
            }
            StageGame stage = stage(game, o -> commitment[o]);
            InducedGame induced = InducedGame.of(game, o -> commitment[o]);
            int[] counts = InducedGame.actionCounts(game);
            assertThat(induced.jointActions()).isEqualTo((int) JointIndex.count(counts));
            long turns = 0;
            Play play = game.newPlay();
            for (int profile = 0; profile < game.prior().size(); profile++) {
                for (int joint = 0; joint < induced.jointActions(); joint++) {
                    int cell = stage.play(profile, joint);
                    int[] messages = JointIndex.decode(joint, counts);
                    int[] met = {0};
                    Plays.run(
                            play,
                            game.prior().profile(profile),
                            messages,
                            o -> {
                                met[0]++;
                                return commitment[o];
                            });
                    turns += met[0];
                    assertThat(stage.leaderReward(cell)).isEqualTo(play.leaderReward());
                    assertThat(induced.leaderReward(profile, joint)).isEqualTo(play.leaderReward());
                    for (int i = 0; i < game.followers(); i++) {
                        assertThat(stage.payoff(i, cell)).isEqualTo(play.payoff(i));
                        assertThat(induced.payoff(i, profile, joint)).isEqualTo(play.payoff(i));
                    }
                    assertThat(stage.leaderTurns()).isEqualTo(turns);
                }
            }
            assertThat(stage.standing()).isZero();
        }
    }

    @Test
    void whereThingsStandIsSet() {
        PlatformGame game =
                new BertrandPlatform(2, 4, 1.05, 1.70, 2, 0, 1, 0.25, new DynamicProminence())
                        .assemble();
        double[] only = {0};
        StageGame stage = stage(game, o -> only);
        // Seller 2 has asked the highest price; seller 1 one step less takes nothing away.
        int standing = 1 + 4 + 3;
        stage.stand(standing);
        assertThat(stage.standing()).isEqualTo(standing);
        int cell = stage.play(0, 4 * 2 + 3);
        assertThat(stage.payoff(0, cell)).isZero();
        assertThat(stage.payoff(1, cell)).isPositive();
        assertThat(stage.standing()).isEqualTo(standing);
        stage.stand(0);
        assertThat(stage.payoff(0, stage.play(0, 4 * 2 + 3))).isPositive();
    }

    /** 100,000 cells are the most. */
    @Test
    void whatDoesNotFitIntoATableIsNotTabulated() {
        assertThat(StageGame.of(columns(100_000), o -> new double[1])).isPresent();
        assertThat(StageGame.of(columns(100_001), o -> new double[1])).isEmpty();
        assertThat(StageGame.of(new IteratedMatrix().assemble(), o -> new double[1])).isEmpty();
        BaseGame many =
                new BertrandPlatform(2, 40, 1.05, 1.70, 2, 0, 1, 0.25, new DynamicProminence())
                        .assemble();
        assertThat((long) many.standings()).isEqualTo(81);
        assertThat(StageGame.of(many, o -> new double[1])).isEmpty();
    }

    private static BaseGame columns(int count) {
        double[][][] cells = new double[1][count][2];
        cells[0][0][0] = 1;
        return new NormalForm(Table.of(cells), Commitment.PURE, List.of()).assemble();
    }
}
