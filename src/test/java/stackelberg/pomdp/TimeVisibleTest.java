package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.oracle.RandomGame;

/** A leader that sees the time, against a count of plays from outside. */
class TimeVisibleTest {
    private static Episode timed(int plays, boolean phase, int periods) {
        return new Episode(
                plays,
                RewardPhase.SAMPLED,
                4,
                1,
                phase,
                periods,
                false,
                false,
                ResponseRule.LAST_MIXED,
                0,
                0,
                false);
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 3", "true, 7", "false, 24"})
    void observationsTellInWhichPartOfTheResponsePhaseAPlayIs(boolean phase, int periods) {
        RandomGame game =
                new RandomGame(new SplittableRandom(3), new int[] {2}, new int[] {4}, 2, 4);
        Episode episode = timed(24, phase, periods);
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(new MultiplicativeWeights()), game, 24),
                        episode);
        int times = phase ? periods + 1 : periods;
        assertThat(pomdp.game().leaderObservations()).isEqualTo(4 * times);
        assertThat(pomdp.game().leaderObservationSize()).isEqualTo(times);
        RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {0});
        for (int index = 0; index < 2; index++) {
            seat.steps.clear();
            pomdp.run(seat, new RandomStreams(4), index, seat);
            assertThat(seat.steps).hasSize(28);
            for (int play = 0; play < 28; play++) {
                int time = play < 24 ? play * periods / 24 : times - 1;
                assertThat(seat.steps.get(play).observation / 4)
                        .as("play %d", play)
                        .isEqualTo(time);
            }
        }
        assertThat(episode.seesTime()).isEqualTo(phase || periods > 1);
        assertThat(episode.diagnoses()).isEqualTo(phase || periods > 1);
    }

    @Test
    void itIsTheGameOtherwise() {
        BaseGame game = new SteppedGame(new ActionSpace.Box(1, 0, 1));
        BaseGame timed = timed(9, true, 2).observed(game);
        assertThat(timed.followers()).isEqualTo(1);
        assertThat(timed.actions(0)).isEqualTo(3);
        assertThat(timed.prior()).isSameAs(game.prior());
        assertThat(timed.leaderActions()).isEqualTo(game.leaderActions());
        assertThat(timed.leaderTurns()).isEqualTo(3);
        assertThat(timed.meaningNames()).isEqualTo(game.meaningNames());
        assertThat(timed.meaning(20, new double[] {0.5})).containsExactly(0.5);
        float[] described = new float[29];
        java.util.Arrays.fill(described, 5);
        timed.describe(9 + 4, described, 1);
        for (int k = 1; k < 28; k++) {
            assertThat(described[k]).isEqualTo(k == 1 + 9 + 4 ? 1 : 0);
        }
        assertThat(described[0]).isEqualTo(5);
        assertThat(described[28]).isEqualTo(5);
        assertThat(timed.leaderObservationName(4)).isEqualTo("observation 5, response, part 1");
        assertThat(timed.leaderObservationName(13)).isEqualTo("observation 5, response, part 2");
        assertThat(timed.leaderObservationName(22)).isEqualTo("observation 5, reward");
        BaseGame halves = timed(9, true, 1).observed(game);
        assertThat(halves.leaderObservationName(0)).isEqualTo("observation 1, response");
        assertThat(new Episode().observed(game)).isSameAs(game);
    }
}
