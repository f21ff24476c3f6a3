package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.GameFacts;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.oracle.Oracle;
import stackelberg.parameter.Table;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** The population finds what exact methods find, and is the same after a restart. */
class CommitmentSearchTest {
    private static StackelbergPomdp pomdp(BaseGame game) {
        GameFacts facts = GameFacts.of(game);
        MultiplicativeWeights model = new MultiplicativeWeights(Double.NaN).settled(facts);
        Episode episode =
                ((Episode) stackelberg.parameter.Declaration.automatic(new Episode()))
                        .settled(facts, List.of(model));
        return StackelbergPomdp.of(game, List.of(model), episode);
    }

    private static CommitmentSearch search(BaseGame game, long seed) {
        return new CommitmentSearch(pomdp(game), new RandomStreams(seed), new MeanReward());
    }

    /** A normal form of up to five rows and columns without ties. */
    private static NormalForm normalForm(long seed, Commitment commitment) {
        RandomGenerator random = new SplittableRandom(seed);
        int rows = random.nextInt(2, 6);
        int columns = random.nextInt(2, 6);
        double[][][] cells = new double[rows][columns][];
        for (double[][] row : cells) {
            for (int c = 0; c < columns; c++) {
                row[c] = new double[] {random.nextDouble(), random.nextDouble()};
            }
        }
        return new NormalForm(Table.of(cells), commitment, List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void itComesToTheExactOptimumOfRandomGames(long seed) {
        for (Commitment commitment : Commitment.values()) {
            NormalForm form = normalForm(seed, commitment);
            CommitmentSearch search = search(form.assemble(), seed);
            search.search(20_000, Watch.NONE);
            search.decide(Watch.NONE);
            double optimum = Oracle.solve(form.assemble()).optimum();
            assertThat(search.bestWorth()).isCloseTo(optimum, within(0.02 * optimum));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void messagesComeToMeanSomething(long seed) {
        CommitmentSearch search = search(new SimpleAllocation(3, 3), seed);
        search.search(5_000, Watch.NONE);
        assertThat(search.bestWorth()).isCloseTo(1, within(1e-6));
        assertThat(search.over()).isTrue();
        assertThat(search.tried()).isLessThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 700, 3_000})
    void aRestoredSearchGoesOnWithTheSameBits(int tried) throws IOException {
        for (BaseGame game :
                List.of(
                        normalForm(3, Commitment.RANDOMISED).assemble(),
                        new SimpleAllocation(3, 2))) {
            CommitmentSearch whole = search(game, 9);
            whole.search(tried, Watch.NONE);
            CommitmentSearch resumed = search(game, 9);
            resumed.restore(new DataInputStream(new ByteArrayInputStream(saved(whole))));
            assertThat(saved(resumed)).isEqualTo(saved(whole));
            whole.search(400, Watch.NONE);
            resumed.search(400, Watch.NONE);
            whole.decide(Watch.NONE);
            resumed.decide(Watch.NONE);
            assertThat(saved(resumed)).isEqualTo(saved(whole));
            int observations = game.leaderObservations();
            assertThat(IntStream.range(0, observations).mapToObj(o -> resumed.policy().act(o)[0]))
                    .isEqualTo(
                            IntStream.range(0, observations)
                                    .mapToObj(o -> whole.policy().act(o)[0])
                                    .toList());
        }
    }

    private static byte[] saved(CommitmentSearch search) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        search.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
