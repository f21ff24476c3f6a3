package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import stackelberg.game.Frequencies;

/** Variations of commitments: how often what is changed, and how far. */
class VariationTest {
    private static final int CHOICES = 4;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final RandomGenerator random = new SplittableRandom(12);

    /** The members of a population take every choice equally often at every observation. */
    @Test
    void choicesAreSpreadEvenlyOverTheMembers() {
        Variation variation = new Variation(CHOICES, 1);
        int[][] taken = new int[3][CHOICES];
        double[][] commitment = new double[3][1];
        for (int member = 0; member < 2 * CHOICES; member++) {
            variation.spread(member, commitment, new SplittableRandom(5), random);
            for (int o = 0; o < 3; o++) {
                taken[o][(int) commitment[o][0]]++;
            }
        }
        for (int[] at : taken) {
            assertThat(at).containsOnly(2);
        }
    }

    /** A quarter of coordinates on the lower side, a tenth on the upper, the others anywhere. */
    @Test
    void coordinatesAreSpreadOverTheBoxAndItsSides() {
        Variation variation = new Variation(0, 2);
        double[][] commitment = new double[500][2];
        long[] seen = new long[4];
        for (int k = 0; k < 10; k++) {
            variation.spread(k, commitment, random, random);
            for (double[] at : commitment) {
                for (double each : at) {
                    assertThat(each).isBetween(-1.0, 1.0);
                    seen[each == -1 ? 0 : each == 1 ? 1 : each < 0 ? 2 : 3]++;
                }
            }
        }
        Frequencies.assertDistribution(seen, new double[] {0.25, 0.1, 0.325, 0.325});
    }

    @Test
    void nearTheBestMostChoicesStayAndCoordinatesMoveALittle() {
        double[][] best = new double[4_000][1];
        double[][] near = new double[4_000][1];
        new Variation(CHOICES, 1).near(best, 0, near, random);
        long[] seen = new long[CHOICES];
        Arrays.stream(near).forEach(at -> seen[(int) at[0]]++);
        Frequencies.assertDistribution(seen, new double[] {0.85, 0.05, 0.05, 0.05});
        Arrays.stream(best).forEach(at -> at[0] = 0.2);
        new Variation(0, 1).near(best, 0.1, near, random);
        double sum = 0;
        double squares = 0;
        for (double[] at : near) {
            sum += at[0] - 0.2;
            squares += (at[0] - 0.2) * (at[0] - 0.2);
        }
        // Five standard errors of a mean and of a variance.
        assertThat(sum / 4_000).isCloseTo(0, within(0.008));
        assertThat(squares / 4_000).isCloseTo(0.01, within(0.0012));
        Arrays.stream(best).forEach(at -> at[0] = 1);
        new Variation(0, 1).near(best, 0.1, near, random);
        assertThat(Arrays.stream(near).filter(at -> at[0] == 1).count())
                .as("what would be outside is on the side")
                .isBetween(1_800L, 2_200L);
    }

    /** Only decisions that matter are varied, and some is, into what the game can take. */
    @Test
    void onlyWhatMattersIsVaried() {
        boolean[] where = {true, false, true};
        for (int choices : new int[] {CHOICES, 0}) {
            int coordinates = choices > 0 ? 1 : 2;
            Variation variation = new Variation(choices, coordinates);
            double[][][] members = new double[5][3][coordinates];
            for (int m = 0; m < 5; m++) {
                variation.spread(m, members[m], new SplittableRandom(m), random);
            }
            int changed = 0;
            boolean[] ever = new boolean[3];
            for (int k = 0; k < 400; k++) {
                double[][] commitment = new double[3][coordinates];
                variation.vary(commitment, where, members, random);
                assertThat(commitment[1]).containsOnly(0);
                for (int o = 0; o < 3; o++) {
                    for (double each : commitment[o]) {
                        ever[o] |= each != 0;
                        if (choices > 0) {
                            assertThat(each).isIn(0.0, 1.0, 2.0, 3.0);
                        } else {
                            assertThat(each).isBetween(-1.0, 1.0);
                        }
                    }
                }
                changed += Arrays.deepEquals(commitment, new double[3][coordinates]) ? 0 : 1;
            }
            assertThat(ever).containsExactly(true, false, true);
            assertThat(changed).isGreaterThan(300);
        }
    }

    /** Mutations of choices: one, and with 0.4 another each time, each to any other choice. */
    @Test
    void aChoiceIsChangedToAnyOther() {
        int observations = 3_000;
        boolean[] where = new boolean[observations];
        for (int o = 0; o < observations; o += 3) {
            where[o] = true;
        }
        Variation variation = new Variation(CHOICES, 1);
        double[][][] members = new double[2][observations][1];
        long[] changes = new long[4];
        long[] taken = new long[CHOICES];
        long[] third = new long[3];
        for (int k = 0; k < 2_000; k++) {
            double[][] commitment = new double[observations][1];
            variation.vary(commitment, where, members, random);
            int changed = 0;
            for (int o = 0; o < observations; o++) {
                if (commitment[o][0] != 0) {
                    changed++;
                    taken[(int) commitment[o][0]]++;
                    third[o / (observations / 3)]++;
                }
            }
            // Two changes at one place may undo each other.
            changes[changed == 0 ? 2 : Math.min(3, changed)]++;
        }
        Frequencies.assertDistribution(changes, new double[] {0, 0.6, 0.24, 0.16});
        Frequencies.assertDistribution(taken, new double[] {0, 1 / 3.0, 1 / 3.0, 1 / 3.0});
        Frequencies.assertDistribution(third, new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
    }

    /** Half of the variations add a multiple, 0.2 to 1.1, of a difference of two members. */
    @Test
    void differencesOfMembersAreAdded() {
        Variation variation = new Variation(0, 2);
        double[][][] members = new double[2][3][2];
        for (double[] at : members[0]) {
            Arrays.fill(at, 0.1);
        }
        for (double[] at : members[1]) {
            Arrays.fill(at, 0.3);
        }
        boolean[] where = {true, true, true};
        int trials = 8_000;
        int together = 0;
        double sum = 0;
        for (int k = 0; k < trials; k++) {
            double[][] commitment = new double[3][2];
            variation.vary(commitment, where, members, random);
            double moved = commitment[0][0];
            boolean all = moved != 0;
            for (double[] at : commitment) {
                all &= at[0] == moved && at[1] == moved;
            }
            if (all) {
                together++;
                sum += Math.abs(moved);
                assertThat(Math.abs(moved)).isBetween(0.2 * 0.2, 1.1 * 0.2);
            }
        }
        // Recombined, two different members, every coordinate: at once, or each with 0.3.
        Frequencies.assertShare(together, trials, 0.25 * (0.5 + 0.5 * Math.pow(0.3, 6)));
        assertThat(sum / together).isCloseTo(0.65 * 0.2, within(0.01));
    }

    /**
     * Of three coordinates one and, with 0.3 each, the others, then again with 0.4: a single one is
     * changed in n rounds if each picks it and no other.
     */
    @Test
    void mostMutationsAreOfASingleCoordinate() {
        Variation variation = new Variation(0, 3);
        double[][][] members = new double[2][1][3];
        int trials = 20_000;
        int single = 0;
        int mutated = 0;
        for (int k = 0; k < trials; k++) {
            double[][] commitment = {{0.123, 0.123, 0.123}};
            variation.vary(commitment, new boolean[] {true}, members, random);
            // Members that are all alike leave what is recombined as it was.
            long changed = Arrays.stream(commitment[0]).filter(each -> each != 0.123).count();
            mutated += changed > 0 ? 1 : 0;
            single += changed == 1 ? 1 : 0;
        }
        Frequencies.assertShare(mutated, trials, 0.5);
        double alone = 0.7 * 0.7;
        Frequencies.assertShare(single, mutated, 0.6 * alone / (1 - 0.4 * alone / 3));
    }

    /** One coordinate, the other with 0.3 too: anywhere with 0.3, else by a step of any size. */
    @Test
    void coordinatesAreMutated() {
        int observations = 2_000;
        boolean[] where = new boolean[observations];
        Arrays.fill(where, true);
        Variation variation = new Variation(0, 2);
        double[][][] members = new double[2][observations][2];
        long both = 0;
        long observed = 0;
        long low = 0;
        long small = 0;
        long coordinates = 0;
        int unchanged = 0;
        for (int k = 0; k < 4_000; k++) {
            double[][] commitment = new double[observations][2];
            variation.vary(commitment, where, members, random);
            boolean any = false;
            for (double[] at : commitment) {
                int changed = (at[0] != 0 ? 1 : 0) + (at[1] != 0 ? 1 : 0);
                any |= changed > 0;
                observed += changed > 0 ? 1 : 0;
                both += changed == 2 ? 1 : 0;
                for (double each : at) {
                    coordinates += each != 0 ? 1 : 0;
                    low += each == -1 ? 1 : 0;
                    small += each != 0 && Math.abs(each) < 0.01 ? 1 : 0;
                }
            }
            unchanged += any ? 0 : 1;
        }
        Frequencies.assertShare(unchanged, 4_000, 0.5);
        Frequencies.assertShare(both, (int) observed, 0.3);
        double outside = 0;
        double within = 0;
        for (int k = 0; k < 10_000; k++) {
            double size = Math.pow(10, -3.5 * (k + 0.5) / 10_000);
            outside += NORMAL.cumulativeProbability(-1 / size) / 10_000;
            within += (2 * NORMAL.cumulativeProbability(0.01 / size) - 1) / 10_000;
        }
        Frequencies.assertShare(low, (int) coordinates, 0.3 * 0.25 + 0.7 * outside);
        Frequencies.assertShare(small, (int) coordinates, 0.3 * 0.65 * 0.01 + 0.7 * within);
    }
}
