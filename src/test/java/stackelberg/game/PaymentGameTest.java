package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Payments to followers, in the table's units and in those of the payoffs. */
class PaymentGameTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Stag hunt, scale 5, payments up to 6, c = 0.5. */
    private static final PaymentGame STAG_HUNT = new SteeringPayments().assemble();

    @Test
    void aFollowerEarnsItsPayoffAndItsPaymentAndTheLeaderLosesTheCost() {
        Play play = STAG_HUNT.newPlay();
        play.begin(new int[2]);
        assertThat(play.turn()).isEqualTo(Play.Turn.FOLLOWERS);
        play.followersAct(new int[] {0, 1});
        assertThat(play.turn()).isEqualTo(Play.Turn.LEADER);
        assertThat(play.leaderObservation()).isEqualTo(1);
        assertThat(play.leaderReward()).isZero();
        assertThat(play.payoff(1)).isZero();
        play.leaderActs(new double[] {4, 1});
        assertThat(play.payoff(0)).isCloseTo(4 / 5.0, EXACT);
        assertThat(play.payoff(1)).isCloseTo(5 / 5.0, EXACT);
        assertThat(play.leaderReward()).isCloseTo(-0.5 * 5 / 5.0, EXACT);
        play.begin(new int[2]);
        play.followersAct(new int[] {0, 0});
        play.leaderActs(new double[] {0, 1});
        assertThat(play.leaderReward()).as("the target is worth 1").isCloseTo(0.9, EXACT);
    }

    @Test
    void theTargetIsTheOneCellThatIsWorthAnything() {
        SteeringPayments hunt = new SteeringPayments();
        PaymentGame hares = new SteeringPayments(hunt.payoffs(), 2, 1, 6, 0.5).assemble();
        for (int joint = 0; joint < 4; joint++) {
            assertThat(STAG_HUNT.value(joint)).isEqualTo(joint == 0 ? 1 : 0);
            assertThat(hares.value(joint)).isEqualTo(joint == 2 ? 1 : 0);
        }
        PaymentGame design = new MatrixDesign().assemble();
        assertThat(design.value(1)).isCloseTo((6 + 4) / 6.0, EXACT);
        assertThat(design.value(3)).isCloseTo((2 + 2) / 6.0, EXACT);
        assertThat(design.payoff(0, 2)).isCloseTo(4 / 6.0, EXACT);
        assertThat(design.payoff(1, 2)).isCloseTo(1, EXACT);
        assertThat(design.cost()).isZero();
        assertThat(STAG_HUNT.cost()).isEqualTo(0.5);
    }

    /** The action that makes a payment makes it, as far as the cap and 0 allow. */
    @Test
    void paymentsInTheUnitsOfPayoffsAreMade() {
        assertThat(STAG_HUNT.cap()).isCloseTo(6 / 5.0, EXACT);
        double[] action = STAG_HUNT.action(new double[] {0.7, 0.3});
        assertThat(action).containsExactly(new double[] {3.5, 1.5}, EXACT);
        Play play = STAG_HUNT.newPlay();
        Plays.run(play, new int[2], new int[] {1, 1}, o -> action);
        assertThat(play.payoff(0)).isCloseTo(STAG_HUNT.payoff(0, 3) + 0.7, EXACT);
        assertThat(play.payoff(1)).isCloseTo(STAG_HUNT.payoff(1, 3) + 0.3, EXACT);
        assertThat(STAG_HUNT.action(new double[] {2, -1})).containsExactly(6, 0);
    }

    @Test
    void jointActionsAreSaidByRowAndColumnOrByNumber() {
        assertThat(STAG_HUNT.leaderObservationName(2)).isEqualTo("row 2, column 1");
        PaymentGame three =
                new PaymentGame(new int[] {2, 2, 2}, new double[3][8], new double[8], 0, 1, 1);
        assertThat(three.leaderObservationName(5)).isEqualTo("action 2, action 1, action 2");
        assertThat(three.meaningNames())
                .containsExactly("to follower 1", "to follower 2", "to follower 3");
        assertThat(three.leaderActions()).isEqualTo(new ActionSpace.Box(3, 0, 1));
        assertThat(three.leaderObservations()).isEqualTo(8);
        assertThat(three.prior().size()).isEqualTo(1);
        float[] into = new float[10];
        java.util.Arrays.fill(into, 9);
        three.describe(6, into, 1);
        assertThat(into).containsExactly(9, 0, 0, 0, 0, 0, 0, 1, 0, 9);
        assertThat(three.leaderActionName(0, new double[] {0.5, 0, 1}))
                .isEqualTo("0.5 to follower 1, to follower 3");
    }
}
