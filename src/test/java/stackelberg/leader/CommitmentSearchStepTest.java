package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** The search among commitments against a second implementation, outer episode by episode. */
class CommitmentSearchStepTest {
    private final RandomGenerator random = new SplittableRandom(12);

    /** A game of luck: the reward of an outer episode is that of the types drawn in it. */
    private static StackelbergPomdp luck() {
        return StackelbergPomdp.of(
                new SimpleAllocation(4, 3),
                List.of(new MultiplicativeWeights(1e6)),
                new Episode(30, RewardPhase.SAMPLED, 2, 0));
    }

    /** The rewards of a commitment in outer episodes 0 to 63. */
    private static double[] rewards(StackelbergPomdp pomdp, double[][] commitment) {
        double[] rewards = new double[64];
        for (int k = 0; k < rewards.length; k++) {
            rewards[k] =
                    pomdp.run(
                            LeaderSeat.committed(o -> commitment[o]),
                            new RandomStreams(3),
                            k,
                            Watch.NONE);
        }
        return rewards;
    }

    /** Three outer episodes; if they differ and promise more than the best, up to sixteen. */
    private static int confirming(double[] rewards, double best) {
        double sum = 0;
        boolean same = true;
        for (int made = 1; made <= 16; made++) {
            sum += rewards[made - 1];
            same &= rewards[made - 1] == rewards[0];
            if (made >= 3 && (same || sum / made <= best)) {
                return made;
            }
        }
        return 16;
    }

    private static double mean(double[] rewards, int from, int to) {
        return Arrays.stream(rewards, from, to).average().orElseThrow();
    }

    /** The first population against a second implementation, episode by episode. */
    @Test
    void thePopulationIsPlacedAndValuedAsDefined() {
        CommitmentSearch search =
                new CommitmentSearch(luck(), new RandomStreams(3), new MeanReward());
        Variation variation = new Variation(4, 1);
        double best = Double.NEGATIVE_INFINITY;
        double[][] kept = new double[3][1];
        double[] keptRewards = new double[0];
        long episodes = 0;
        for (int member = 0; member < 24; member++) {
            RandomStreams streams = new RandomStreams(3);
            RandomGenerator own = streams.at(RandomStreams.Purpose.SCOUTING, member);
            own.nextDouble();
            double[][] commitment = new double[3][1];
            variation.spread(
                    member, commitment, streams.at(RandomStreams.Purpose.SCOUTING, -1), own);
            double[] rewards = rewards(luck(), commitment);
            int made = rewards[0] < best ? 1 : confirming(rewards, best);
            episodes += made;
            double worth = mean(rewards, 0, made);
            if (worth > best) {
                best = worth;
                kept = commitment;
                keptRewards = rewards;
            }
            search.search(1, Watch.NONE);
            assertThat(search.tried()).isEqualTo(member + 1);
            assertThat(search.episodes()).as("member %d", member).isEqualTo(episodes);
            assertThat(search.bestWorth()).isCloseTo(best, within(1e-12));
            assertThat(Arrays.deepEquals(search.best(), kept)).isTrue();
        }
        assertThat(search.over()).isFalse();
        search.decide(Watch.NONE);
        // The only finalist is valued anew, where it was not chosen by its luck.
        assertThat(search.episodes()).isEqualTo(episodes + 48);
        assertThat(search.bestWorth()).isCloseTo(mean(keptRewards, 16, 64), within(1e-12));
        assertThat(Arrays.deepEquals(search.best(), kept)).isTrue();
    }

    /** The whole search once more, as it is defined, for a game of three choices out of four. */
    private static final class Second {
        final StackelbergPomdp pomdp = luck();
        final RandomStreams streams = new RandomStreams(3);
        final Variation variation = new Variation(4, 1);
        final double[][][] members = new double[24][][];
        final double[] worths = new double[24];
        final boolean[][] reached = new boolean[24][];
        double[][] best = new double[3][1];
        double bestWorth = Double.NEGATIVE_INFINITY;
        double leastWorth = Double.POSITIVE_INFINITY;
        boolean[] met = new boolean[3];
        final List<double[][]> finalists = new ArrayList<>();
        long episodes;
        int tried;
        int placed;
        double populationBest;
        int stale;
        int inVain;
        boolean improved;
        boolean near;
        boolean over;

        double reward(double[][] commitment, int episode) {
            episodes++;
            return pomdp.run(
                    LeaderSeat.committed(
                            o -> {
                                met[o] = true;
                                return commitment[o];
                            }),
                    streams,
                    episode,
                    Watch.NONE);
        }

        double worth(double[][] commitment, double atLeast) {
            met = new boolean[3];
            double first = reward(commitment, 0);
            leastWorth = Math.min(leastWorth, first);
            double sum = first;
            boolean same = true;
            int made = 1;
            while (first >= atLeast && made < 16) {
                if (made >= 3 && (same || sum / made <= bestWorth)) {
                    break;
                }
                double reward = reward(commitment, made++);
                same &= reward == first;
                sum += reward;
            }
            return sum / made;
        }

        double improvement() {
            return 1e-4 * (bestWorth - leastWorth) + 1e-12;
        }

        void take(int member, double[][] commitment, double worth) {
            members[member] = commitment;
            worths[member] = worth;
            reached[member] = met;
        }

        void step() {
            RandomGenerator own = streams.at(RandomStreams.Purpose.SCOUTING, tried++);
            double[][] commitment = new double[3][1];
            double worth;
            if (placed < 24) {
                double size = Math.pow(10, -0.5 - 2 * own.nextDouble());
                if (near) {
                    variation.near(best, size, commitment, own);
                } else {
                    int first = tried - 1 - placed;
                    variation.spread(
                            placed,
                            commitment,
                            streams.at(RandomStreams.Purpose.SCOUTING, -1 - first),
                            own);
                }
                worth = worth(commitment, bestWorth);
                take(placed++, commitment, worth);
                populationBest = Arrays.stream(worths).max().orElseThrow();
                stale = 0;
                keep(commitment, worth);
                return;
            }
            int member = own.nextInt(24);
            int rival = own.nextInt(24);
            member = worths[rival] > worths[member] ? rival : member;
            for (int o = 0; o < 3; o++) {
                commitment[o][0] = members[member][o][0];
            }
            variation.vary(commitment, reached[member], members, own);
            worth = worth(commitment, worths[member]);
            double before = populationBest;
            if (worth >= worths[member]) {
                take(member, commitment, worth);
                populationBest = Math.max(populationBest, worth);
            }
            improved |= worth > bestWorth + improvement();
            keep(commitment, worth);
            stale = populationBest > before + improvement() ? 0 : stale + 1;
            int decisions = 0;
            for (boolean each : reached[member]) {
                decisions += each ? 1 : 0;
            }
            if (stale > 300 + 60 * decisions * 2) {
                addFinalists();
                inVain = improved ? 0 : inVain + 1;
                improved = false;
                placed = 0;
                near = !near;
                over = inVain >= 8;
            }
        }

        /** The best of all and the first best of the population, each once. */
        void addFinalists() {
            int first = 0;
            for (int m = 1; m < placed; m++) {
                first = worths[m] > worths[first] ? m : first;
            }
            for (double[][] one : List.of(best, members[first])) {
                boolean known = false;
                for (double[][] other : finalists) {
                    known |= Arrays.deepEquals(one, other);
                }
                if (!known) {
                    finalists.add(one);
                }
            }
        }

        /** The finalist that is worth most in 48 outer episodes that none was chosen by. */
        void decide() {
            addFinalists();
            bestWorth = Double.NEGATIVE_INFINITY;
            for (double[][] finalist : finalists) {
                double[] rewards = new double[48];
                for (int k = 0; k < 48; k++) {
                    rewards[k] = reward(finalist, 16 + k);
                }
                keep(finalist, Arrays.stream(rewards).average().orElseThrow());
            }
        }

        void keep(double[][] commitment, double worth) {
            if (worth > bestWorth) {
                best = commitment;
                bestWorth = worth;
            }
        }
    }

    @Test
    void theSearchGoesAsDefinedToItsEnd() {
        CommitmentSearch search =
                new CommitmentSearch(luck(), new RandomStreams(3), new MeanReward());
        Second second = new Second();
        while (!second.over) {
            second.step();
            search.search(1, Watch.NONE);
            assertThat(search.episodes()).as("%d tried", second.tried).isEqualTo(second.episodes);
            assertThat(search.bestWorth()).isEqualTo(second.bestWorth);
            assertThat(search.over()).isEqualTo(second.over);
        }
        assertThat(search.tried()).isEqualTo(second.tried);
        assertThat(Arrays.deepEquals(search.best(), second.best)).isTrue();
        search.decide(Watch.NONE);
        second.decide();
        assertThat(second.finalists).hasSizeGreaterThan(2);
        assertThat(search.episodes()).isEqualTo(second.episodes);
        assertThat(search.bestWorth()).isCloseTo(second.bestWorth, within(1e-12));
        assertThat(Arrays.deepEquals(search.best(), second.best)).isTrue();
        // Three messages tell three of four types apart.
        assertThat(search.bestWorth()).isBetween(0.6, 0.9);
    }

    /** Offers by the same rule. */
    @Test
    void anOfferIsConfirmedLikeAMember() {
        CommitmentSearch search =
                new CommitmentSearch(luck(), new RandomStreams(3), new MeanReward());
        double best = Double.NEGATIVE_INFINITY;
        long episodes = 0;
        for (int k = 0; k < 12; k++) {
            double[][] commitment = new double[3][1];
            for (double[] at : commitment) {
                at[0] = random.nextInt(4);
            }
            double[] rewards = rewards(luck(), commitment);
            int made = confirming(rewards, best);
            episodes += made;
            double worth = mean(rewards, 0, made);
            assertThat(search.offer(o -> commitment[o], commitment, Watch.NONE))
                    .isEqualTo(worth > best);
            best = Math.max(best, worth);
            assertThat(search.bestWorth()).isCloseTo(best, within(1e-12));
            assertThat(search.episodes()).isEqualTo(episodes);
        }
    }
}
