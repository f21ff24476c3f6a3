package stackelberg.workbench.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.QLearning;
import stackelberg.game.BaseGame;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NormalForm;
import stackelberg.game.Play;
import stackelberg.game.PlayEvent;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.SequentialPricing;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.PlayMade;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.Transcript;
import stackelberg.pomdp.Transcript.Followed;
import stackelberg.pomdp.Transcript.Led;
import stackelberg.pomdp.Watch;

class PlayStoryTest {
    private static final double[][] UNKNOWN = new double[0][];
    private static final double[][][] NOTHING = new double[0][][];

    private static Followed followed(int... actions) {
        double[] certain = new double[actions.length];
        java.util.Arrays.fill(certain, 1);
        return new Followed(actions, certain);
    }

    @Test
    void aPlayOfSimpleAllocationIsToldInOrder() {
        Transcript made =
                new Transcript(
                        0, new int[] {2}, List.of(followed(2), new Led(2, new double[] {2})));
        List<PlayEvent> story = PlayStory.tell(new SimpleAllocation(3, 3), made, UNKNOWN, NOTHING);
        assertThat(story)
                .extracting(PlayEvent::kind)
                .containsExactly("Types", "Message", "Leader", "End");
        assertThat(story.get(0).words())
                .startsWith("Nature draws the types: follower wants item")
                .contains("probability 0.33");
        assertThat(story.get(1).words()).contains("chooses message").contains("probability 1");
        assertThat(story.get(2).words()).startsWith("The leader sees message");
        assertThat(story.get(3).words()).contains("leader earns 1").contains("follower gets 1");
    }

    @Test
    void aPlayOfTheTrainingSaysWhatItIsFor() {
        Transcript made =
                new Transcript(
                        0, new int[] {2}, List.of(followed(2), new Led(2, new double[] {2})));
        SimpleAllocation game = new SimpleAllocation(3, 3);
        List<PlayEvent> learned = PlayStory.tell(game, new PlayMade(made, false, 7, 90, 0));
        assertThat(learned.get(0))
                .isEqualTo(
                        new PlayEvent(
                                "Response phase",
                                "Play 7 of 90: the followers learn from it. The leader earns"
                                        + " nothing in it."));
        assertThat(learned.get(2).words()).contains("its strategy would take with probability 1");
        List<PlayEvent> rewarded = PlayStory.tell(game, new PlayMade(made, true, 2, 0, 0.25));
        assertThat(rewarded.get(0).words())
                .isEqualTo(
                        "Play 2: the followers play their response, frozen. It counts 0.25 in the"
                                + " leader's reward.");
        assertThat(rewarded.get(2).words()).contains("its response takes with probability 1");
    }

    @Test
    void aGameWithoutTypesBeginsWithTheLeader() {
        Transcript made =
                new Transcript(0, new int[1], List.of(new Led(0, new double[] {2}), followed(2)));
        List<PlayEvent> story = PlayStory.tell(new NormalForm().assemble(), made, UNKNOWN, NOTHING);
        assertThat(story.get(0).words()).isEqualTo("The leader commits to row 3.");
        assertThat(story).hasSize(3);
    }

    @Test
    void aPlayOfPricesIsTheMessagesThenVisitPricePurchaseUtilityAndLoss() {
        SequentialPriceGame game = new SequentialPricing().assemble();
        for (int profile = 0; profile < game.prior().size(); profile++) {
            List<Transcript.Move> moves = new ArrayList<>();
            Play play = game.newPlay();
            play.begin(game.prior().profile(profile));
            moves.add(followed(0, 0));
            play.followersAct(new int[2]);
            while (play.turn() != Play.Turn.END) {
                double[] action = {1, 0, 0.75};
                moves.add(new Led(play.leaderObservation(), action));
                play.leaderActs(action);
            }
            Transcript made = new Transcript(0, game.prior().profile(profile), moves);
            List<String> kinds =
                    PlayStory.tell(game, made, UNKNOWN, NOTHING).stream()
                            .map(PlayEvent::kind)
                            .toList();
            assertThat(kinds)
                    .startsWith("Types", "Message", "Message", "Visit", "Price")
                    .endsWith("Utility", "Loss", "End");
            assertThat(kinds).containsAnyOf("Buys", "Does not buy");
        }
    }

    /** Followers that act several times a play do so at what they observe, and so it is told. */
    @Test
    void whatIsToldIsWhatTheResponseEarns() {
        BaseGame game = new IteratedMatrix().assemble();
        LeaderPolicy copies =
                observation -> new double[] {observation == 0 ? 0 : (observation - 1) % 2};
        Episode episode = new Episode(5_000, RewardPhase.CYCLE, 100, 1);
        Evaluation evaluation =
                new Evaluator(game, List.of(new QLearning(0.25, 0.95, 1e-3, 0, 0)), episode)
                        .evaluate(copies, new RandomStreams(1), 0, Watch.NONE);
        assertThat(evaluation.plays()).hasSize(10);
        for (Transcript made : evaluation.plays()) {
            Play play = game.newPlay();
            play.begin(made.types());
            for (Transcript.Move move : made.moves()) {
                if (move instanceof Led led) {
                    play.leaderActs(led.action());
                } else if (move instanceof Followed followed) {
                    play.followersAct(followed.actions());
                }
            }
            assertThat(play.leaderReward()).isCloseTo(evaluation.leaderReward(), within(1e-9));
            assertThat(PlayStory.tell(game, made, UNKNOWN, NOTHING))
                    .last()
                    .extracting(PlayEvent::kind)
                    .isEqualTo("End");
            double[][] policy = new double[game.leaderObservations()][];
            java.util.Arrays.setAll(policy, copies::act);
            assertThat(PlayStory.tell(game, made, policy, evaluation.strategies()))
                    .as("before the last step it is expected, then it is known")
                    .anyMatch(event -> event.words().contains("it could have expected"))
                    .anyMatch(event -> event.words().contains("it would have got"));
        }
    }

    @Test
    void whatWouldHaveBeenIsTold() {
        BaseGame game = new NormalForm().assemble();
        Transcript made =
                new Transcript(
                        0,
                        new int[] {0},
                        List.of(
                                new Transcript.Followed(new int[] {0}, new double[] {0.9}),
                                new Transcript.Led(0, new double[] {0})));
        assertThat(PlayStory.tell(game, made, new double[][] {{0}}, NOTHING))
                .anySatisfy(
                        event ->
                                assertThat(event.words())
                                        .contains("Had it chosen column 2, it would have got")
                                        .contains("less"));
    }
}
