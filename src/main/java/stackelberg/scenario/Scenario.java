package stackelberg.scenario;

import java.util.List;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
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
                        automatic = true,
                        min = 1,
                        max = 64,
                        help = "How the followers learn: one model for all or one for each.")
                List<FollowerModel> followers,
        @Parameter(label = "Leader", automatic = true, help = "How the leader learns.")
                Learner leader,
        @Parameter(label = "Episode", automatic = true, help = "The phases of an outer episode.")
                Episode episode,
        @Parameter(
                        label = "Budget",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = Scenario.MOST_BUDGET,
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
    /** The largest budget that may be stated. */
    public static final long MOST_BUDGET = 1_000_000_000_000L;

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

    /**
     * Its game with other followers and everything else automatic, as a file that states no more.
     */
    public Scenario withFollowers(List<FollowerModel> others) {
        return new Scenario(title, question, game, others, leader, new Episode(), budget, seeds)
                .automatic();
    }

    /** This scenario with another budget. */
    public Scenario withBudget(long other) {
        return new Scenario(title, question, game, followers, leader, episode, other, seeds);
    }

    /** This scenario with everything automatic that can be, as a file that leaves it out states. */
    public Scenario automatic() {
        return (Scenario) Declaration.automatic(this);
    }

    /**
     * This scenario with everything automatic settled from its game, ready to be run.
     *
     * @throws IllegalArgumentException if the game cannot be assembled
     */
    public Scenario settled() {
        return settled(GameFacts.of(game.assemble()));
    }

    private Scenario settled(GameFacts facts) {
        List<FollowerModel> models = followers.stream().map(m -> m.settled(facts)).toList();
        Episode phases = episode.settled(facts, models);
        Learner learner = leader.settled(facts, phases, openEnded());
        long transitions = openEnded() ? learner.budget(facts, phases) : budget;
        return new Scenario(title, question, game, models, learner, phases, transitions, seeds);
    }

    /** Whether its budget is automatic: it is trained until the learner has closed. */
    public boolean openEnded() {
        return budget == Long.MIN_VALUE;
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
        settled(GameFacts.of(assembled)).checkSettled(assembled, faults);
    }

    private void checkSettled(BaseGame assembled, Faults faults) {
        for (int i = 0; i < followers.size(); i++) {
            Declaration.check((Record) followers.get(i), faults.at("followers").at(i));
        }
        Declaration.check(episode, faults.at("episode"));
        Declaration.check((Record) leader, faults.at("leader"));
        Seeds.check(seeds, faults.at("seeds"));
        if (!faults.noneWithin()) {
            return;
        }
        episode.check(assembled, followers, faults.at("episode"));
        Followers.check(
                followers,
                assembled,
                episode.responsePlays(),
                faults.at("followers"),
                faults.at("episode").at("responsePlays"));
        leader.checkFor(assembled, faults.at("leader"));
    }
}
