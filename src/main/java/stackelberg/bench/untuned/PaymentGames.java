package stackelberg.bench.untuned;

import stackelberg.game.GameFamily;
import stackelberg.game.MatrixDesign;
import stackelberg.game.SteeringPayments;
import stackelberg.parameter.Table;

/** Random games in which the leader pays two followers, who have two or three actions each. */
final class PaymentGames {
    private PaymentGames() {}

    /** Transfers of up to half or up to twice the range of payoffs. */
    static GameFamily matrixDesign(Draw draw) {
        Draw.Scale scale = draw.scale(9);
        Table payoffs = TableGames.followers(draw, scale, draw.between(2, 3), draw.between(2, 3));
        return new MatrixDesign(payoffs, draw.between(0.5, 2) * scale.range());
    }

    /** Towards any joint action, an equilibrium or not. */
    static GameFamily steering(Draw draw) {
        Draw.Scale scale = draw.scale(9);
        Table payoffs = TableGames.followers(draw, scale, draw.between(2, 3), draw.between(2, 3));
        return new SteeringPayments(
                payoffs,
                draw.between(1, payoffs.rows()),
                draw.between(1, payoffs.columns()),
                draw.between(0.5, 2) * scale.range(),
                draw.between(0.05, 1));
    }
}
