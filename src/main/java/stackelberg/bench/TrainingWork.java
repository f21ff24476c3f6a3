package stackelberg.bench;

import stackelberg.leader.Training;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;

/** A leader's training, its updates included and evaluations left out; counts transitions. */
final class TrainingWork implements Work {
    private final StackelbergPomdp pomdp;
    private final Training training;

    TrainingWork(Scenario scenario) {
        this.pomdp =
                StackelbergPomdp.of(
                        scenario.game().assemble(), scenario.followers(), scenario.episode());
        this.training = scenario.leader().begin(pomdp, new RandomStreams(1), scenario.budget());
    }

    @Override
    public long run() {
        long before = pomdp.transitions();
        training.iterate(Watch.NONE);
        return pomdp.transitions() - before;
    }
}
