package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPriceGame;
import stackelberg.oracle.BcceGap;
import stackelberg.pomdp.Certificate.Candidate;

/** The certified response against its definition, spelt out with lists of snapshots. */
class KeptResponseTest {
    @Test
    void itIsTheFirstCandidateWithinTheBound() {
        RandomGenerator random = new SplittableRandom(1);
        int[] taken = new int[Candidate.values().length];
        for (int trial = 0; trial < 250; trial++) {
            SequentialPriceGame game =
                    RandomPricing.of(random, 2, 1 + random.nextInt(3), 1, 2).assemble();
            double[][] commitment = new double[game.leaderObservations()][];
            Arrays.setAll(commitment, o -> random.doubles(3).toArray());
            InducedGame induced = InducedGame.of(game, o -> commitment[o]);
            ResponseAlgorithm followers =
                    Followers.assemble(List.of(new MultiplicativeWeights(2)), game, 80);
            double bound = random.nextDouble() * 0.1;
            KeptResponse certified = new KeptResponse(game, followers, certified(bound, 1));
            InducedPlay play = new InducedPlay(induced);
            List<double[][][]> snapshots = new ArrayList<>();
            followers.reset();
            certified.reset();
            for (int update = 0; update < 20; update++) {
                certified.beforeUpdate();
                snapshots.add(strategies(game, followers.response()));
                update(followers, play, random);
            }
            boolean within = certified.settled(induced);
            double[][][] last = strategies(game, followers.response());
            double[] gaps = {
                BcceGap.of(induced, followers.response()),
                BcceGap.of(induced, average(game, Collections.singletonList(mostLikely(last)))),
                BcceGap.of(induced, average(game, snapshots))
            };
            int first = 0;
            while (first < gaps.length && gaps[first] > bound + 1e-12) {
                first++;
            }
            assertThat(within).as("trial %d", trial).isEqualTo(first < gaps.length);
            if (within) {
                assertThat(certified.certificate())
                        .isEqualTo(new Certificate(Candidate.values()[first], 0, false));
                assertThat(BcceGap.of(induced, certified.response()))
                        .isCloseTo(gaps[first], within(1e-12));
                taken[first]++;
            }
        }
        assertThat(taken).doesNotContain(0);
    }

    @Test
    void itGivesUpAfterTheLastUpdateAndNamesTheGaps() {
        SequentialPriceGame game = RandomPricing.of(new SplittableRandom(1), 2, 2, 1, 2).assemble();
        ResponseAlgorithm followers =
                Followers.assemble(List.of(new MultiplicativeWeights()), game, 4);
        KeptResponse certified = new KeptResponse(game, followers, certified(-1, 10_000));
        certified.reset();
        certified.beforeUpdate();
        InducedGame induced = InducedGame.of(game, o -> new double[] {1, 0, 0.1});
        while (certified.certificate().furtherUpdates() < 10_000) {
            assertThat(certified.settled(induced)).isFalse();
            certified.furtherUpdates();
        }
        assertThatThrownBy(() -> certified.settled(induced))
                .isInstanceOf(NotCertifiedException.class)
                .hasMessageContaining("10,000")
                .hasMessageContaining("empirical average");
        assertThat(certified.certificate().furtherUpdates()).isEqualTo(10_000);
    }

    @Test
    void itTakesTheSmallestGapAtTheCapAndSaysSo() {
        SequentialPriceGame game = RandomPricing.of(new SplittableRandom(1), 2, 2, 1, 2).assemble();
        ResponseAlgorithm followers =
                Followers.assemble(List.of(new MultiplicativeWeights()), game, 4);
        Episode lenient =
                new Episode(
                        4,
                        RewardPhase.EXACT,
                        1,
                        0,
                        false,
                        1,
                        false,
                        false,
                        ResponseRule.CERTIFIED,
                        -1,
                        0,
                        false);
        KeptResponse kept = new KeptResponse(game, followers, lenient);
        kept.reset();
        kept.beforeUpdate();
        InducedGame induced = InducedGame.of(game, o -> new double[] {1, 0, 0.1});
        assertThat(kept.settled(induced)).isTrue();
        assertThat(kept.certificate().uncertified()).isTrue();
        assertThat(kept.certificate().words()).contains("not certified");
        double least = BcceGap.of(induced, kept.response());
        assertThat(least).isLessThanOrEqualTo(BcceGap.of(induced, followers.response()));
    }

    private static Episode certified(double bound, int furtherUpdates) {
        return new Episode(
                4,
                RewardPhase.EXACT,
                1,
                0,
                false,
                1,
                false,
                false,
                ResponseRule.CERTIFIED,
                bound,
                furtherUpdates,
                true);
    }

    private static void update(
            ResponseAlgorithm followers, InducedPlay play, RandomGenerator random) {
        int[] types = new int[2];
        int[] actions = new int[2];
        for (int k = 0; k < followers.playsPerUpdate(); k++) {
            followers.beginPlay(random, types);
            play.begin(types);
            for (int i = 0; i < 2; i++) {
                actions[i] = followers.action(i, 0);
            }
            play.followersAct(actions);
            followers.endPlay(play);
        }
    }

    private static double[][][] strategies(SequentialPriceGame game, Response response) {
        double[][][] strategies = new double[2][game.prior().types(0)][];
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < strategies[i].length; type++) {
                strategies[i][type] = response.strategy(i, type).clone();
            }
        }
        return strategies;
    }

    private static double[][][] mostLikely(double[][][] mixed) {
        double[][][] pure = new double[2][mixed[0].length][2];
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < mixed[i].length; type++) {
                pure[i][type][mixed[i][type][1] > mixed[i][type][0] ? 1 : 0] = 1;
            }
        }
        return pure;
    }

    /** The mean over snapshots of the product of the followers' strategies. */
    private static Response average(SequentialPriceGame game, List<double[][][]> snapshots) {
        int[] counts = InducedGame.actionCounts(game);
        return new Response() {
            @Override
            public double[] strategy(int follower, int type) {
                throw new UnsupportedOperationException("not asked for");
            }

            @Override
            public double probability(int[] types, int[] actions) {
                double sum = 0;
                for (double[][][] s : snapshots) {
                    sum += s[0][types[0]][actions[0]] * s[1][types[1]][actions[1]];
                }
                return sum / snapshots.size();
            }

            @Override
            public void draw(int[] types, RandomGenerator random, int[] actions) {
                JointIndex.decode(0, counts, actions);
            }
        };
    }
}
