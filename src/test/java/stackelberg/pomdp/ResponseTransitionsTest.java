package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.HearsAnswers;
import stackelberg.follower.Lesson;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.follower.Seat;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.Frequencies;
import stackelberg.game.NoIntervention;
import stackelberg.oracle.RandomGame;

/** Each transition of the response phase is kept with the stated probability, whatever else. */
class ResponseTransitionsTest {
    private static final int PLAYS = 60_000;

    /** In a game with one turn of the leader a play: the numbers of the plays kept, from 1. */
    private static final class Keeper implements LeaderSeat {
        final List<Long> kept = new ArrayList<>();
        final double[] always = {0};
        private final StackelbergPomdp pomdp;

        Keeper(StackelbergPomdp pomdp) {
            this.pomdp = pomdp;
        }

        @Override
        public double[] act(int observation, boolean keep) {
            if (keep && pomdp.plays() <= PLAYS) {
                kept.add(pomdp.plays());
            }
            return always;
        }

        @Override
        public void reward(double reward) {
            // Not of interest.
        }

        @Override
        public void end() {
            // Nothing to close.
        }
    }

    private static List<Long> kept(BaseGame game, FollowerModel model, Episode episode) {
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(model), game, episode.responsePlays()),
                        episode);
        Keeper keeper = new Keeper(pomdp);
        pomdp.run(keeper, new RandomStreams(31), 0, Watch.NONE);
        assertThat(pomdp.transitions()).isEqualTo(pomdp.plays()).isGreaterThan(PLAYS);
        return keeper.kept;
    }

    /** Independent trials of one probability: their number, and the gaps between them. */
    private static void assertTrials(List<Long> kept, double probability) {
        Frequencies.assertShare(kept.size(), PLAYS, probability);
        double[] geometric = new double[11];
        double left = 1;
        for (int gap = 0; gap < 10; gap++) {
            geometric[gap] = left * probability;
            left *= 1 - probability;
        }
        geometric[10] = left;
        long[] gaps = new long[11];
        long before = 0;
        for (long play : kept) {
            gaps[(int) Math.min(10, play - before - 1)]++;
            before = play;
        }
        Frequencies.assertDistribution(gaps, geometric);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.2, 0.02})
    void onATableOfPlaysOfTheFollowersOwn(double keep) {
        BaseGame market =
                new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, new NoIntervention())
                        .assemble();
        Episode episode = new Episode(PLAYS, RewardPhase.SAMPLED, 5, keep);
        assertTrials(kept(market, new QLearning(0.15, 0.95, 1e-3, 1, 0), episode), keep);
    }

    /** No play of an update is favoured, though updates are looked up as a whole. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.2, 0.02})
    void onATableOfUpdates(double keep) {
        RandomGame game =
                new RandomGame(new SplittableRandom(5), new int[] {2}, new int[] {4}, 2, 2);
        List<Long> kept =
                kept(
                        game,
                        new MultiplicativeWeights(),
                        new Episode(PLAYS, RewardPhase.SAMPLED, 5, keep));
        assertTrials(kept, keep);
        long[] positions = new long[4];
        kept.forEach(play -> positions[(int) ((play - 1) % 4)]++);
        Frequencies.assertDistribution(positions, new double[] {0.25, 0.25, 0.25, 0.25});
    }

    /** A leader that sees the time may act otherwise in every play: there is no table. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.2, 0.02})
    void playByPlay(double keep) {
        RandomGame game =
                new RandomGame(new SplittableRandom(5), new int[] {2}, new int[] {4}, 2, 2);
        Episode timed =
                new Episode(
                        PLAYS,
                        RewardPhase.SAMPLED,
                        5,
                        keep,
                        false,
                        3,
                        false,
                        false,
                        ResponseRule.LAST_MIXED,
                        0,
                        0,
                        false);
        assertTrials(kept(game, new MultiplicativeWeights(), timed), keep);
    }

    /** Where a play has several turns, they are kept together from a table, else one by one. */
    @Test
    void theTurnsOfAPlay() {
        for (int periods : new int[] {1, 2}) {
            BaseGame game = new SteppedGame(new ActionSpace.Discrete(2));
            Episode episode =
                    new Episode(
                            30_000,
                            RewardPhase.SAMPLED,
                            1,
                            0.3,
                            false,
                            periods,
                            false,
                            false,
                            ResponseRule.LAST_MIXED,
                            0,
                            0,
                            false);
            StackelbergPomdp pomdp =
                    new StackelbergPomdp(
                            game,
                            Followers.assemble(List.of(new MultiplicativeWeights()), game, 30_000),
                            episode);
            RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {0});
            pomdp.run(seat, new RandomStreams(32), 0, seat);
            long[][] later = new long[2][2];
            RecordingSeat.Step before = seat.steps.get(0);
            for (RecordingSeat.Step step : seat.steps) {
                boolean follows = step.play == before.play && step.observation >= 3;
                if (follows && !seat.inRewardPhase(step)) {
                    later[before.kept ? 1 : 0][step.kept ? 1 : 0]++;
                }
                before = step;
            }
            if (periods == 1) {
                assertThat(later[1][0]).isZero();
                assertThat(later[1][1]).isPositive();
            } else {
                Frequencies.assertIndependent(later);
                int turns = (int) (later[0][0] + later[0][1] + later[1][0] + later[1][1]);
                Frequencies.assertShare(later[0][1] + later[1][1], turns, 0.3);
            }
        }
    }

    /** Answers to questions are transitions too. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void theAnswersOfALeaderThatIsAsked(double keep) {
        int questions = 200;
        RandomGame game =
                new RandomGame(
                        new SplittableRandom(6),
                        new int[] {1},
                        new int[] {questions},
                        2,
                        questions);
        Asking asking = new Asking();
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(asking), game, 1),
                        new Episode(1, RewardPhase.SAMPLED, 1, keep));
        RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {o % 2});
        int episodes = 50;
        for (int episode = 0; episode < episodes; episode++) {
            pomdp.run(seat, new RandomStreams(33), episode, seat);
        }
        assertThat(pomdp.transitions()).isEqualTo((long) episodes * (questions + 1));
        assertThat(asking.answers).hasDimensions(questions, 1);
        for (int observation = 0; observation < questions; observation++) {
            assertThat(asking.answers[observation]).containsExactly(observation % 2);
        }
        long kept = 0;
        // A table of plays, which asks the leader too, may be made before the reward phase.
        int asked = seat.steps.size() / episodes;
        for (int t = 0; t < seat.steps.size(); t++) {
            RecordingSeat.Step step = seat.steps.get(t);
            int number = t % asked;
            if (number < questions) {
                assertThat(step.observation).isEqualTo(number);
                kept += step.kept ? 1 : 0;
            } else {
                assertThat(step.kept).isEqualTo(number == asked - 1);
            }
        }
        Frequencies.assertShare(kept, episodes * questions, keep);
    }

    /** Asks what the leader would do, and always takes the first action. */
    private static final class Asking implements FollowerModel, HearsAnswers {
        double[][] answers = new double[0][];

        @Override
        public Lesson lesson() {
            return Lesson.QUERIES;
        }

        @Override
        public Seat seat(BaseGame game, int follower) {
            return this;
        }

        @Override
        public void hear(double[][] heard) {
            answers = heard;
        }

        @Override
        public void reset() {
            // It knows nothing beforehand.
        }

        @Override
        public double[] strategy(int type) {
            double[] first = new double[200];
            first[0] = 1;
            return first;
        }

        @Override
        public int stateSize() {
            return 0;
        }

        @Override
        public void describe(float[] into, int at) {
            // Nothing to tell.
        }

        @Override
        public void save(DataOutput out) {
            // Nothing to keep.
        }

        @Override
        public void restore(DataInput in) {
            // Nothing was kept.
        }
    }
}
