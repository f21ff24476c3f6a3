package stackelberg.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import stackelberg.leader.Costs.Part;
import stackelberg.leader.Training;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;

/** A leader's training, its updates included and evaluations left out; counts transitions. */
final class TrainingWork implements Work {
    private static final int EVALUATIONS = 20;

    private final StackelbergPomdp pomdp;
    private final Evaluator evaluator;
    private final RandomStreams streams = new RandomStreams(1);
    private final Training training;
    private long transitions;
    private long iterations;

    TrainingWork(Scenario scenario) {
        this.pomdp =
                StackelbergPomdp.of(
                        scenario.game().assemble(), scenario.followers(), scenario.episode());
        this.evaluator =
                new Evaluator(scenario.game().assemble(), scenario.followers(), scenario.episode());
        this.training = scenario.leader().begin(pomdp, streams, scenario.budget());
    }

    @Override
    public long run() {
        long before = pomdp.transitions();
        training.iterate(Watch.NONE);
        long fresh = pomdp.transitions() - before;
        transitions += fresh;
        iterations++;
        return fresh;
    }

    @Override
    public void warm() {
        training.costs().clear();
        transitions = 0;
        iterations = 0;
    }

    /** The training's own parts, and the evaluation that a run makes after every iteration. */
    @Override
    public Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            parts.put(part.words(), training.costs().seconds(part) / transitions);
        }
        long begin = System.nanoTime();
        for (int k = 0; k < EVALUATIONS; k++) {
            evaluator.evaluate(training.greedy(), streams, k, Watch.NONE);
        }
        double each = (System.nanoTime() - begin) / 1e9 / EVALUATIONS;
        parts.put("evaluation, beside the above", each * iterations / transitions);
        return parts;
    }
}
