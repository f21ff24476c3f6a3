package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimpleAllocationTest {
    @Test
    void bothGetOneIfTheItemIsTheOneWanted() {
        SimpleAllocation game = new SimpleAllocation(3, 2);
        Play play = game.newPlay();
        for (int type = 0; type < 3; type++) {
            for (int message = 0; message < 2; message++) {
                for (int item = 0; item < 3; item++) {
                    play.begin(new int[] {type});
                    assertThat(play.turn()).isEqualTo(Play.Turn.FOLLOWERS);
                    play.followersAct(new int[] {message});
                    assertThat(play.turn()).isEqualTo(Play.Turn.LEADER);
                    assertThat(play.leaderObservation()).isEqualTo(message);
                    assertThat(play.leaderReward()).isZero();
                    play.leaderActs(new double[] {item});
                    assertThat(play.turn()).isEqualTo(Play.Turn.END);
                    assertThat(play.leaderReward()).isEqualTo(item == type ? 1 : 0);
                    assertThat(play.payoff(0)).isEqualTo(play.leaderReward());
                }
            }
        }
    }

    @Test
    void typesAreUniformAndTheLeaderSeesTheMessageOneHot() {
        SimpleAllocation game = new SimpleAllocation(3, 2);
        for (int type = 0; type < 3; type++) {
            assertThat(game.prior().marginal(0, type)).isCloseTo(1.0 / 3, within(1e-15));
        }
        float[] row = {9, 9, 9, 9};
        game.describe(1, row, 1);
        assertThat(row).containsExactly(9, 0, 1, 9);
        assertThat(game.meaning(new double[] {2})).containsExactly(0, 0, 1);
    }
}
