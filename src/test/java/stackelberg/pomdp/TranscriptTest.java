package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.follower.QLearning;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.DynamicProminence;
import stackelberg.game.Frequencies;
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.PlatformGame;
import stackelberg.game.Play;
import stackelberg.game.Plays;
import stackelberg.oracle.RandomGame;
import stackelberg.pomdp.Transcript.Followed;
import stackelberg.pomdp.Transcript.Led;

/** Recorded plays against the probabilities they were drawn by, and played again. */
class TranscriptTest {
    @Test
    void playsAreDrawnFromThePriorAndTheResponse() {
        RandomGame game =
                new RandomGame(new SplittableRandom(1), new int[] {2, 2}, new int[] {2, 3}, 2, 4);
        Snapshot response = Snapshot.random(game, new SplittableRandom(2));
        int count = 20_000;
        List<Transcript> plays =
                Transcript.of(
                        game,
                        o -> new double[] {o % 2},
                        response,
                        0,
                        count,
                        new SplittableRandom(3));
        assertThat(plays).hasSize(count);
        int profiles = game.prior().size();
        long[] seen = new long[profiles * 6];
        double[] expected = new double[seen.length];
        for (int k = 0; k < seen.length; k++) {
            expected[k] =
                    game.prior().probability(k / 6)
                            * response.probability(
                                    game.prior().profile(k / 6), new int[] {k % 6 / 3, k % 3});
        }
        for (Transcript play : plays) {
            Followed followed = (Followed) play.moves().get(0);
            Led led = (Led) play.moves().get(1);
            int joint = JointIndex.encode(followed.actions(), new int[] {2, 3});
            assertThat(led.observation()).isEqualTo(joint % 4);
            assertThat(led.action()).containsExactly(joint % 4 % 2);
            for (int i = 0; i < 2; i++) {
                assertThat(followed.probabilities()[i])
                        .isEqualTo(response.strategy(i, play.types()[i])[followed.actions()[i]]);
            }
            int profile = 0;
            while (!java.util.Arrays.equals(play.types(), game.prior().profile(profile))) {
                profile++;
            }
            seen[profile * 6 + joint]++;
        }
        Frequencies.assertDistribution(seen, expected);
    }

    private static PlatformGame market() {
        return new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, new DynamicProminence())
                .assemble();
    }

    private static final LeaderPolicy ONLY = observation -> new double[] {0};

    /** Sellers that remember: each play begins where the one before has left things. */
    @Test
    void playsFollowOneAnotherAndLeaveNoTrace() {
        PlatformGame game = market();
        for (long seed = 0; seed < 5; seed++) {
            Evaluator evaluator =
                    new Evaluator(
                            game,
                            List.of(new QLearning(0.15, 0.95, 1e-3, 1, 0)),
                            new Episode(500, RewardPhase.SAMPLED, 3, 0));
            List<Transcript> plays =
                    evaluator.evaluate(ONLY, new RandomStreams(seed), 0, Watch.NONE).plays();
            assertThat(plays).hasSize(10);
            Play again = game.newPlay();
            for (int k = 0; k < 10; k++) {
                Transcript play = plays.get(k);
                again.stand(play.standing());
                Plays.run(again, play.types(), ((Followed) play.moves().get(0)).actions(), ONLY);
                if (k < 9) {
                    assertThat(plays.get(k + 1).standing()).isEqualTo(again.standing());
                }
            }
            // Had the response forgotten where it stands, its usual course would be another.
            int[][] usual = evaluator.deviate(ONLY, 0, 10).usual();
            for (int k = 0; k < 10; k++) {
                assertThat(((Followed) plays.get(k).moves().get(0)).actions())
                        .containsExactly(usual[k]);
            }
        }
    }
}
