package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Exp3;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.Response;
import stackelberg.follower.StageResponse;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.StageGame;
import stackelberg.oracle.BcceGap;
import stackelberg.oracle.RandomGame;
import stackelberg.pomdp.Certificate.Candidate;
import stackelberg.pomdp.RandomStreams.Purpose;

/** What an outer episode keeps of what its followers learned, against followers on their own. */
class ResponseRuleTest {
    private static final RandomStreams STREAMS = new RandomStreams(41);
    private static final LeaderPolicy POLICY = observation -> new double[] {observation % 2};
    private static final int[] ACTIONS = {2, 3};

    private static Episode episode(int plays, ResponseRule rule, double bound, int further) {
        return new Episode(
                plays,
                RewardPhase.EXACT,
                1,
                1,
                false,
                1,
                false,
                false,
                rule,
                bound,
                further,
                false);
    }

    private static RandomGame game(long seed) {
        return new RandomGame(new SplittableRandom(seed), new int[] {2, 2}, ACTIONS, 2, 2);
    }

    /** The same followers with the same draws, and their strategies before each update. */
    private static final class Alone {
        final StageResponse followers;
        final List<Snapshot> before = new ArrayList<>();

        Alone(RandomGame game, FollowerModel model, int plays, long index, int further) {
            followers = (StageResponse) Followers.assemble(List.of(model), game, plays);
            StageGame stage = StageGame.of(game, POLICY).orElseThrow();
            RandomGenerator random = STREAMS.at(Purpose.RESPONSE, index);
            followers.reset();
            int update = followers.playsPerUpdate();
            int all = followers.plays() + further * update;
            for (int made = 0; made < all; made += update) {
                before.add(copy(game, followers.response()));
                followers.play(stage, random, Math.min(update, all - made));
            }
        }
    }

    private static Snapshot copy(RandomGame game, Response response) {
        return new Snapshot(
                Arrays.stream(ResponseCourse.strategies(game, response))
                        .map(rows -> Arrays.stream(rows).toArray(double[][]::new))
                        .toArray(double[][][]::new));
    }

    private static void assertSame(RandomGame game, Response response, Response expected) {
        assertSame(game, response, List.of(copy(game, expected)));
    }

    private static void assertSame(RandomGame game, Response response, List<Snapshot> expected) {
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            for (int joint = 0; joint < 6; joint++) {
                int[] actions = JointIndex.decode(joint, ACTIONS);
                double mean =
                        expected.stream()
                                .mapToDouble(s -> s.probability(types, actions))
                                .average()
                                .orElseThrow();
                assertThat(response.probability(types, actions)).isCloseTo(mean, within(1e-12));
            }
        }
    }

    private static StackelbergPomdp pomdp(RandomGame game, FollowerModel model, Episode episode) {
        return new StackelbergPomdp(
                game, Followers.assemble(List.of(model), game, episode.responsePlays()), episode);
    }

    private static double run(StackelbergPomdp pomdp, long index) {
        return pomdp.run(LeaderSeat.committed(POLICY), STREAMS, index, Watch.NONE);
    }

    /** Also of followers whose last update is cut short: 310 plays of 150 each. */
    @Test
    void theEmpiricalAverageIsOfTheStrategiesBeforeEachUpdate() {
        for (FollowerModel model : List.of(new MultiplicativeWeights(), new Exp3())) {
            RandomGame game = game(1);
            StackelbergPomdp pomdp = pomdp(game, model, episode(310, ResponseRule.EMPIRICAL, 0, 0));
            for (long index = 0; index < 3; index++) {
                run(pomdp, index);
                Alone alone = new Alone(game, model, 310, index, 0);
                assertThat(pomdp.plays()).isEqualTo(played(pomdp, game, index + 1));
                assertSame(game, pomdp.response(), alone.before);
                assertThat(pomdp.certificate().candidate()).isEqualTo(Candidate.EMPIRICAL_AVERAGE);
                assertThat(pomdp.certificate().furtherUpdates()).isZero();
            }
        }
    }

    /** All cases of the reward phase are possible: nobody has settled. */
    private static long played(StackelbergPomdp pomdp, RandomGame game, long episodes) {
        return episodes * (pomdp.followers().plays() + 6L * game.prior().size());
    }

    @Test
    void theLastDeterministicStrategiesAreTheMostLikelyActions() {
        RandomGame game = game(2);
        StackelbergPomdp pomdp =
                pomdp(
                        game,
                        new MultiplicativeWeights(),
                        episode(120, ResponseRule.LAST_DETERMINISTIC, 0, 0));
        for (long index = 0; index < 3; index++) {
            run(pomdp, index);
            Alone alone = new Alone(game, new MultiplicativeWeights(), 120, index, 0);
            double[][][] pure = new double[2][2][];
            for (int i = 0; i < 2; i++) {
                for (int type = 0; type < 2; type++) {
                    double[] mixed = alone.followers.response().strategy(i, type);
                    double most = Arrays.stream(mixed).max().orElseThrow();
                    pure[i][type] = Arrays.stream(mixed).map(p -> p == most ? 1 : 0).toArray();
                    assertThat(pomdp.response().strategy(i, type)).containsExactly(pure[i][type]);
                }
            }
            Snapshot expected = new Snapshot(pure);
            assertSame(game, pomdp.response(), expected);
            int[] drawn = new int[2];
            pomdp.response().draw(new int[] {1, 0}, new SplittableRandom(1), drawn);
            assertThat(expected.probability(new int[] {1, 0}, drawn)).isEqualTo(1);
            assertThat(pomdp.certificate().candidate()).isEqualTo(Candidate.LAST_DETERMINISTIC);
        }
    }

    @Test
    void theLastMixedStrategiesAreTakenAsTheyAre() {
        RandomGame game = game(3);
        StackelbergPomdp pomdp =
                pomdp(
                        game,
                        new MultiplicativeWeights(),
                        episode(120, ResponseRule.LAST_MIXED, 0, 0));
        run(pomdp, 5);
        Alone alone = new Alone(game, new MultiplicativeWeights(), 120, 5, 0);
        assertSame(game, pomdp.response(), alone.followers.response());
        assertThat(pomdp.certificate()).isEqualTo(new Certificate(Candidate.LAST_MIXED, 0, false));
    }

    /** Further updates go on where the response phase stopped, and count in the average. */
    @Test
    void whatIsCertifiedIsWhatFollowersOnTheirOwnComeToInAsManyUpdates() {
        int[] taken = new int[Candidate.values().length];
        int longer = 0;
        for (long seed = 0; seed < 25; seed++) {
            RandomGame game = game(100 + seed);
            if (seed % 2 == 0) {
                oppose(game);
            }
            double bound = 0.002 * (1 + seed);
            StackelbergPomdp pomdp =
                    pomdp(
                            game,
                            new MultiplicativeWeights(),
                            episode(60, ResponseRule.CERTIFIED, bound, 3_000));
            for (long index = 0; index < 2; index++) {
                run(pomdp, index);
                Certificate certificate = pomdp.certificate();
                Alone alone =
                        new Alone(
                                game,
                                new MultiplicativeWeights(),
                                60,
                                index,
                                certificate.furtherUpdates());
                switch (certificate.candidate()) {
                    case LAST_MIXED ->
                            assertSame(game, pomdp.response(), alone.followers.response());
                    case EMPIRICAL_AVERAGE -> assertSame(game, pomdp.response(), alone.before);
                    case LAST_DETERMINISTIC ->
                            assertThat(pomdp.response().strategy(0, 0)).containsOnly(0, 1);
                }
                double gap = BcceGap.of(InducedGame.of(game, POLICY), pomdp.response());
                assertThat(gap <= bound).isNotEqualTo(certificate.uncertified());
                taken[certificate.candidate().ordinal()]++;
                longer += certificate.furtherUpdates() > 16 ? 1 : 0;
            }
        }
        assertThat(taken).doesNotContain(0);
        assertThat(longer).isPositive();
    }

    /** What one follower gains the other loses: few such games have an equilibrium in actions. */
    private static void oppose(RandomGame game) {
        for (int profile = 0; profile < game.payoffs[1].length; profile++) {
            for (int joint = 0; joint < 6; joint++) {
                double[] gained = game.payoffs[1][profile][joint];
                Arrays.setAll(game.payoffs[2][profile][joint], a -> 1 - gained[a]);
            }
        }
    }

    /** None is within a bound below 0: of the three the closest is taken, the first of equals. */
    @Test
    void whatCannotBeCertifiedIsTheCandidateOfTheSmallestGap() {
        int[] taken = new int[Candidate.values().length];
        for (long seed = 0; seed < 40; seed++) {
            RandomGame game = game(200 + seed);
            if (seed % 2 == 0) {
                oppose(game);
            }
            StackelbergPomdp pomdp =
                    pomdp(
                            game,
                            new MultiplicativeWeights(),
                            episode(120, ResponseRule.CERTIFIED, -1, 0));
            run(pomdp, seed);
            Alone alone = new Alone(game, new MultiplicativeWeights(), 120, seed, 0);
            MostLikelyResponse mostLikely = new MostLikelyResponse(game);
            mostLikely.of(alone.followers.response());
            EmpiricalAverage average = new EmpiricalAverage(game);
            alone.before.forEach(average::add);
            InducedGame induced = InducedGame.of(game, POLICY);
            int best = 0;
            double[] gaps = {
                BcceGap.of(induced, alone.followers.response()),
                BcceGap.of(induced, mostLikely),
                BcceGap.of(induced, average)
            };
            for (int k = 1; k < gaps.length; k++) {
                best = gaps[k] < gaps[best] ? k : best;
            }
            assertThat(pomdp.certificate())
                    .isEqualTo(new Certificate(Candidate.values()[best], 0, true));
            taken[best]++;
        }
        assertThat(taken).doesNotContain(0);
    }

    @Test
    void anEpisodeIsWorthTheSameWhateverCameBefore() {
        for (ResponseRule rule : ResponseRule.values()) {
            if (rule == ResponseRule.AUTO) {
                continue;
            }
            RandomGame game = game(4);
            Episode episode = episode(60, rule, 0.01, 500);
            StackelbergPomdp pomdp = pomdp(game, new MultiplicativeWeights(), episode);
            double first = run(pomdp, 1);
            Certificate certificate = pomdp.certificate();
            run(pomdp, 2);
            assertThat(run(pomdp, 1)).isEqualTo(first);
            assertThat(pomdp.certificate()).isEqualTo(certificate);
        }
    }

    @Test
    void aCertificateSaysHowItWasArrivedAt() {
        assertThat(new Certificate(Candidate.LAST_MIXED, 0, false).words())
                .isEqualTo("the last mixed strategies");
        assertThat(new Certificate(Candidate.LAST_MIXED, 1, false).words())
                .isEqualTo("the last mixed strategies, after one further update");
        assertThat(new Certificate(Candidate.EMPIRICAL_AVERAGE, 12, true).words())
                .isEqualTo(
                        "the empirical average of all updates, after 12 further updates, not"
                                + " certified");
    }
}
