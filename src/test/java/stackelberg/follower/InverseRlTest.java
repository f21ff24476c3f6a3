package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;

/** Inverse reinforcement learning against numbers by hand and against truths that it is to find. */
class InverseRlTest {
    private static final LeaderPolicy FIRST = observation -> new double[1];

    private static RandomGame game(int types, int actions) {
        return new RandomGame(
                new SplittableRandom(7), new int[] {types}, new int[] {actions}, 1, 1);
    }

    /** Shares 50, 30, 20: weights are logarithms of ratios, their variances 1/n_1 + 1/n_a. */
    @Test
    void threeActionsByHand() {
        InverseRl model =
                new InverseRl(
                        List.of("action,count", "1,50", "2,30", "3,20"),
                        InverseRl.Likes.ACTIONS,
                        0);
        Artefact artefact = model.train(game(1, 3), 0, share -> {});
        assertThat(artefact.findings().rows()).hasSize(2);
        double[] second = artefact.findings().rows().get(0).numbers();
        double[] third = artefact.findings().rows().get(1).numbers();
        assertThat(second[0]).isCloseTo(-.51082562, within(1e-8));
        assertThat(third[0]).isCloseTo(-.91629073, within(1e-8));
        assertThat(second[1]).isCloseTo(.23094011, within(1e-8));
        assertThat(third[1]).isCloseTo(.26457513, within(1e-8));
        double[][][] features = {{{0, 0}, {1, 0}, {0, 1}}};
        double[][][] all = {features[0], features[0], features[0]};
        ConditionalLogit fit =
                new ConditionalLogit(all, new int[] {0, 1, 2}, new double[] {50, 30, 20}, 0);
        assertThat(fit.fit(share -> {})).isTrue();
        assertThat(fit.covariance()[0][1]).isCloseTo(.02, within(1e-9));
    }

    /**
     * A fifth of each row is held out, rounded up or down: what is said of it is −Σ of the
     * logarithms of the other rows' shares, for one of the ways to round.
     */
    @Test
    void whatIsHeldOutIsJudgedByWhatIsNot() {
        RandomGenerator random = new SplittableRandom(72);
        for (int trial = 0; trial < 20; trial++) {
            int[] counts = random.ints(3, 6, 40).toArray();
            List<String> lines = new ArrayList<>(List.of("action,count"));
            for (int a = 0; a < 3; a++) {
                lines.add((a + 1) + "," + counts[a]);
            }
            Artefact artefact =
                    new InverseRl(lines, InverseRl.Likes.ACTIONS, 0)
                            .train(game(1, 3), 0, share -> {});
            List<String> possible = new ArrayList<>();
            for (int way = 0; way < 8; way++) {
                int[] out = new int[3];
                double tested = 0;
                for (int a = 0; a < 3; a++) {
                    out[a] = (counts[a] + ((way >> a) & 1) * 4) / 5;
                    tested += out[a];
                }
                double learned = Arrays.stream(counts).sum() - tested;
                double sum = 0;
                for (int a = 0; a < 3; a++) {
                    sum += out[a] * Math.log((counts[a] - out[a]) / learned);
                }
                possible.add(
                        String.format(
                                Locale.ROOT,
                                "Held out, %.0f of them: log-likelihood %.4f a choice.",
                                tested,
                                sum / tested));
            }
            assertThat(possible).contains(artefact.findings().sentences().get(1));
        }
    }

    /** A step along either weight makes the demonstrations less likely. */
    @Test
    void whatItFitsHasNoSlopeLeft() {
        RandomGenerator random = new SplittableRandom(71);
        double[][][] features = new double[200][3][2];
        int[] chosen = new int[200];
        double[] counts = new double[200];
        for (int row = 0; row < 200; row++) {
            for (double[] action : features[row]) {
                action[0] = random.nextGaussian();
                action[1] = random.nextGaussian();
            }
            chosen[row] = random.nextInt(3);
            counts[row] = 1 + random.nextInt(4);
        }
        ConditionalLogit fit = new ConditionalLogit(features, chosen, counts, 0);
        assertThat(fit.fit(share -> {})).isTrue();
        double best = ConditionalLogit.logLikelihood(features, chosen, counts, fit.weights());
        for (int k = 0; k < 2; k++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] moved = fit.weights().clone();
                moved[k] += step;
                assertThat(ConditionalLogit.logLikelihood(features, chosen, counts, moved))
                        .isLessThan(best);
            }
        }
    }

    /** A known truth lies within the 95 % ellipsoid of the fit about as often as it should. */
    @Test
    void aKnownTruthIsFoundWithinItsStandardErrors() {
        RandomGenerator random = new SplittableRandom(72);
        int within = 0;
        int ofFirstTen = 0;
        for (int set = 0; set < 200; set++) {
            double[] truth = {
                1 + 3 * random.nextDouble(), random.nextGaussian(), random.nextGaussian()
            };
            List<String> lines = new ArrayList<>();
            lines.add("type,action,payoff of 1,payoff of 2,payoff of 3");
            for (int k = 0; k < 400; k++) {
                double[] payoffs = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
                double[] strategy = response(truth, payoffs);
                int action = Mixture.draw(strategy, random);
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%d,%d,%s,%s,%s",
                                1 + random.nextInt(2),
                                action + 1,
                                payoffs[0],
                                payoffs[1],
                                payoffs[2]));
            }
            InverseRl model = new InverseRl(lines, InverseRl.Likes.ACTIONS, 0);
            Artefact artefact = model.train(game(2, 3), 0, share -> {});
            boolean covered = true;
            for (int w = 0; w < 3; w++) {
                double[] found = artefact.findings().rows().get(w).numbers();
                // Bonferroni: 2.394 standard errors each, 95 % for the three together.
                covered &= Math.abs(found[0] - truth[w]) < 2.394 * found[1];
            }
            within += covered ? 1 : 0;
            ofFirstTen += covered && set < 10 ? 1 : 0;
        }
        assertThat(ofFirstTen).isGreaterThanOrEqualTo(9);
        // 200 trials at 95 %: fewer than 179 has a probability of 1e-3.
        assertThat(within).isBetween(179, 200);
    }

    private static double[] response(double[] truth, double[] payoffs) {
        double[] strategy = new double[3];
        for (int a = 0; a < 3; a++) {
            strategy[a] = Math.exp(truth[0] * payoffs[a] + (a == 0 ? 0 : truth[a]));
        }
        double total = Arrays.stream(strategy).sum();
        return Arrays.stream(strategy).map(x -> x / total).toArray();
    }

    /** With payoffs it responds to the commitment: σ ∝ exp(λ u + w). */
    @Test
    void itRespondsToWhatActionsAreWorthUnderTheCommitment() {
        RandomGame game = game(1, 3);
        InverseRl model =
                new InverseRl(
                        List.of(
                                "action,payoff of 1,payoff of 2,payoff of 3,count",
                                "1,1,0,0,30",
                                "2,1,0,0,12",
                                "3,1,0,0,9",
                                "1,0,1,0,14",
                                "2,0,1,0,25",
                                "3,0,1,0,8"),
                        InverseRl.Likes.ACTIONS,
                        0);
        Artefact artefact = model.train(game, 0, share -> {});
        double[] w = artefact.numbers();
        StageResponse followers = (StageResponse) Followers.assemble(List.of(model), game, 3);
        followers.reset();
        followers.play(StageGame.of(game, FIRST).orElseThrow(), new SplittableRandom(1), 3);
        double[] expected = new double[3];
        for (int a = 0; a < 3; a++) {
            expected[a] = Math.exp(w[0] * game.payoffs[1][0][a][0] + w[1 + a]);
        }
        double total = Arrays.stream(expected).sum();
        for (int a = 0; a < 3; a++) {
            assertThat(followers.response().strategy(0, 0)[a])
                    .isCloseTo(expected[a] / total, within(1e-9));
        }
    }

    /** Every bad table is answered by what is wrong, where, and how to mend it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there are no demonstrations",
                "action | there is a heading but no demonstration",
                "type,action/1,1/2,1 | all demonstrations are of one action",
                "action/1/7 | line 3 has the action \"7\"",
                "action/1/tomato | line 3 has the action \"tomato\"",
                "type,action/9,1/1,2 | line 2 has the type \"9\"",
                "action,count/1,0,5/2,3 | line 2 has 3 fields where the heading has 2",
                "action,count/1,\"0,5\"/2,3 | line 2 has \"0,5\" where a number belongs",
                "action;count/1;2 | its columns are not separated by commas",
                "choice/1 | has no column \"action\"",
                "action,colour/1,2 | unknown column \"colour\"",
                "action,payoff of 1/1,2 | but none for",
                "action,count/1,-2/2,1 | line 2 has a count of -2.0",
                "action,count/1,NaN/2,1 | line 2 has \"NaN\"",
                "action/1/2 | the likelihood has no maximum"
            })
    void badDemonstrations(String text, String problem) {
        List<String> lines = text == null || text.isEmpty() ? List.of() : List.of(text.split("/"));
        Faults faults = new Faults();
        RandomGame game =
                game(
                        problem.contains("type") || text != null && text.startsWith("type") ? 2 : 1,
                        3);
        new InverseRl(lines, InverseRl.Likes.ACTIONS, 0).check(game, 0, faults);
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.list().get(0).problem()).contains(problem);
        assertThat(faults.list().get(0).remedy()).isNotBlank();
    }
}
