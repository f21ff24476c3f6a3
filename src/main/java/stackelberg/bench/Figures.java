package stackelberg.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import stackelberg.bench.Figure.Scale;
import stackelberg.follower.FollowerModel;
import stackelberg.network.BackEnd;
import stackelberg.parameter.Family;
import stackelberg.scenario.Scenario;

/** What {@code bench} measures. */
public final class Figures {
    private static final List<String> PLAYED =
            List.of(
                    "escape",
                    "simple-allocation-3",
                    "mspm-uniform-5",
                    "iterated-prisoners-dilemma");

    private static final List<String> TRAINED =
            List.of("bench-reference", "bench-simple-allocation-3", "bench-mspm-uniform-5");

    private static final List<String> UPDATED = List.of("escape", "mspm-uniform-5");

    /** Follower models with networks. */
    private static final List<String> NETWORKS = List.of("deep-q-learning", "maddpg");

    private static final int[] BATCHES = {1, 64, 256, 2048, 16384};

    /** Hidden units of the networks that are measured. */
    private static final int UNITS = 64;

    /** Hidden units and batches between which the choice of a back end falls. */
    private static final int[] WIDE = {128, 256};

    private static final int[] LARGE = {64, 256, 1024, 4096};

    private Figures() {}

    /** What is measured of one scenario. */
    public static List<Figure> of(Scenario scenario) {
        return List.of(
                new Figure(
                        "transition with its updates, " + scenario.title(),
                        Scale.PER_SECOND,
                        () -> new TrainingWork(scenario)),
                new Figure(
                        "play, " + scenario.title(),
                        Scale.PER_SECOND,
                        () -> ResponseWork.plays(scenario)),
                new Figure(
                        "outer episode, " + scenario.title(),
                        Scale.MICROSECONDS,
                        () -> ResponseWork.episodes(scenario)));
    }

    /** A sample with followers of a registered type instead of its own. */
    private static Scenario with(String type, String sample) {
        Object model = Family.of(FollowerModel.class).member(type).orElseThrow();
        return Samples.read(sample).withFollowers(List.of((FollowerModel) model)).settled();
    }

    private static List<BackEnd> usable() {
        return Stream.of(BackEnd.values()).filter(BackEnd::usable).toList();
    }

    /** What is measured of the program, in the order of the table. */
    public static List<Figure> standard() {
        List<Figure> all = new ArrayList<>();
        for (String sample : TRAINED) {
            all.add(
                    new Figure(
                            "transition with its updates, " + sample,
                            Scale.PER_SECOND,
                            () -> new TrainingWork(Samples.read(sample))));
        }
        if (BackEnd.java() != BackEnd.PLAIN) {
            for (String sample : TRAINED) {
                all.add(
                        new Figure(
                                "the same in plain Java, " + sample,
                                Scale.PER_SECOND,
                                () ->
                                        BackEnd.PLAIN.instead(
                                                () -> new TrainingWork(Samples.read(sample)))));
            }
        }
        for (String sample : PLAYED) {
            all.add(
                    new Figure(
                            "play, " + sample,
                            Scale.PER_SECOND,
                            () -> ResponseWork.plays(Samples.read(sample))));
        }
        all.add(
                new Figure(
                        "Q-learning play, bertrand-collusion",
                        Scale.NANOSECONDS,
                        () -> ResponseWork.plays(Samples.read("bertrand-collusion"))));
        for (String type : NETWORKS) {
            all.add(
                    new Figure(
                            type + " play, bertrand-collusion",
                            Scale.PER_SECOND,
                            () -> ResponseWork.plays(with(type, "bertrand-collusion"))));
        }
        for (String sample : UPDATED) {
            all.add(
                    new Figure(
                            "multiplicative-weights update, " + sample,
                            Scale.MICROSECONDS,
                            () -> ResponseWork.updates(Samples.read(sample))));
        }
        for (int rows : BATCHES) {
            for (BackEnd backEnd : usable()) {
                all.add(
                        new Figure(
                                "minibatch step, " + rows + " rows, " + backEnd,
                                Scale.MICROSECONDS,
                                () -> new MinibatchWork(UNITS, rows, backEnd)));
            }
        }
        for (int units : WIDE) {
            for (int rows : LARGE) {
                for (BackEnd backEnd : List.of(BackEnd.java(), BackEnd.ND4J)) {
                    all.add(
                            new Figure(
                                    "minibatch step, %d units, %d rows, %s"
                                            .formatted(units, rows, backEnd),
                                    Scale.MICROSECONDS,
                                    () -> new MinibatchWork(units, rows, backEnd)));
                }
            }
        }
        for (BackEnd backEnd : usable()) {
            all.add(
                    new Figure(
                            "floating-point operation, minibatch step of 64 rows, " + backEnd,
                            Scale.PER_SECOND,
                            () -> new MinibatchWork(UNITS, 64, backEnd).counted()));
        }
        for (BackEnd backEnd : usable()) {
            if (backEnd != BackEnd.ND4J) {
                all.add(
                        new Figure(
                                "floating-point operation, 64 × 64 × 64 product, " + backEnd,
                                Scale.PER_SECOND,
                                () -> backEnd.instead(PeakWork::new)));
            }
        }
        return all;
    }
}
