package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.MatrixDesign;
import stackelberg.game.NormalForm;
import stackelberg.game.SequentialPricing;
import stackelberg.parameter.Table;

/** Where an exact method is too much work, or the game is another, it says so. */
class ObstacleTest {
    private static IteratedMatrix iterated(int rows, int columns, int steps) {
        return new IteratedMatrix(Table.of(new double[rows][columns][2]), steps, 0);
    }

    /** 2^5 · 2^5 pairs of policies of a 2×2 game, each of so many steps. */
    @Test
    void iteratedGamesOfMoreThanTwentyMillionSteps() {
        IteratedEnumeration method = new IteratedEnumeration();
        assertThat(method.obstacle(iterated(2, 2, 5).assemble())).isEmpty();
        assertThat(method.obstacle(iterated(2, 2, 10_000).assemble())).isEmpty();
        assertThat(method.obstacle(iterated(3, 3, 1).assemble()).orElseThrow())
                .contains("steps, more than 2e+07");
        assertThat(method.obstacle(new NormalForm().assemble()).orElseThrow())
                .contains("not iterated");
    }

    @Test
    void otherGamesAreNoneForAMethod() {
        assertThat(new CorrelatedBounds().obstacle(new SequentialPricing().assemble())).isPresent();
        assertThat(new PaymentProgram().obstacle(new NormalForm().assemble()).orElseThrow())
                .contains("does not pay");
        assertThat(new PaymentProgram().obstacle(new MatrixDesign().assemble())).isEmpty();
        assertThat(new PriceMessageSearch().obstacle(new NormalForm().assemble())).isPresent();
    }

    /** 2^10 commitments, and as many plays for each as there are types and actions. */
    @Test
    void pureCommitmentsOfMoreThanTwentyMillionPlays() {
        PureEnumeration method = new PureEnumeration();
        assertThat(method.obstacle(plays(1_000))).isEmpty();
        assertThat(method.obstacle(plays(20_000)).orElseThrow()).contains("2.05e+07 plays");
    }

    /** Ten observations of a leader with two actions. */
    private static RandomGame plays(int actions) {
        return new RandomGame(new SplittableRandom(1), new int[] {1}, new int[] {actions}, 2, 10);
    }
}
