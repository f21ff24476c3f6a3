package stackelberg.scenario;

import java.util.List;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFamily;
import stackelberg.game.NormalForm;
import stackelberg.leader.Learner;
import stackelberg.leader.Ppo;
import stackelberg.parameter.Checked;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.pomdp.Episode;

/**
 * Everything that decides a run except its seed: an immutable value that may still have faults,
 * which {@link #faults} lists.
 */
public record Scenario(
        @Parameter(
                        label = "Title",
                        min = 1,
                        max = 80,
                        required = true,
                        help = "A short name, shown in the gallery and the table of runs.")
                String title,
        @Parameter(
                        label = "Question",
                        max = 300,
                        help = "The question that the scenario asks, in one sentence.")
                String question,
        @Parameter(label = "Game", required = true, help = "The mechanism, as a Stackelberg game.")
                GameFamily game,
        @Parameter(
                        label = "Followers",
                        min = 1,
                        max = 64,
                        help = "How the followers learn: one model for all or one for each.")
                List<FollowerModel> followers,
        @Parameter(label = "Leader", help = "How the leader learns.") Learner leader,
        @Parameter(label = "Episode", help = "The phases of an outer episode.") Episode episode,
        @Parameter(
                        label = "Budget",
                        unit = "transitions",
                        min = 1,
                        max = 1e12,
                        help = "Leader transitions of one run; the last rollout is completed.")
                long budget,
        @Parameter(
                        label = "Seeds",
                        min = 1,
                        max = 60,
                        help =
                                "Which seeds to train: a number, a range such as 1-5, or a list of"
                                        + " these with commas.")
                String seeds)
        implements Checked {

    /** Escape with the published settings. */
    public Scenario() {
        this(
                "Untitled",
                "",
                new NormalForm(),
                List.of(new MultiplicativeWeights()),
                new Ppo(),
                new Episode(),
                100_000,
                "1");
    }

    public Scenario {
        followers = List.copyOf(followers);
    }

    /** This scenario with other seeds. */
    public Scenario withSeeds(String other) {
        return new Scenario(title, question, game, followers, leader, episode, budget, other);
    }

    /** This scenario with another budget. */
    public Scenario withBudget(long other) {
        return new Scenario(title, question, game, followers, leader, episode, other, seeds);
    }

    /** Every fault of this scenario; empty if it can be run. */
    public List<Fault> faults() {
        Faults faults = new Faults();
        Declaration.check(this, faults);
        return faults.list();
    }

    @Override
    public void check(Faults faults) {
        BaseGame assembled = game.assemble();
        episode.check(assembled, followers, faults.at("episode"));
        Followers.check(
                followers,
                assembled,
                episode.responsePlays(),
                faults.at("followers"),
                faults.at("episode").at("responsePlays"));
        leader.checkFor(assembled, faults.at("leader"));
        Seeds.check(seeds, faults.at("seeds"));
    }
}
