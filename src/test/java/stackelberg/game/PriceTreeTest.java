package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.MechanismTree.Arm;

class PriceTreeTest {
    private static double[][] mechanism(SequentialPriceGame game, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] actions = new double[game.leaderObservations()][];
        Arrays.setAll(actions, o -> game.leaderActions().draw(random));
        boolean[] reached = game.reached(o -> actions[o]);
        double[][] mechanism = new double[actions.length][];
        Arrays.setAll(mechanism, o -> reached[o] ? game.meaning(o, actions[o]) : new double[0]);
        return mechanism;
    }

    /** Every visit that is reached is a box, once, and every branch ends. */
    @Test
    void everyVisitIsInTheTree() {
        SequentialPriceGame game = new SequentialPricing().assemble();
        for (long seed = 0; seed < 50; seed++) {
            double[][] mechanism = mechanism(game, seed);
            MechanismTree tree = game.tree(mechanism).orElseThrow();
            assertThat(tree.arms()).as("one for each message profile").hasSize(4);
            long visits = Arrays.stream(mechanism).filter(row -> row.length > 0).count();
            assertThat(visits(tree)).isEqualTo(visits);
            for (Arm profile : tree.arms()) {
                assertThat(profile.then().words()).startsWith("buyer ");
            }
        }
    }

    private static long visits(MechanismTree tree) {
        return (tree.words().startsWith("buyer ") ? 1 : 0)
                + tree.arms().stream().mapToLong(arm -> visits(arm.then())).sum();
    }

    @Test
    void withoutMessagesItBeginsWithAVisit() {
        SequentialPricing usual = new SequentialPricing();
        SequentialPriceGame game =
                new SequentialPricing(
                                usual.values(),
                                usual.prior(),
                                1,
                                usual.units(),
                                usual.prices(),
                                usual.purchase())
                        .assemble();
        assertThat(game.tree(mechanism(game, 3)).orElseThrow().words()).startsWith("buyer ");
    }
}
