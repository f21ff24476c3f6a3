package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.Commitment;
import stackelberg.game.MechanismTable;
import stackelberg.game.OrdinalGame;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Table;

/** Tables of mechanisms and the library of ordinal games, against known answers. */
class OwnMechanismTest {
    private static final double CLOSE = 1e-9;

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "3, 3", "2, 3"})
    void simpleAllocationCanBeTypedAsATable(int types, int messages) {
        double[][][] payoffs = new double[types][types][2];
        double[][][] prior = new double[1][types][1];
        for (int type = 0; type < types; type++) {
            payoffs[type][type] = new double[] {1, 1};
            prior[0][type][0] = 1.0 / types;
        }
        MechanismTable typed =
                new MechanismTable(
                        Table.of(payoffs), Table.of(prior), List.of(types), List.of(messages));
        assertThat(Oracle.solve(typed.assemble()).optimum())
                .isCloseTo(
                        Oracle.solve(new SimpleAllocation(types, messages)).optimum(),
                        within(CLOSE));
    }

    /**
     * Delegation to an adviser who leans upwards (Holmström 1984), worked by hand: left outcomes 1
     * and 3, the adviser picks 1, 3, 3, worth (0.4 · 4 + 0.2 · 2 + 0.4 · 4) / 4; left all three, it
     * picks 2, 3, 3, worth 0.7.
     */
    @Test
    void anAdviserWhoExaggeratesIsLeftOnlyTheExtremes() {
        MechanismTable adviser =
                new MechanismTable(
                        Table.of(
                                new double[][][] {
                                    {{4, 2}, {2, 3}, {0, 0}},
                                    {{2, 0}, {4, 2}, {2, 3}},
                                    {{0, 0}, {2, 1}, {4, 3}}
                                }),
                        Table.of(new double[][][] {{{0.4}, {0.2}, {0.4}}}),
                        List.of(3),
                        List.of(3));
        Answer answer = Oracle.solve(adviser.assemble());
        assertThat(answer.optimum()).isCloseTo(0.9, within(CLOSE));
        assertThat(answer.commitment())
                .contains("outcome 1", "outcome 3")
                .doesNotContain("outcome 2");
    }

    /** The revelation principle: messages beyond one a type bring the leader nothing more. */
    @Test
    void moreMessagesNeverHurtAndOneATypeIsEnough() {
        RandomGenerator random = new SplittableRandom(51);
        for (int trial = 0; trial < 200; trial++) {
            double[][][] payoffs = new double[2][3][2];
            for (double[][] row : payoffs) {
                for (double[] cell : row) {
                    Arrays.setAll(cell, k -> random.nextDouble());
                }
            }
            double[] value = new double[4];
            for (int messages = 1; messages < 4; messages++) {
                value[messages] =
                        Oracle.solve(
                                        new MechanismTable(
                                                        Table.of(payoffs),
                                                        Table.of(new double[][][] {{{0.3}, {0.7}}}),
                                                        List.of(2),
                                                        List.of(messages))
                                                .assemble())
                                .optimum();
            }
            assertThat(value[2]).as("game %d", trial).isGreaterThanOrEqualTo(value[1] - CLOSE);
            assertThat(value[3]).as("game %d", trial).isCloseTo(value[2], within(CLOSE));
        }
    }

    /** Worked by hand: what the leader gets by moving first, in ranks. */
    @ParameterizedTest
    @CsvSource({
        "PRISONERS_DILEMMA, 2", "CHICKEN, 4", "BATTLE, 4", "HERO, 4", "COMPROMISE, 3",
        "DEADLOCK, 3", "STAG_HUNT, 4", "ASSURANCE, 4", "COORDINATION, 4", "PEACE, 4",
        "HARMONY, 4", "CONCORD, 4"
    })
    void theFirstMoversRankInTheOrdinalGames(OrdinalGame.Name name, double rank) {
        double pure = Oracle.solve(new OrdinalGame(name, Commitment.PURE).assemble()).optimum();
        assertThat(pure * 4).isCloseTo(rank, within(CLOSE));
        double mixed =
                Oracle.solve(new OrdinalGame(name, Commitment.RANDOMISED).assemble()).optimum();
        assertThat(mixed).isGreaterThanOrEqualTo(pure - CLOSE);
    }

    @Test
    void theTwelveOrdinalGamesAreAllDifferentEvenWithChoicesRenamed() {
        Set<List<Double>> seen = new HashSet<>();
        for (OrdinalGame.Name name : OrdinalGame.Name.values()) {
            Table table = name.payoffs();
            List<Double> ranks =
                    List.of(
                            table.at(0, 0, 0),
                            table.at(0, 1, 0),
                            table.at(1, 0, 0),
                            table.at(1, 1, 0));
            List<Double> renamed = List.of(ranks.get(3), ranks.get(2), ranks.get(1), ranks.get(0));
            assertThat(Set.copyOf(ranks)).containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0);
            assertThat(seen.add(ranks) && seen.add(renamed)).as(name.label()).isTrue();
        }
        assertThat(seen).hasSize(24);
    }
}
