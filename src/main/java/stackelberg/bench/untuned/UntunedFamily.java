package stackelberg.bench.untuned;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import stackelberg.engine.ExactAnswers;
import stackelberg.game.Commitment;
import stackelberg.game.GameFamily;

/**
 * The families of random games. A game is a function of its family, of a seed for all games and of
 * its number, whichever others are drawn.
 */
public enum UntunedFamily {
    PURE("pure", "normal form 2x2 to 5x5, one follower", d -> normalForm(d, Commitment.PURE)),
    RANDOMISED("randomised", "the same, mixed rows", d -> normalForm(d, Commitment.RANDOMISED)),
    BAYESIAN(
            "bayesian",
            "a normal form for each type, one follower, rows or mixed rows",
            TableGames::bayesian),
    BAYESIAN_2(
            "bayesian-2",
            "the same for each type profile of two followers",
            TableGames::bayesianOfTwo),
    MECHANISM_TABLE(
            "mechanism-table", "outcomes after messages of one follower", TableGames::mechanism),
    MECHANISM_TABLE_2("mechanism-table-2", "the same of two followers", TableGames::mechanismOfTwo),
    MATRIX_DESIGN(
            "matrix-design", "transfers to two followers, 2x2 to 3x3", PaymentGames::matrixDesign),
    SECURITY("security", "2-5 targets, 1-3 types of attacker", CoverageAndTaxes::security),
    TAXATION("taxation", "2-3 skills, 1-3 brackets", CoverageAndTaxes::taxation),
    STEERING("steering", "payments towards any cell, 2x2 to 3x3", PaymentGames::steering),
    SIMPLE_ALLOCATION("simple-allocation", "2-4 types, 1-4 messages", MessageGames::allocation),
    SPM("spm", "prices for 2-3 buyers of 2-4 values, correlated", MessageGames::plainPrices),
    MSPM(
            "mspm",
            "prices after 2-3 messages, 2 buyers of 2-4 values, correlated",
            MessageGames::prices),

    PURE_10(
            "pure-10",
            "normal form 10x10, one follower",
            Size.LARGE,
            d -> square(d, 10, Commitment.PURE)),
    PURE_30(
            "pure-30",
            "normal form 30x30, one follower",
            Size.LARGE,
            d -> square(d, 30, Commitment.PURE)),
    RANDOMISED_10(
            "randomised-10",
            "mixed rows, 10x10",
            Size.LARGE,
            d -> square(d, 10, Commitment.RANDOMISED)),
    RANDOMISED_30(
            "randomised-30",
            "mixed rows, 30x30",
            Size.LARGE,
            d -> square(d, 30, Commitment.RANDOMISED)),
    MSPM_5(
            "mspm-5",
            "prices after 2 messages, 2 buyers, 5 uniform values; one game",
            Size.LARGE_AND_SINGLE,
            d -> MessageGames.uniformPrices(5)),
    MSPM_6(
            "mspm-6",
            "the same with 6 values; one game",
            Size.LARGE_AND_SINGLE,
            d -> MessageGames.uniformPrices(6)),
    THREE_BUYERS(
            "three-buyers",
            "prices after 2 messages, 3 buyers of 2-3 values",
            Size.LARGE,
            MessageGames::threeBuyers),
    SECURITY_8(
            "security-8",
            "4 targets, 8 types of attacker",
            Size.LARGE,
            d -> CoverageAndTaxes.security(d, 4, 8)),
    THREE_FOLLOWERS(
            "three-followers",
            "three followers of two types, who act or send messages",
            Size.LARGE,
            TableGames::threeFollowers);

    /** How many games are tried for one with a known optimum. */
    private static final int TRIES = 200;

    private final String word;
    private final String about;
    private final Size size;
    private final Function<Draw, GameFamily> source;

    UntunedFamily(String word, String about, Function<Draw, GameFamily> source) {
        this(word, about, Size.NORMAL, source);
    }

    UntunedFamily(String word, String about, Size size, Function<Draw, GameFamily> source) {
        this.word = word;
        this.about = about;
        this.size = size;
        this.source = source;
    }

    private enum Size {
        NORMAL,
        LARGE,
        /** Large, and there is only one game. */
        LARGE_AND_SINGLE
    }

    private static GameFamily normalForm(Draw draw, Commitment commitment) {
        return TableGames.normalForm(draw, commitment);
    }

    private static GameFamily square(Draw draw, int size, Commitment commitment) {
        return TableGames.normalForm(draw, size, size, commitment);
    }

    /** What a person calls the family. */
    public String word() {
        return word;
    }

    /** What its games are, in a few words. */
    public String about() {
        return about;
    }

    /** Whether its games are so large that their optimum may be unknown. */
    public boolean large() {
        return size != Size.NORMAL;
    }

    /** How many games there are, if so many are asked for. */
    public int games(int asked) {
        return size == Size.LARGE_AND_SINGLE ? 1 : asked;
    }

    /** The family that a person calls this. */
    public static Optional<UntunedFamily> of(String word) {
        return Arrays.stream(values()).filter(family -> family.word.equals(word)).findFirst();
    }

    /** All families that are large, or all that are not. */
    public static List<UntunedFamily> all(boolean large) {
        return Arrays.stream(values()).filter(family -> family.large() == large).toList();
    }

    /**
     * A game of the family. Unless the family is large, games are drawn until the optimum of one is
     * known; which are drawn then still depends on nothing else.
     *
     * @param generator the seed of all games
     * @param number from 1
     */
    public UntunedGame draw(long generator, int number) {
        SplittableRandom ofFamily =
                new SplittableRandom(new SplittableRandom(generator).nextLong() + word.hashCode());
        Draw draw = new Draw(new SplittableRandom(ofFamily.nextLong() + number));
        GameFamily game = source.apply(draw);
        for (int k = 1; k < TRIES && !large() && !ExactAnswers.of(game).exact(); k++) {
            game = source.apply(draw);
        }
        return new UntunedGame(this, number, game, ExactAnswers.of(game).optimum());
    }
}
