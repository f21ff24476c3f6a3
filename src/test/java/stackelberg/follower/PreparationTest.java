package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.NormalForm;
import stackelberg.game.OrdinalGame;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/** What is trained before a run: for whom, under which name, and whether it still belongs. */
class PreparationTest {
    private static final InverseRl PERSON = person(20);
    private static final MetaResponse META = new MetaResponse(0.01, 2, 2, 2, 0, 2);

    private static InverseRl person(int first) {
        return new InverseRl(
                List.of("action,count", "1," + first, "2,10"), InverseRl.Likes.ACTIONS, 0);
    }

    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(7), new int[] {1, 1}, new int[] {2, 2}, 2, 1);
    }

    /** Notes the names asked for; trains at once. */
    private static final class Notes implements Preparation.Shelf {
        final List<String> names = new ArrayList<>();
        final List<String> prints = new ArrayList<>();

        @Override
        public Artefact get(
                String name, String fingerprint, java.util.function.Supplier<Artefact> training) {
            names.add(name);
            prints.add(fingerprint);
            return training.get();
        }
    }

    @Test
    void aModelForAllIsTrainedForEachUnlessOnceIsEnough() throws IOException {
        Notes notes = new Notes();
        List<Double> shares = new ArrayList<>();
        List<FollowerModel> ready = Preparation.ready(List.of(PERSON), game(), notes, shares::add);
        assertThat(notes.names).containsExactly("inverse-rl-1", "inverse-rl-2");
        assertThat(notes.prints)
                .containsExactly(
                        Fingerprint.of(PERSON, game(), 0), Fingerprint.of(PERSON, game(), 1));
        assertThat(shares).isSorted();
        assertThat(shares.get(0)).isZero();
        assertThat(shares).contains(0.5).allMatch(share -> share >= 0 && share <= 1);
        assertThat(Preparation.findings(ready, 1).rows()).hasSize(1);
        Notes once = new Notes();
        Preparation.ready(List.of(META), game(), once, share -> {});
        assertThat(once.names).containsExactly("meta-response-1");
        Notes apart = new Notes();
        List<FollowerModel> mixed =
                Preparation.ready(
                        List.of(new RegretMatching(), PERSON), game(), apart, share -> {});
        assertThat(apart.names).containsExactly("inverse-rl-2");
        assertThat(mixed.get(0)).isEqualTo(new RegretMatching());
        assertThat(Preparation.findings(mixed, 0)).isEqualTo(Artefact.Findings.NONE);
        assertThat(Preparation.findings(mixed, 1).rows().get(0).name()).isEqualTo("action 2");
    }

    @Test
    void whatIsReadyBehavesAsItsModel() throws IOException {
        List<FollowerModel> ready =
                Preparation.ready(List.of(PERSON), game(), new Notes(), share -> {});
        FollowerModel prepared = ready.get(0);
        assertThat(prepared.lesson()).isEqualTo(Lesson.OWN_PLAYS);
        assertThat(prepared.seeksBestResponse()).isFalse();
        assertThat(prepared.remembers(game())).isFalse();
        assertThat(prepared.remembers(new IteratedMatrix().assemble()))
                .as("it sees something within a play")
                .isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(prepared.seat(game(), i).strategy(0)[0])
                    .isCloseTo(2 / 3.0, org.assertj.core.api.Assertions.within(1e-9));
        }
        Faults faults = new Faults();
        prepared.check(
                new RandomGame(new SplittableRandom(7), new int[] {1}, new int[] {1}, 1, 1),
                0,
                faults);
        assertThat(faults.list()).as("one action alone").isNotEmpty();
        FollowerModel meta =
                Preparation.ready(List.of(META), game(), new Notes(), share -> {}).get(0);
        assertThat(meta.lesson()).isEqualTo(Lesson.QUERIES);
        assertThat(meta.seeksBestResponse()).isTrue();
        assertThat(meta.seat(game(), 1).strategy(0)).hasSize(2);
        assertThat(Preparation.needed(List.of(new RegretMatching(), META))).isTrue();
        assertThat(Preparation.needed(List.of(new RegretMatching()))).isFalse();
    }

    /** 64 hexadecimal digits that change with whatever the artefact depends on. */
    @Test
    void aFingerprintIsThatOfAModelAGameAndAFollower() {
        String print = Fingerprint.of(PERSON, game(), 0);
        assertThat(print).matches("[0-9a-f]{64}");
        assertThat(Fingerprint.of(person(20), game(), 0)).isEqualTo(print);
        List<String> all = new ArrayList<>(List.of(print));
        all.add(Fingerprint.of(person(21), game(), 0));
        all.add(Fingerprint.of(PERSON, game(), 1));
        RandomGame dearer = game();
        dearer.payoffs[2][0][3][1] += 1e-9;
        all.add(Fingerprint.of(PERSON, dearer, 0));
        RandomGame better = game();
        better.payoffs[0][0][0][0] += 1e-9;
        all.add(Fingerprint.of(PERSON, better, 0));
        all.add(
                Fingerprint.of(
                        PERSON,
                        new RandomGame(
                                new SplittableRandom(7), new int[] {2, 1}, new int[] {2, 2}, 2, 1),
                        0));
        assertThat(all).doesNotHaveDuplicates();
    }

    /** Sizes count even where no payoff tells: more actions, observations or types of the same. */
    @Test
    void sizesAndProbabilitiesCountWherePayoffsAreAllEqual() {
        List<String> all = new ArrayList<>();
        all.add(Fingerprint.of(PERSON, equal(1, 2, 1), 0));
        all.add(Fingerprint.of(PERSON, equal(1, 3, 1), 0));
        all.add(Fingerprint.of(PERSON, equal(1, 2, 2), 0));
        all.add(Fingerprint.of(PERSON, equal(2, 2, 1), 0));
        RandomGame other =
                new RandomGame(new SplittableRandom(8), new int[] {2}, new int[] {2}, 2, 1);
        flatten(other);
        all.add(Fingerprint.of(PERSON, other, 0));
        assertThat(all).doesNotHaveDuplicates();
    }

    private static RandomGame equal(int types, int actions, int observations) {
        RandomGame game =
                new RandomGame(
                        new SplittableRandom(1),
                        new int[] {types},
                        new int[] {actions},
                        2,
                        observations);
        flatten(game);
        return game;
    }

    private static void flatten(RandomGame game) {
        for (double[][][] player : game.payoffs) {
            for (double[][] profile : player) {
                for (double[] joint : profile) {
                    java.util.Arrays.fill(joint, 1);
                }
            }
        }
    }

    /** The dilemma by name is the dilemma by its table. */
    @Test
    void wordsDoNotCount() {
        BaseGame named = new OrdinalGame().assemble();
        Table payoffs = OrdinalGame.Name.PRISONERS_DILEMMA.payoffs();
        BaseGame plain = new NormalForm(payoffs, Commitment.RANDOMISED, List.of()).assemble();
        assertThat(Fingerprint.of(PERSON, plain, 0)).isEqualTo(Fingerprint.of(PERSON, named, 0));
    }
}
