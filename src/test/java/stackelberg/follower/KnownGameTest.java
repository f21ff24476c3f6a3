package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.Commitment;
import stackelberg.game.DynamicProminence;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.JointIndex;
import stackelberg.game.MechanismTable;
import stackelberg.game.NormalForm;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/** What is known of an induced game after its plays, and where a lesson cannot be given. */
class KnownGameTest {
    private static final int[] TYPES = {2, 2, 1};
    private static final int[] ACTIONS = {2, 3, 2};

    /** Expectations over others' types and actions, against summing over all of them at once. */
    @Test
    void whatAnActionIsWorthIsTheExpectationOverTheProfilesThatAreKnown() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 20; trial++) {
            RandomGame game = new RandomGame(random, TYPES, ACTIONS, 1, 1);
            double[][][] strategies = new double[3][][];
            for (int i = 0; i < 3; i++) {
                strategies[i] = new double[TYPES[i]][ACTIONS[i]];
                for (double[] strategy : strategies[i]) {
                    // Pure now and then: an action that is never taken weighs nothing.
                    strategy[0] = random.nextBoolean() ? 1 : 0.25;
                    strategy[ACTIONS[i] - 1] += 1 - strategy[0];
                }
            }
            KnownGame known = new KnownGame(game);
            assertThat(known.complete()).isFalse();
            int learned = trial % 3 == 0 ? 1 : game.prior().size();
            for (int profile = 0; profile < learned; profile++) {
                teach(known, game, profile);
            }
            assertThat(known.complete()).isEqualTo(learned == game.prior().size());
            for (int i = 0; i < 3; i++) {
                for (int type = 0; type < TYPES[i]; type++) {
                    double[] payoffs = new double[ACTIONS[i]];
                    double[] rewards = new double[ACTIONS[i]];
                    known.payoffs(i, type, (j, t) -> strategies[j][t], payoffs);
                    known.leaderRewards(i, type, (j, t) -> strategies[j][t], rewards);
                    assertThat(payoffs)
                            .containsExactly(
                                    mean(game, 1 + i, i, type, learned, strategies), within(1e-12));
                    assertThat(rewards)
                            .containsExactly(
                                    mean(game, 0, i, type, learned, strategies), within(1e-12));
                }
            }
            known.forget();
            assertThat(known.complete()).isFalse();
            double[] nothing = {7, 7};
            known.payoffs(0, 0, (j, t) -> strategies[j][t], nothing);
            assertThat(nothing).containsExactly(0, 0);
        }
    }

    private static void teach(KnownGame known, RandomGame game, int profile) {
        int number = JointIndex.encode(game.prior().profile(profile), TYPES);
        for (int joint = 0; joint < 12; joint++) {
            known.note(profile, joint, game.payoffs[0][number][joint][0]);
            for (int i = 0; i < 3; i++) {
                known.note(i, profile, joint, game.payoffs[1 + i][number][joint][0]);
            }
        }
        known.visited(profile);
        known.visited(profile);
    }

    private static double[] mean(
            RandomGame game, int player, int i, int type, int learned, double[][][] strategies) {
        double[] sums = new double[ACTIONS[i]];
        double weight = 0;
        for (int profile = 0; profile < learned; profile++) {
            int[] types = game.prior().profile(profile);
            if (types[i] != type) {
                continue;
            }
            weight += game.prior().probability(profile);
            for (int joint = 0; joint < 12; joint++) {
                int[] actions = JointIndex.decode(joint, ACTIONS);
                double chance = game.prior().probability(profile);
                for (int j = 0; j < 3; j++) {
                    chance *= j == i ? 1 : strategies[j][types[j]][actions[j]];
                }
                sums[actions[i]] +=
                        chance * game.payoffs[player][JointIndex.encode(types, TYPES)][joint][0];
            }
        }
        for (int a = 0; a < sums.length; a++) {
            sums[a] = weight > 0 ? sums[a] / weight : 0;
        }
        return sums;
    }

    @Test
    void aLessonIsNotGivenWhereFollowersActOnWhatTheySee() {
        BaseGame dilemma = new IteratedMatrix().assemble();
        for (Lesson lesson : List.of(Lesson.COMMITMENT, Lesson.SWEEP, Lesson.DEVIATIONS)) {
            assertThat(faults(lesson, dilemma))
                    .containsExactly(
                            "$: it chooses one action a play, but follower of this game acts on"
                                    + " what it observes during a play. Choose Q-learning.");
            assertThat(faults(lesson, new NormalForm().assemble())).isEmpty();
        }
        Faults whole = new Faults();
        Followers.check(List.of(new RegretMatching()), dilemma, 100, whole.at("followers"), whole);
        assertThat(whole.list())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("$.followers[0]"));
        assertThat(faults(Lesson.OWN_PLAYS, dilemma)).isEmpty();
        assertThat(faults(Lesson.QUERIES, dilemma)).isEmpty();
    }

    @Test
    void aResponseToTheCommitmentIsToOnePlayByItself() {
        BaseGame incumbent =
                new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, new DynamicProminence())
                        .assemble();
        for (Lesson lesson : List.of(Lesson.COMMITMENT, Lesson.QUERIES)) {
            assertThat(faults(lesson, incumbent))
                    .containsExactly(
                            "$: it responds to a play by itself, but in this game one play has a"
                                    + " bearing on the next. Choose Q-learning, or a rule without"
                                    + " a memory.");
        }
        assertThat(faults(Lesson.SWEEP, incumbent)).isEmpty();
    }

    /** A million cases may be tabulated, and 4,096 numbers be told. */
    @Test
    void lessonsHaveLimits() {
        assertThat(faults(Lesson.COMMITMENT, columns(1_000_000))).isEmpty();
        assertThat(faults(Lesson.COMMITMENT, columns(1_000_001)))
                .containsExactly(
                        "$: it would have to see 1000001 cases of types and actions, more than"
                                + " 1,000,000. Choose Q-learning, or fewer types or actions.");
        assertThat(faults(Lesson.QUERIES, messages(1024))).isEmpty();
        assertThat(faults(Lesson.QUERIES, messages(1025)))
                .containsExactly(
                        "$: the leader's answers would be 4100 numbers, more than 4,096. Choose"
                                + " Q-learning, or a leader with fewer observations or actions.");
    }

    private static BaseGame columns(int count) {
        double[][][] cells = new double[1][count][2];
        cells[0][0][0] = 1;
        return new NormalForm(Table.of(cells), Commitment.PURE, List.of()).assemble();
    }

    /** Four outcomes after so many messages. */
    private static BaseGame messages(int count) {
        return new MechanismTable(
                        Table.of(new double[][][] {{{1, 0}, {0, 1}, {0, 0}, {1, 1}}}),
                        Table.of(new double[][][] {{{1}}}),
                        List.of(1),
                        List.of(count))
                .assemble();
    }

    private static List<String> faults(Lesson lesson, BaseGame game) {
        Faults faults = new Faults();
        lesson.check(game, 0, faults);
        return faults.list().stream().map(Object::toString).toList();
    }

    @Test
    void lessonsAreSaidInWords() {
        assertThat(Lesson.QUERIES.words()).isEqualTo("the leader's answers to queries");
        assertThat(Lesson.QUERIES.ear()).isEqualTo(HearsAnswers.class);
        assertThat(Lesson.SWEEP.ear()).isEqualTo(HearsPayoffs.class);
    }
}
