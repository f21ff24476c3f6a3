package stackelberg.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Family;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.Evaluator.Trial;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.Sitting;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;

/**
 * Lets the followers of a scenario respond to a commitment that a person has written down. What
 * must be trained for them beforehand is the same that a run of this program has trained; if none
 * has, it is trained first.
 */
public final class WhatIf {
    /** Points of a course: more than a small chart can show. */
    private static final int POINTS = 200;

    private WhatIf() {}

    /**
     * What a commitment is worth. May take as long as a response phase; ends early if its thread is
     * interrupted.
     *
     * @param scenario without faults
     * @param seed of the random streams
     * @param actions {@code [leader observation]}: what the leader does
     * @param preparing told which share of what is trained beforehand is done, from 0 to 1
     */
    public static Trial of(
            Scenario scenario, long seed, double[][] actions, DoubleConsumer preparing)
            throws IOException {
        return evaluator(scenario, preparing)
                .trial(
                        seen -> actions[seen],
                        new RandomStreams(seed),
                        0,
                        POINTS,
                        Watch.UNTIL_INTERRUPTED);
    }

    /**
     * Lets the followers respond to a commitment, and then a person take the seat of one of them.
     * Takes as long and ends as {@link #of} does.
     *
     * @param seat the follower whose seat it is
     */
    public static Sitting sit(
            Scenario scenario, long seed, double[][] actions, int seat, DoubleConsumer preparing)
            throws IOException {
        return evaluator(scenario, preparing)
                .sitting(
                        seen -> actions[seen],
                        new RandomStreams(seed),
                        seat,
                        Watch.UNTIL_INTERRUPTED);
    }

    private static Evaluator evaluator(Scenario scenario, DoubleConsumer preparing)
            throws IOException {
        Scenario settled = scenario.settled();
        BaseGame game = settled.game().assemble();
        ArtefactShelf shelf =
                new ArtefactShelf(null, null, refused -> {}, WhatIf::endIfInterrupted);
        List<FollowerModel> models =
                Preparation.ready(
                        settled.followers(),
                        game,
                        shelf,
                        share -> {
                            endIfInterrupted();
                            preparing.accept(share);
                        });
        return new Evaluator(game, models, settled.episode());
    }

    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /**
     * Every model, as it comes, by which the followers of a scenario could learn instead; by what
     * it is called.
     */
    public static Map<String, FollowerModel> otherFollowers(Scenario scenario) {
        Map<String, FollowerModel> others = new LinkedHashMap<>();
        for (Object member : Family.of(FollowerModel.class).members()) {
            FollowerModel model = (FollowerModel) member;
            if (scenario.withFollowers(List.of(model)).faults().isEmpty()) {
                others.put(Family.about(model).label(), model);
            }
        }
        return others;
    }
}
