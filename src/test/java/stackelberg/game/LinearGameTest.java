package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import stackelberg.parameter.Table;

/** Games whose payoffs are linear in the leader's commitment, in both of their descriptions. */
class LinearGameTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static LinearGame mixed() {
        NormalForm escape = new NormalForm();
        return new NormalForm(escape.payoffs(), Commitment.RANDOMISED, List.of()).assemble();
    }

    private static List<LinearGame> games() {
        return List.of(
                mixed(),
                new BayesianNormalForm().assemble(),
                new SecurityGame().assemble(),
                new Taxation().assemble());
    }

    /** A play under the action that commits to x earns the mean over the components. */
    @Test
    void aPlayEarnsTheMeanOverTheComponents() {
        SplittableRandom random = new SplittableRandom(5);
        for (LinearGame game : games()) {
            Play play = game.newPlay();
            for (int trial = 0; trial < 200; trial++) {
                double[] x = distribution(game, random);
                double[] action = game.commit(x);
                ActionSpace.Box box = (ActionSpace.Box) game.leaderActions();
                assertThat(action).hasSize(box.length());
                for (double entry : action) {
                    assertThat(entry).isBetween(box.low(), box.high());
                }
                int profile = random.nextInt(game.prior().size());
                int joint = random.nextInt(game.actions(0));
                Plays.run(play, game.prior().profile(profile), new int[] {joint}, o -> action);
                double leader = 0;
                double follower = 0;
                for (int k = 0; k < x.length; k++) {
                    leader += x[k] * game.payoff(0, profile, k, joint);
                    follower += x[k] * game.payoff(1, profile, k, joint);
                }
                assertThat(play.leaderReward()).isCloseTo(leader, EXACT);
                assertThat(play.payoff(0)).isCloseTo(follower, EXACT);
            }
        }
    }

    /** A distribution over the components that keeps to the limits. */
    private static double[] distribution(LinearGame game, SplittableRandom random) {
        while (true) {
            double[] x = random.doubles(game.components()).map(u -> -Math.log(u)).toArray();
            double sum = Arrays.stream(x).sum();
            Arrays.setAll(x, k -> x[k] / sum);
            if (Arrays.stream(game.limits()).allMatch(limit -> product(limit, x) <= 0)) {
                return x;
            }
        }
    }

    private static double product(double[] limit, double[] x) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += limit[k] * x[k];
        }
        return sum;
    }

    /** Two resources for four targets: no target takes more than half of them. */
    @Test
    void theLimitsSayThatNoEntryExceedsTheHighest() {
        LinearGame guards = new SecurityGame().assemble();
        assertThat(guards.components()).isEqualTo(5);
        assertThat(guards.limits()).hasDimensions(4, 5);
        for (int target = 0; target < 4; target++) {
            double[] x = new double[5];
            x[target] = 0.5;
            x[4] = 0.5;
            assertThat(product(guards.limits()[target], x)).isCloseTo(0, EXACT);
            x[target] = 0.75;
            x[4] = 0.25;
            assertThat(product(guards.limits()[target], x)).isCloseTo(0.25, EXACT);
            x[target] = 0;
            x[4] = 1;
            assertThat(product(guards.limits()[target], x)).isCloseTo(-0.5, EXACT);
        }
        assertThat(mixed().limits()).isEmpty();
        // Three rates up to 0.9: S = 2.7, so that no rate takes more than a third of it.
        LinearGame taxes = new Taxation().assemble();
        assertThat(taxes.commit(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 0}))
                .containsExactly(new double[] {0.9, 0.9, 0.9}, EXACT);
        assertThat(product(taxes.limits()[0], new double[] {1 / 3.0, 0, 0, 2 / 3.0}))
                .isCloseTo(0, EXACT);
    }

    /** Guards that want to be everywhere are spread in proportion; few are left as they are. */
    @Test
    void moreThanThereIsIsScaledDown() {
        LinearGame guards = new SecurityGame().assemble();
        assertThat(guards.meaning(new double[] {1, 1, 1, 1}))
                .containsExactly(new double[] {0.5, 0.5, 0.5, 0.5}, EXACT);
        assertThat(guards.meaning(new double[] {1, 0.5, 0.5, 0.5}))
                .containsExactly(new double[] {0.8, 0.4, 0.4, 0.4}, EXACT);
        assertThat(guards.meaning(new double[] {1, 0.5, 0.25, 0})).containsExactly(1, 0.5, 0.25, 0);
        assertThat(guards.meaningNames())
                .containsExactly("target 1", "target 2", "target 3", "target 4");
        assertThat(guards.typeName(0, 1)).isEqualTo("attacker 2");
        assertThat(guards.actionName(0, 2)).isEqualTo("target 3");
        assertThat(guards.followers()).isEqualTo(1);
        assertThat(guards.followerName(0)).isEqualTo("follower");
    }

    @Test
    void anAttackedTargetPaysWhatItsCoverageSays() {
        LinearGame guards = new SecurityGame().assemble();
        Play play = guards.newPlay();
        play.begin(new int[] {1});
        assertThat(play.leaderReward()).isZero();
        play.leaderActs(new double[] {1, 0.5, 0.25, 0});
        assertThat(play.payoff(0)).isZero();
        play.followersAct(new int[] {1});
        assertThat(play.leaderReward()).isCloseTo((0.5 * 10 - 0.5 * 6) / 10, EXACT);
        assertThat(play.payoff(0)).isCloseTo((-0.5 * 10 + 0.5 * 8) / 10, EXACT);
        play.begin(new int[] {0});
        play.leaderActs(new double[] {1, 0.5, 0.25, 0});
        play.followersAct(new int[] {3});
        assertThat(play.leaderReward()).isCloseTo(-0.3, EXACT);
        assertThat(play.payoff(0)).isCloseTo(0.3, EXACT);
    }

    /**
     * Of a worker of skill 2 at full effort 0.6 lie in the first bracket, 1 in the second, 0.4 in
     * the third. Its weight is 0.8, the mean 0.4 · 1.6 + 0.4 · 0.8 + 0.2 · 0.2 = 1.
     */
    @Test
    void aTaxIsPaidOnThePartOfTheIncomeInEachBracket() {
        LinearGame taxes = new Taxation().assemble();
        Play play = taxes.newPlay();
        double[] rates = {0.1, 0.5, 0.9};
        Plays.run(play, new int[] {1}, new int[] {5}, o -> rates);
        double tax = 0.1 * 0.6 + 0.5 + 0.9 * 0.4;
        double utility = 2 - tax - 1;
        assertThat(play.payoff(0)).isCloseTo(utility / 3, EXACT);
        assertThat(play.leaderReward()).isCloseTo((0.8 * utility + tax) / 3, EXACT);
        // Effort 0.4 costs 0.4³; an income of 0.8 lies in two brackets.
        Plays.run(play, new int[] {1}, new int[] {2}, o -> rates);
        tax = 0.1 * 0.6 + 0.5 * 0.2;
        utility = 0.8 - tax - 0.4 * 0.4 * 0.4;
        assertThat(play.payoff(0)).isCloseTo(utility / 3, EXACT);
        assertThat(play.leaderReward()).isCloseTo((0.8 * utility + tax) / 3, EXACT);
        Plays.run(play, new int[] {2}, new int[] {0}, o -> rates);
        assertThat(play.payoff(0)).isZero();
        assertThat(play.leaderReward()).isZero();
        assertThat(taxes.typeName(0, 0)).isEqualTo("skill 1");
        assertThat(taxes.actionName(0, 2)).isEqualTo("effort 0.4");
        assertThat(taxes.meaningNames())
                .containsExactly("above income 0", "above income 0.6", "above income 1.6");
    }

    /** Weights count in proportion to their mean: all twice as large are the same game. */
    @Test
    void onlyTheProportionOfWelfareWeightsCounts() {
        LinearGame usual = new Taxation().assemble();
        Taxation family = new Taxation();
        double[][][] workers = family.workers().cells();
        for (double[][] row : workers) {
            row[2][0] *= 2;
        }
        LinearGame twice =
                new Taxation(Table.of(workers), family.brackets(), 0.9, 6, 0.5, 1).assemble();
        for (int player = 0; player < 2; player++) {
            for (int type = 0; type < 3; type++) {
                for (int k = 0; k < usual.components(); k++) {
                    for (int effort = 0; effort < 6; effort++) {
                        assertThat(twice.payoff(player, type, k, effort))
                                .isCloseTo(usual.payoff(player, type, k, effort), EXACT);
                    }
                }
            }
        }
    }

    @Test
    void anActionIsDescribedFromMinusOneToOne() {
        ActionSpace.Box box = new ActionSpace.Box(2, 1, 5);
        float[] into = {9, 9, 9, 9};
        box.describe(new double[] {2, 5}, into, 1);
        assertThat(into).containsExactly(9, -0.5f, 1, 9);
        new ActionSpace.Box(2, 3, 3).describe(new double[] {3, 3}, into, 1);
        assertThat(into).containsExactly(9, 0, 0, 9);
        assertThat(box.described()).isEqualTo(2);
        ActionSpace.Discrete three = new ActionSpace.Discrete(3);
        float[] hot = {9, 9, 9, 9, 9};
        three.describe(new double[] {1}, hot, 1);
        assertThat(hot).containsExactly(9, 0, 1, 0, 9);
        assertThat(three.described()).isEqualTo(3);
        assertThat(three.length()).isEqualTo(1);
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 100; k++) {
            double[] drawn = box.draw(random);
            assertThat(drawn).hasSize(2);
            assertThat(drawn[0]).isBetween(1.0, 5.0);
            assertThat(three.draw(random)[0]).isIn(0.0, 1.0, 2.0);
        }
    }
}
