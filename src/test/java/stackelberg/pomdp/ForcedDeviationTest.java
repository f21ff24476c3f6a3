package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Followers;
import stackelberg.follower.QLearning;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.DynamicProminence;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NoIntervention;
import stackelberg.game.PlatformGame;
import stackelberg.game.PlatformRule;
import stackelberg.game.Play;
import stackelberg.game.Plays;

/** A forced cut against the game played again, from where the sellers stand. */
class ForcedDeviationTest {
    private static final LeaderPolicy ONLY = observation -> new double[] {0};

    private static PlatformGame market(PlatformRule rule) {
        return new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, rule).assemble();
    }

    private static StackelbergPomdp trained(PlatformGame game, long seed) {
        Episode episode = new Episode(700, RewardPhase.SAMPLED, 3, 0);
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(
                                List.of(new QLearning(0.15, 0.95, 1e-3, 1, 0)), game, 700),
                        episode);
        pomdp.run(LeaderSeat.committed(ONLY), new RandomStreams(seed), 0, Watch.NONE);
        return pomdp;
    }

    /** The payoffs of these plays, one after the other. */
    private static double[][] payoffs(PlatformGame game, int standing, int[]... actions) {
        Play play = game.newPlay();
        play.stand(standing);
        double[][] payoffs = new double[actions.length][2];
        for (int k = 0; k < actions.length; k++) {
            Plays.run(play, new int[2], actions[k], ONLY);
            payoffs[k][0] = play.payoff(0);
            payoffs[k][1] = play.payoff(1);
        }
        return payoffs;
    }

    /** Either course is one of real plays; the cut pays best of all cuts in its play. */
    @Test
    void aForcedCutIsTheBestPayingOneAndAllGoOnFromIt() {
        int happened = 0;
        for (PlatformRule rule : List.of(new NoIntervention(), new DynamicProminence())) {
            PlatformGame game = market(rule);
            for (long seed = 0; seed < 20; seed++) {
                StackelbergPomdp pomdp = trained(game, seed);
                int standing = pomdp.standing();
                for (int seller = 0; seller < 2; seller++) {
                    ForcedDeviation course =
                            ForcedDeviation.of(game, ONLY, pomdp.response(), standing, seller, 6);
                    assertThat(payoffs(game, standing, course.usual()))
                            .isDeepEqualTo(course.usualPayoffs());
                    assertThat(payoffs(game, standing, course.actions()))
                            .isDeepEqualTo(course.payoffs());
                    assertReplies(pomdp, course);
                    double best = Double.NEGATIVE_INFINITY;
                    for (int cut = 0; cut < course.usual()[0][seller]; cut++) {
                        int[] tried = course.usual()[0].clone();
                        tried[seller] = cut;
                        best = Math.max(best, payoffs(game, standing, tried)[0][seller]);
                    }
                    assertThat(course.happened()).isEqualTo(course.usual()[0][seller] > 0);
                    if (course.happened()) {
                        happened++;
                        assertThat(course.actions()[0][seller])
                                .isLessThan(course.usual()[0][seller]);
                        assertThat(course.payoffs()[0][seller]).isEqualTo(best);
                    }
                }
            }
        }
        assertThat(happened).isPositive();
    }

    /** From the second play on everyone does what it has learned to do after the one before. */
    private static void assertReplies(StackelbergPomdp pomdp, ForcedDeviation course) {
        long memory = pomdp.response().memory();
        for (int[][] actions : List.of(course.usual(), course.actions())) {
            for (int k = 1; k < actions.length; k++) {
                pomdp.response().remember(actions[k - 1]);
                for (int i = 0; i < 2; i++) {
                    assertThat(pomdp.response().strategy(i, 0)[actions[k][i]]).isEqualTo(1);
                }
            }
        }
        pomdp.response().recall(memory);
        for (int i = 0; i < 2; i++) {
            assertThat(pomdp.response().strategy(i, 0)[course.usual()[0][i]]).isEqualTo(1);
        }
    }
}
