package stackelberg.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.parameter.Family;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.Evaluator.Trial;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.Sitting;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;

/** Lets the followers of a scenario respond to a commitment that a person has written down. */
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
     * @throws IOException with a sentence for a person if the followers must be trained beforehand
     */
    public static Trial of(Scenario scenario, long seed, double[][] actions) throws IOException {
        return evaluator(scenario)
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
    public static Sitting sit(Scenario scenario, long seed, double[][] actions, int seat)
            throws IOException {
        return evaluator(scenario)
                .sitting(
                        seen -> actions[seen],
                        new RandomStreams(seed),
                        seat,
                        Watch.UNTIL_INTERRUPTED);
    }

    private static Evaluator evaluator(Scenario scenario) throws IOException {
        Scenario settled = scenario.settled();
        List<FollowerModel> models = settled.followers();
        if (Preparation.needed(models)) {
            throw new IOException(
                    "these followers are trained beforehand; train the scenario to see them"
                            + " respond");
        }
        return new Evaluator(settled.game().assemble(), models, settled.episode());
    }

    /**
     * The scenario with other followers, by what their model is called: every model that fits the
     * game as it comes and need not be trained beforehand.
     */
    public static Map<String, Scenario> otherFollowers(Scenario scenario) {
        Map<String, Scenario> others = new LinkedHashMap<>();
        for (Object member : Family.of(FollowerModel.class).members()) {
            FollowerModel model = (FollowerModel) member;
            Scenario other = scenario.withFollowers(List.of(model));
            if (other.faults().isEmpty() && !Preparation.needed(List.of(model))) {
                others.put(Family.about(model).label(), other);
            }
        }
        return others;
    }
}
