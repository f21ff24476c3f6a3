package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.parameter.Family;

/**
 * A few plays of every registered game, told turn by turn, as they were when they were looked
 * through: a change of a game's rules or words shows here first. Run with {@code
 * -Dtranscripts.write=true} to write them anew after a change that was meant.
 */
class GoldenTranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    static Stream<GameFamily> games() {
        return Family.of(GameFamily.class).registered().stream().map(GameFamily.class::cast);
    }

    @ParameterizedTest
    @MethodSource("games")
    void playsAreToldAsTheyWere(GameFamily family) throws IOException {
        Path file = FOLDER.resolve(Family.about(family).type() + ".txt");
        String told = told(family.assemble());
        if (Boolean.getBoolean("transcripts.write")) {
            Files.writeString(file, told);
        }
        String golden = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertThat(told).isEqualTo(golden);
    }

    private static String told(BaseGame game) {
        StringBuilder text = new StringBuilder();
        Play play = game.newPlay();
        play.stand(0);
        for (int number = 1; number <= 4; number++) {
            RandomGenerator random = new SplittableRandom(number);
            int[] types = game.prior().profile(random.nextInt(game.prior().size()));
            text.append("play ").append(number).append('\n');
            for (int i = 0; i < types.length; i++) {
                say(text, game.followerName(i) + " is " + game.typeName(i, types[i]));
            }
            Plays.run(play, types, new Told(game, random, text));
            say(text, "standing " + play.standing());
            say(text, "leader " + number(play.leaderReward()));
            for (int i = 0; i < types.length; i++) {
                say(text, game.followerName(i) + " " + number(play.payoff(i)));
            }
            double[] outcome = new double[game.outcomeNames().length];
            play.outcome(outcome);
            for (int k = 0; k < outcome.length; k++) {
                say(text, game.outcomeNames()[k] + " " + number(outcome[k]));
            }
        }
        return text.toString();
    }

    private static void say(StringBuilder text, String line) {
        text.append("  ").append(line).append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.10g", value);
    }

    /** Acts at random and tells every turn. */
    private static final class Told implements Plays.Sides {
        private final BaseGame game;
        private final RandomGenerator random;
        private final StringBuilder text;
        private final int[] actions;

        Told(BaseGame game, RandomGenerator random, StringBuilder text) {
            this.game = game;
            this.random = random;
            this.text = text;
            this.actions = new int[game.followers()];
        }

        @Override
        public double[] leads(Play play) {
            int observation = play.leaderObservation();
            double[] action = game.leaderActions().draw(random);
            double[] meaning = game.meaning(observation, action);
            say(
                    text,
                    "leader at "
                            + game.leaderObservationName(observation)
                            + ": "
                            + game.leaderActionName(observation, meaning));
            for (PlayEvent event : game.chosen(observation, meaning)) {
                say(text, "  " + event);
            }
            return action;
        }

        @Override
        public int[] follow(Play play) {
            for (int i = 0; i < actions.length; i++) {
                actions[i] = random.nextInt(game.actions(i));
                say(
                        text,
                        game.followerName(i)
                                + " at "
                                + play.followerObservation(i)
                                + ": "
                                + game.actionName(i, actions[i]));
            }
            return actions;
        }
    }
}
