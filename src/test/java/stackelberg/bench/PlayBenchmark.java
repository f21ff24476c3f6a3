package stackelberg.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import stackelberg.follower.Followers;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.scenario.Scenario;

/** One play of a response phase, and what the followers learn from it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlayBenchmark {
    @Param({
        "escape",
        "maintain-randomised",
        "simple-allocation-3",
        "mspm-uniform-5",
        "bertrand-collusion",
        "iterated-prisoners-dilemma"
    })
    public String sample;

    private ResponseAlgorithm followers;
    private Play play;
    private RandomGenerator random;
    private double[] leaderAction;
    private int[] types;
    private int[] actions;
    private int left;

    @Setup
    public void prepare() {
        Scenario scenario = Samples.read(sample);
        BaseGame game = scenario.game().assemble();
        followers =
                Followers.assemble(scenario.followers(), game, scenario.episode().responsePlays());
        play = game.newPlay();
        random = new SplittableRandom(1);
        leaderAction = new double[game.leaderActions().length()];
        if (game.leaderActions() instanceof ActionSpace.Box box) {
            Arrays.fill(leaderAction, 0.5 * (box.low() + box.high()));
        }
        types = new int[game.followers()];
        actions = new int[game.followers()];
    }

    @Benchmark
    public double play() {
        if (left == 0) {
            followers.reset();
            left = followers.plays();
        }
        left--;
        followers.beginPlay(random, types);
        play.begin(types);
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (turn == Play.Turn.LEADER) {
                play.leaderActs(leaderAction);
            } else {
                followers.beginTurn(play);
                for (int i = 0; i < actions.length; i++) {
                    actions[i] = followers.action(i, play.followerObservation(i));
                }
                play.followersAct(actions);
            }
        }
        followers.endPlay(play);
        return play.leaderReward();
    }
}
