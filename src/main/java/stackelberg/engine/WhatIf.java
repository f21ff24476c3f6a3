package stackelberg.engine;

import java.io.IOException;
import java.util.List;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.Evaluator.Trial;
import stackelberg.pomdp.RandomStreams;
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
        Scenario settled = scenario.settled();
        List<FollowerModel> models = settled.followers();
        if (Preparation.needed(models)) {
            throw new IOException(
                    "these followers are trained beforehand; train the scenario to see them"
                            + " respond");
        }
        Evaluator evaluator = new Evaluator(settled.game().assemble(), models, settled.episode());
        return evaluator.trial(
                seen -> actions[seen], new RandomStreams(seed), 0, POINTS, Watch.UNTIL_INTERRUPTED);
    }
}
