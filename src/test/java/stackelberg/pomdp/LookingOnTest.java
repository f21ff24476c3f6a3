package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.follower.Preparation;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.pomdp.Transcript.Followed;
import stackelberg.pomdp.Transcript.Led;
import stackelberg.pomdp.Transcript.Move;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** Plays that someone looks at are the plays that are made without. */
class LookingOnTest {
    private static final int ENOUGH = 400;

    /** Stops after enough plays, and keeps those that it is shown. */
    private static final class Onlooker implements Watch {
        private final boolean looks;
        private final List<PlayMade> shown = new ArrayList<>();
        private int plays;

        Onlooker(boolean looks) {
            this.looks = looks;
        }

        @Override
        public void play() {
            if (plays++ == ENOUGH) {
                throw new CancellationException("enough");
            }
        }

        @Override
        public int stride() {
            return 1;
        }

        @Override
        public boolean looksOn() {
            return looks;
        }

        @Override
        public void made(PlayMade play) {
            shown.add(play);
        }

        @Override
        public void outerEpisode(double reward) {}
    }

    /** Everything that the leader was asked and paid, and how things stood at the end. */
    private record Course(List<String> heard, long plays, long transitions, String state) {}

    private static Course course(Scenario scenario, Onlooker onlooker) {
        StackelbergPomdp pomdp =
                StackelbergPomdp.of(
                        scenario.game().assemble(), scenario.followers(), scenario.episode());
        List<String> heard = new ArrayList<>();
        LeaderPolicy policy = any(pomdp.game());
        LeaderSeat seat =
                new LeaderSeat() {
                    @Override
                    public double[] act(int observation, boolean keep) {
                        if (keep) {
                            heard.add("at " + observation);
                        }
                        return policy.act(observation);
                    }

                    @Override
                    public void reward(double reward) {
                        heard.add("paid " + reward);
                    }

                    @Override
                    public void end() {
                        heard.add("end");
                    }
                };
        try {
            for (int episode = 0; true; episode++) {
                pomdp.run(seat, new RandomStreams(11), episode, onlooker);
            }
        } catch (CancellationException e) {
            float[] state = new float[pomdp.followers().stateSize()];
            pomdp.followers().describe(state, 0);
            return new Course(heard, pomdp.plays(), pomdp.transitions(), Arrays.toString(state));
        }
    }

    /** Another action at every observation. */
    private static LeaderPolicy any(BaseGame game) {
        return observation -> game.leaderActions().draw(new SplittableRandom(observation));
    }

    static Stream<Path> samples() throws IOException {
        return Files.list(Path.of("sample-scenarios")).filter(LookingOnTest::scenario).sorted();
    }

    /** Studies lie there too; and followers that are trained beforehand are not ready to play. */
    private static boolean scenario(Path file) {
        try {
            Scenario read =
                    file.toString().endsWith(".json") ? ScenarioFile.read(file).scenario() : null;
            return read != null && !Preparation.needed(read.followers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itChangesNothing(Path sample) throws IOException {
        Scenario scenario = ScenarioFile.read(sample).scenario().settled();
        Onlooker without = new Onlooker(false);
        Onlooker with = new Onlooker(true);
        assertThat(course(scenario, with)).isEqualTo(course(scenario, without));
        assertThat(without.shown).isEmpty();
        assertThat(with.shown).hasSize(ENOUGH);
        BaseGame game = scenario.game().assemble();
        for (PlayMade play : with.shown) {
            again(game, play.transcript());
        }
    }

    /** What was shown can be played: every observation is the one that was answered. */
    private static void again(BaseGame game, Transcript transcript) {
        Play play = game.newPlay();
        play.stand(transcript.standing());
        play.begin(transcript.types());
        for (Move move : transcript.moves()) {
            if (move instanceof Led led) {
                assertThat(play.turn()).isEqualTo(Play.Turn.LEADER);
                assertThat(play.leaderObservation()).isEqualTo(led.observation());
                play.leaderActs(led.action());
            } else if (move instanceof Followed followed) {
                assertThat(play.turn()).isEqualTo(Play.Turn.FOLLOWERS);
                play.followersAct(followed.actions());
            }
        }
        assertThat(play.turn()).isEqualTo(Play.Turn.END);
    }
}
