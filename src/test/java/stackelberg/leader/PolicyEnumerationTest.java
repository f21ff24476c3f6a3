package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.SteppedGame;

class PolicyEnumerationTest {
    private static List<Integer> commitment(BaseGame game, CommitmentCache.Source source) {
        List<Integer> actions = new ArrayList<>();
        double[] action = new double[1];
        for (int o = 0; o < game.leaderObservations(); o++) {
            source.decide(o, action);
            actions.add((int) action[0]);
        }
        return actions;
    }

    @Test
    void aSmallClassIsVisitedOnceInEveryPassInAnOrderOfItsOwn() {
        int[][] games = {{3, 2}, {2, 5}, {5, 3}, {1, 4}, {7, 1}, {4, 4}};
        for (int[] shape : games) {
            SimpleAllocation game = new SimpleAllocation(shape[0], shape[1]);
            int count = (int) Math.pow(shape[0], shape[1]);
            assertThat(FinitePolicies.count(game, count)).hasValue(count);
            assertThat(FinitePolicies.count(game, count - 1)).isEmpty();
            Set<List<List<Integer>>> orders = new HashSet<>();
            FinitePolicies policies = new FinitePolicies(game, count, new RandomStreams(5));
            for (int pass = 0; pass < 6; pass++) {
                List<List<Integer>> order = new ArrayList<>();
                for (int k = 0; k < count; k++) {
                    order.add(commitment(game, policies.at((long) pass * count + k)));
                }
                assertThat(new HashSet<>(order)).hasSize(count);
                orders.add(order);
            }
            if (count > 5) {
                assertThat(orders).hasSizeGreaterThan(1);
            }
        }
    }

    /** A pass takes steps of a length of its own, not only a start of its own. */
    @Test
    void passesDifferInMoreThanTheirStart() {
        SimpleAllocation game = new SimpleAllocation(5, 3);
        FinitePolicies policies = new FinitePolicies(game, 125, new RandomStreams(5));
        Set<Integer> steps = new HashSet<>();
        for (int pass = 0; pass < 6; pass++) {
            int before = number(commitment(game, policies.at(125L * pass + 124)));
            for (int k = 123; k >= 0; k--) {
                int number = number(commitment(game, policies.at(125L * pass + k)));
                int step = Math.floorMod(before - number, 125);
                if (k == 123) {
                    steps.add(step);
                }
                assertThat(steps).contains(step);
                assertThat(step % 5).as("a divisor of 125 would not visit all").isNotZero();
                before = number;
            }
        }
        assertThat(steps).hasSizeGreaterThan(3);
    }

    private static int number(List<Integer> actions) {
        return actions.get(0) + 5 * actions.get(1) + 25 * actions.get(2);
    }

    @Test
    void aClassWithoutEndOrTooLargeIsSampled() {
        assertThat(FinitePolicies.count(new SimpleAllocation(64, 64), 1_000_000)).isEmpty();
        assertThat(FinitePolicies.count(new SteppedGame(new ActionSpace.Box(1, 0, 1)), 1_000))
                .isEmpty();
    }

    /** The best is the largest mean over all visits, by brute force, after every visit. */
    @Test
    void theBestHasTheLargestMeanOfAllVisits() {
        SimpleAllocation game = new SimpleAllocation(3, 2);
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 200; trial++) {
            FinitePolicies policies = new FinitePolicies(game, 9, new RandomStreams(trial));
            double[] sum = new double[9];
            int[] visits = new int[9];
            for (int visit = 0; visit < 30; visit++) {
                List<Integer> actions = commitment(game, policies.at(visit));
                int number = actions.get(0) + 3 * actions.get(1);
                double value = random.nextDouble();
                sum[number] += value;
                visits[number]++;
                policies.learn(visit, value);
                double best = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < 9; k++) {
                    best = visits[k] > 0 ? Math.max(best, sum[k] / visits[k]) : best;
                }
                assertThat(policies.bestValue()).isEqualTo(best);
                List<Integer> kept = commitment(game, policies.best());
                int keptNumber = kept.get(0) + 3 * kept.get(1);
                assertThat(sum[keptNumber] / visits[keptNumber]).isEqualTo(best);
                assertThat(policies.tried()).isEqualTo(Math.min(9, visit + 1));
            }
        }
    }

    @Test
    void randomCommitmentsDoNotDependOnTheOrderOfObservations() {
        for (ActionSpace space :
                List.of(new ActionSpace.Discrete(5), new ActionSpace.Box(2, -1, 3))) {
            BaseGame game = new SteppedGame(space);
            RandomPolicies policies = new RandomPolicies(game, new RandomStreams(7));
            double[][] forwards = new double[9][space.length()];
            double[] action = new double[space.length()];
            double sum = 0;
            for (int visit = 0; visit < 2_000; visit++) {
                for (int o = 0; o < 9; o++) {
                    policies.at(visit).decide(o, forwards[o]);
                    sum += forwards[o][0] / 18_000;
                }
                for (int o = 8; o >= 0; o--) {
                    policies.at(visit).decide(o, action);
                    assertThat(action).containsExactly(forwards[o]);
                }
            }
            // Uniform: the mean is the middle, give or take four standard errors.
            double middle = space instanceof ActionSpace.Box ? 1 : 2;
            assertThat(sum).isCloseTo(middle, within(0.045));
        }
    }

    /** One pass over all 27 commitments of three items and messages finds the exact optimum. */
    @Test
    void onePassFindsTheOptimum() {
        Trained trained =
                new Trained(
                        new PolicyEnumeration(27, 1, 27),
                        new SimpleAllocation(3, 3),
                        new Episode(3_000, RewardPhase.EXACT, 1, 0),
                        8,
                        1);
        double best = trained.iterate(1).get(0).get("best so far");
        assertThat(best).isCloseTo(1, within(1e-3));
        assertThat(new HashSet<>(trained.greedy())).hasSize(3);
    }
}
