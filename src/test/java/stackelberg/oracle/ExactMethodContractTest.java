package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFamily;
import stackelberg.game.RandomPricing;
import stackelberg.parameter.Family;
import stackelberg.parameter.Services;

/** What every registered exact method must do, whatever game it is asked about. */
class ExactMethodContractTest {
    static Stream<ExactMethod> methods() {
        return Services.of(ExactMethod.class).stream();
    }

    /** Every registered game, and some random ones of few followers, types and actions. */
    private static List<BaseGame> games() {
        List<BaseGame> games = new ArrayList<>();
        for (Object family : Family.of(GameFamily.class).registered()) {
            games.add(((GameFamily) family).assemble());
        }
        SplittableRandom random = new SplittableRandom(81);
        for (int k = 0; k < 12; k++) {
            int followers = 1 + k % 2;
            int[] types = random.ints(followers, 1, 3).toArray();
            int[] actions = random.ints(followers, 2, 4).toArray();
            games.add(new RandomGame(random, types, actions, 1 + k % 3, 1 + k % 2));
        }
        return games;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itFitsOrSaysWhyNotAndAnswersTheSameTwice(ExactMethod method) {
        assertThat(method.name()).isNotBlank();
        for (BaseGame game : games()) {
            Optional<String> obstacle = method.obstacle(game);
            assertThat(method.obstacle(game)).isEqualTo(obstacle);
            if (obstacle.isPresent()) {
                assertThat(obstacle.get()).isNotBlank().doesNotEndWith(".");
                continue;
            }
            Answer answer = method.solve(game);
            Answer again = method.solve(game, Progress.NONE);
            // Branch and bound may find the last digits in another order.
            same(again.optimum(), answer.optimum());
            same(again.lower(), answer.lower());
            same(again.upper(), answer.upper());
            assertThat(again.mechanism().length).isEqualTo(answer.mechanism().length);
            assertThat(answer.method()).isNotBlank();
            check(game, answer);
        }
    }

    /** Where no method is exact, the answer leaves as little open as any. */
    @Test
    void theAnswerIsTheClosestThatAnyMethodHas() {
        SplittableRandom random = new SplittableRandom(82);
        int bounds = 0;
        for (int k = 0; k < 12; k++) {
            BaseGame game = RandomPricing.of(random, 2 + k % 2, 2, 2, 1).assemble();
            List<Answer> answers =
                    methods()
                            .filter(method -> method.obstacle(game).isEmpty())
                            .map(method -> method.solve(game))
                            .toList();
            Answer answer = Oracle.solve(game);
            if (answers.stream().anyMatch(Answer::exact)) {
                assertThat(answer.exact()).isTrue();
                continue;
            }
            bounds++;
            double least =
                    answers.stream()
                            .mapToDouble(one -> one.upper() - one.lower())
                            .filter(open -> !Double.isNaN(open))
                            .min()
                            .orElseThrow();
            assertThat(answer.upper() - answer.lower()).isCloseTo(least, within(1e-9));
        }
        assertThat(bounds).isPositive();
    }

    private static void same(double one, double other) {
        if (Double.isNaN(other)) {
            assertThat(one).isNaN();
        } else {
            assertThat(one).isCloseTo(other, within(1e-9));
        }
    }

    private static void check(BaseGame game, Answer answer) {
        if (!Double.isNaN(answer.lower()) && !Double.isNaN(answer.upper())) {
            assertThat(answer.lower()).isLessThanOrEqualTo(answer.upper() + 1e-9);
        }
        if (!answer.exact()) {
            assertThat(answer.mechanism()).isEmpty();
            return;
        }
        assertThat(answer.optimum()).isFinite();
        assertThat(answer.upper()).isGreaterThanOrEqualTo(answer.optimum() - 1e-9);
        assertThat(answer.lower()).isLessThanOrEqualTo(answer.optimum() + 1e-9);
        assertThat(answer.commitment()).isNotBlank();
        assertThat(answer.mechanism()).hasNumberOfRows(game.leaderObservations());
        for (double[] row : answer.mechanism()) {
            assertThat(row.length).isIn(0, game.meaningNames().length);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoWatchesItMayGiveUp(ExactMethod method) {
        for (BaseGame game : games()) {
            if (method.obstacle(game).isPresent()) {
                continue;
            }
            double[] furthest = {0};
            int[] calls = {0};
            Progress once =
                    share -> {
                        assertThat(share).isBetween(0.0, 1.0);
                        furthest[0] = Math.max(furthest[0], share);
                        if (++calls[0] == 2) {
                            throw new CancellationException("given up");
                        }
                    };
            boolean gaveUp = false;
            try {
                method.solve(game, once);
            } catch (CancellationException e) {
                gaveUp = true;
            }
            assertThat(gaveUp).isEqualTo(calls[0] >= 2);
        }
    }

    /**
     * Two methods that both fit a game agree on it, or the bounds of one hold the other's answer.
     */
    @ParameterizedTest
    @MethodSource("methods")
    void whereTwoMethodsFitTheyAgree(ExactMethod method) {
        for (BaseGame game : games()) {
            if (method.obstacle(game).isPresent()) {
                continue;
            }
            Answer own = method.solve(game);
            for (ExactMethod other : methods().toList()) {
                if (other.obstacle(game).isPresent()) {
                    continue;
                }
                Answer theirs = other.solve(game);
                if (own.exact() && theirs.exact()) {
                    assertThat(own.optimum())
                            .as(method.name() + " and " + other.name())
                            .isCloseTo(theirs.optimum(), within(1e-6));
                } else if (own.exact()) {
                    assertThat(own.optimum())
                            .as(other.name())
                            .isLessThanOrEqualTo(
                                    Double.isNaN(theirs.upper())
                                            ? Double.POSITIVE_INFINITY
                                            : theirs.upper() + 1e-6);
                }
            }
        }
    }
}
