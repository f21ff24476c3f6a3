package stackelberg.bench;

import stackelberg.follower.Followers;
import stackelberg.game.BaseGame;
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
        BaseGame game = scenario.game().assemble();
        this.pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(
                                scenario.followers(), game, scenario.episode().responsePlays()),
                        scenario.episode());
        this.training = scenario.leader().begin(pomdp, new RandomStreams(1), scenario.budget());
    }

    @Override
    public long run() {
        long before = pomdp.transitions();
        training.iterate(Watch.NONE);
        return pomdp.transitions() - before;
    }
}
