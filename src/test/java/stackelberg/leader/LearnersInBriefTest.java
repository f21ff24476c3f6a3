package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Table;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/** Each learner with settings so small that some iterations of it take no time. */
class LearnersInBriefTest {
    private static final long BUDGET = 3_000;
    private static final Episode EPISODE = new Episode(6, RewardPhase.SAMPLED, 2, 1);

    private static Ppo ppo(int scouts, int closing) {
        return new Ppo(
                CriticInformation.FULL,
                1e-2,
                0.5,
                16,
                8,
                2,
                0.9,
                0.2,
                0.01,
                0.5,
                0.5,
                -0.5,
                4,
                scouts,
                closing);
    }

    private static A2c a2c() {
        return new A2c(
                CriticInformation.FULL, 1e-2, 0.5, 12, 0.9, 0.01, 0.5, 0.5, 0.9, 1e-5, -0.5, 4);
    }

    private static SimpleQ simpleQ() {
        return new SimpleQ(1e-2, 30, 8, 6, 2, 9, 1, 0.5, 1.1, 0.2);
    }

    static Stream<Trained> trainings() {
        List<BaseGame> games =
                List.of(
                        new SimpleAllocation(3, 2),
                        new SteppedGame(new ActionSpace.Discrete(3)),
                        new SteppedGame(new ActionSpace.Box(2, -1, 3)));
        List<Learner> learners =
                List.of(
                        ppo(0, 0),
                        ppo(30, 2),
                        a2c(),
                        new Reinforce(0.05, 0.5, 12, -0.5),
                        simpleQ(),
                        new CrossEntropy(5, 0.4, 0.7, 0.5, 0.05, 2, 3),
                        new EvolutionStrategy(3, 0.2, 0.05, 0.5, 2, 3),
                        new PolicyEnumeration(4, 2, 9));
        List<Trained> trainings = new ArrayList<>();
        for (Learner learner : learners) {
            for (BaseGame game : games) {
                if (!(learner instanceof SimpleQ)
                        || game.leaderActions() instanceof ActionSpace.Discrete) {
                    trainings.add(new Trained(learner, game, EPISODE, 4, BUDGET));
                }
            }
        }
        return trainings.stream();
    }

    private static Trained again(Trained trained, long seed) {
        return new Trained(trained.learner, trained.game, trained.episode, seed, trained.budget);
    }

    /** The same seed, the same bits, in one piece or with an interruption. */
    @ParameterizedTest
    @MethodSource("trainings")
    void aTrainingIsTheSameInOnePieceOrTwo(Trained whole) throws IOException {
        Trained begun = again(whole, 4);
        assertThat(begun.saved()).isEqualTo(whole.saved());
        begun.iterate(3);
        byte[] state = begun.saved();
        Trained other = begun.restored(state, begun.pomdp.plays(), begun.pomdp.transitions());
        assertThat(other.saved()).isEqualTo(state);
        assertThat(other.greedy()).isEqualTo(begun.greedy());
        List<Map<String, Double>> told = whole.iterate(6);
        assertThat(other.iterate(3).toString()).isEqualTo(told.subList(3, 6).toString());
        assertThat(other.saved()).isEqualTo(whole.saved());
        assertThat(other.greedy()).isEqualTo(whole.greedy());
        assertThat(other.training.outerEpisodes()).isEqualTo(whole.training.outerEpisodes());
        assertThat(other.training.stage()).isEqualTo(whole.training.stage());
        assertThat(other.training.share()).isEqualTo(whole.training.share());
        Trained another = again(whole, 5);
        another.iterate(6);
        assertThat(another.saved()).isNotEqualTo(whole.saved());
    }

    /** What it reports is the mean reward of the episodes that it ran, all of which it counts. */
    @ParameterizedTest
    @MethodSource("trainings")
    void itReportsOnTheEpisodesThatItRan(Trained trained) {
        List<Double> rewards = new ArrayList<>();
        Watch watch =
                new Watch() {
                    @Override
                    public void play() {}

                    @Override
                    public void outerEpisode(double reward) {
                        rewards.add(reward);
                    }
                };
        long before = 0;
        for (int k = 0; k < 4; k++) {
            rewards.clear();
            Map<String, Double> told = trained.training.iterate(watch);
            double mean = rewards.stream().mapToDouble(r -> r).average().orElseThrow();
            assertThat(told.get(Training.REWARD)).isCloseTo(mean, within(1e-9));
            assertThat(trained.training.outerEpisodes() - before).isEqualTo(rewards.size());
            before = trained.training.outerEpisodes();
            if (told.containsKey("learning rate")) {
                double done = Math.min(1, (double) trained.pomdp.transitions() / BUDGET);
                double start =
                        trained.learner instanceof Reinforce
                                        || trained.learner instanceof EvolutionStrategy
                                ? 0.05
                                : 1e-2;
                assertThat(told.get("learning rate"))
                        .isCloseTo(start * (1 - 0.5 * done), within(1e-9));
            }
        }
    }

    /** Cancelled in a play or between gradient steps, it saves the state before the iteration. */
    @ParameterizedTest
    @MethodSource("trainings")
    void aCancelledIterationLeavesNoTrace(Trained whole) throws IOException {
        whole.iterate(2);
        byte[] before = whole.saved();
        long plays = whole.pomdp.plays();
        long transitions = whole.pomdp.transitions();
        for (int stop : new int[] {1, 9, -1, -2, -4}) {
            try {
                whole.training.iterate(stoppingAt(stop));
            } catch (CancellationException e) {
                assertThat(whole.saved()).as("stopped at %d", stop).isEqualTo(before);
                assertThat(whole.training.outerEpisodes())
                        .isEqualTo(
                                whole.restored(before, plays, transitions)
                                        .training
                                        .outerEpisodes());
                continue;
            }
            // It took no such step: another begins where this one did.
            before = whole.saved();
            plays = whole.pomdp.plays();
            transitions = whole.pomdp.transitions();
        }
    }

    /** Cancels in a play, counted from 1, or at a piece of work, counted from −1. */
    private static Watch stoppingAt(int stop) {
        return new Watch() {
            private int plays;
            private int works;

            @Override
            public void play() {
                if (++plays == stop) {
                    throw new CancellationException();
                }
            }

            @Override
            public void work() {
                if (--works == stop) {
                    throw new CancellationException();
                }
            }

            @Override
            public void outerEpisode(double reward) {}
        };
    }

    /** How it mixes while it explores is a distribution over actions, or an action of the box. */
    @ParameterizedTest
    @MethodSource("trainings")
    void itsPoliciesAreInTheWordsOfTheGame(Trained trained) {
        trained.iterate(2);
        for (int o = 0; o < trained.game.leaderObservations(); o++) {
            double[] mixed = trained.training.exploration(o);
            double[] greedy = trained.training.greedy().act(o);
            if (trained.game.leaderActions() instanceof ActionSpace.Box box) {
                assertThat(mixed).hasSize(trained.game.meaningNames().length);
                for (double entry : greedy) {
                    assertThat(entry).isBetween(box.low(), box.high());
                }
            } else if (trained.game instanceof SimpleAllocation) {
                assertThat(mixed).hasSize(3);
                assertThat(Arrays.stream(mixed).sum()).isCloseTo(1, within(1e-6));
                assertThat(mixed[(int) greedy[0]]).isGreaterThan(0);
            }
        }
    }

    /** Of three rows the last is worth most, whatever a follower does: all come to it. */
    @Test
    void allComeToTheBestRow() {
        BaseGame rows =
                new NormalForm(
                                Table.of(new double[][][] {{{0.1, 1}}, {{0.5, 1}}, {{1, 1}}}),
                                Commitment.PURE,
                                List.of())
                        .assemble();
        Episode exact = new Episode(30, RewardPhase.EXACT, 1, 0);
        for (Learner learner :
                List.of(
                        ppo(0, 0),
                        ppo(24, 1),
                        a2c(),
                        new Reinforce(0.1, 1, 12, -0.5),
                        new SimpleQ(5e-2, 100, 8, 6, 1, 9, 1, 1, 1.1, 0.2),
                        new CrossEntropy(8, 0.25, 0.7, 0.5, 0.05, 1, 3),
                        new EvolutionStrategy(4, 0.3, 0.1, 1, 1, 3),
                        new PolicyEnumeration(3, 1, 9))) {
            Trained trained = new Trained(learner, rows, exact, 1, 1_000_000);
            trained.iterate(60);
            assertThat(trained.greedy().get(0)).as(learner.toString()).containsExactly(2.0);
        }
    }

    @Test
    void scoutingEndsAndClosesWhenNothingBetterTurnsUp() {
        BaseGame escape = new NormalForm().assemble();
        Episode exact = new Episode(30, RewardPhase.EXACT, 1, 0);
        Trained closing = new Trained(ppo(500, 3), escape, exact, 1, 1_000_000);
        assertThat(closing.training.stage()).isEqualTo("0 commitments compared");
        assertThat(closing.training.share()).isZero();
        assertThat(closing.training.closed()).isFalse();
        closing.iterate(1);
        // Three rows: 24 members try them all, and that is the end of comparing.
        assertThat(closing.training.stage()).isEqualTo("the policy learns near the best of them");
        assertThat(closing.training.share()).isCloseTo(0.9, within(1e-12));
        closing.iterate(2);
        assertThat(closing.training.closed()).isFalse();
        assertThat(closing.training.share()).isCloseTo(0.9 + 0.1 * 2 / 3, within(1e-12));
        closing.iterate(1);
        assertThat(closing.training.closed()).isTrue();
        assertThat(closing.training.share()).isCloseTo(1, within(1e-12));
        Trained open = new Trained(ppo(500, 0), escape, exact, 1, 1_000_000);
        open.iterate(9);
        assertThat(open.training.closed()).isFalse();
        assertThat(open.training.share()).isZero();
        Trained plain = new Trained(ppo(0, 0), escape, exact, 1, 1_000_000);
        plain.iterate(1);
        assertThat(plain.training.stage()).isEmpty();
        assertThat(plain.training.closed()).isFalse();
    }

    /** 256 commitments an iteration until the most are compared, or half the budget is spent. */
    @Test
    void scoutingTakesAsLongAsItMay() {
        BaseGame steps = new SteppedGame(new ActionSpace.Box(2, -1, 3));
        Trained trained = new Trained(ppo(700, 2), steps, EPISODE, 1, 1_000_000_000);
        trained.iterate(1);
        assertThat(trained.training.stage()).isEqualTo("256 commitments compared");
        assertThat(trained.training.share()).isCloseTo(0.9 * 256 / 700, within(1e-12));
        trained.iterate(1);
        assertThat(trained.training.stage()).isEqualTo("512 commitments compared");
        trained.iterate(1);
        assertThat(trained.training.stage()).startsWith("the policy learns");
        Trained brief = new Trained(ppo(700, 2), steps, EPISODE, 1, 10);
        brief.iterate(1);
        assertThat(brief.training.stage()).startsWith("the policy learns");
    }

    /**
     * It is the search itself by 256, then decided, once enough is tried or half the budget gone.
     */
    @Test
    void scoutingIsTheSearchToItsEnd() {
        BaseGame steps = new SteppedGame(new ActionSpace.Box(2, -1, 3));
        StackelbergPomdp[] searched = new StackelbergPomdp[2];
        long[] before = new long[2];
        CommitmentSearch[] searches = new CommitmentSearch[2];
        for (int k = 0; k < 2; k++) {
            searched[k] = new Trained(ppo(300, 2), steps, EPISODE, 1, BUDGET).pomdp;
            searches[k] = new CommitmentSearch(searched[k], new RandomStreams(1), new MeanReward());
            searches[k].search(k == 0 ? 256 : 300, Watch.NONE);
            before[k] = searched[k].transitions();
            searches[k].decide(Watch.NONE);
        }
        for (long left = 0; left < 2; left++) {
            long budget = 2 * (before[0] + left);
            Trained trained = new Trained(ppo(300, 2), steps, EPISODE, 1, budget);
            int iterations = 0;
            while (!trained.training.stage().startsWith("the policy learns")) {
                trained.iterate(1);
                iterations++;
            }
            assertThat(iterations).isEqualTo(left == 0 ? 1 : 2);
            int ended = left == 0 ? 0 : 1;
            assertThat(trained.pomdp.transitions()).isEqualTo(searched[ended].transitions());
            assertThat(trained.greedy()).isEqualTo(trained.actions(searches[ended].policy()));
        }
    }

    private static List<Double> explored(Trained trained) {
        List<Double> explored = new ArrayList<>();
        for (int o = 0; o < trained.game.leaderObservations(); o++) {
            Arrays.stream(trained.training.exploration(o)).forEach(explored::add);
        }
        return explored;
    }

    /** While its policy learns on, the leader commits to the best that was compared. */
    @Test
    void theIncumbentStaysUntilSomethingBetterTurnsUp() {
        BaseGame steps = new SteppedGame(new ActionSpace.Box(1, -1, 3));
        Trained trained = new Trained(ppo(60, 0), steps, EPISODE, 1, 1_000_000_000);
        trained.iterate(1);
        List<List<Double>> incumbent = trained.greedy();
        List<Double> before = explored(trained);
        trained.iterate(1);
        assertThat(trained.greedy()).isEqualTo(incumbent);
        assertThat(explored(trained)).isNotEqualTo(before);
        // What it started from was fitted to the incumbent.
        double missed = 0;
        for (int o = 0; o < incumbent.size(); o++) {
            missed += Math.abs(before.get(o) - incumbent.get(o).get(0));
        }
        assertThat(missed / before.size()).isBetween(1e-9, 0.3);
    }

    /**
     * All rows are worth 1, and an outer episode has one kept transition: −G ln π is about ln 3 for
     * a policy that hardly prefers any, and its entropy too.
     */
    @Test
    void lossesAndEntropiesAreMeansOverTransitions() {
        BaseGame alike =
                new NormalForm(
                                Table.of(new double[][][] {{{1, 1}}, {{1, 1}}, {{1, 1}}}),
                                Commitment.PURE,
                                List.of())
                        .assemble();
        Episode exact = new Episode(6, RewardPhase.EXACT, 1, 0);
        Trained reinforce = new Trained(new Reinforce(0.01, 1, 12, 0), alike, exact, 1, BUDGET);
        Map<String, Double> told = reinforce.iterate(1).get(0);
        assertThat(told.get("policy loss")).isCloseTo(Math.log(3), within(0.05));
        assertThat(told.get("entropy")).isCloseTo(Math.log(3), within(0.01));
        Trained a2c = new Trained(a2c(), alike, exact, 1, BUDGET);
        told = a2c.iterate(1).get(0);
        assertThat(told.get("entropy")).isCloseTo(Math.log(3), within(0.01));
        // Where all earn the same there is no advantage.
        assertThat(told.get("policy loss")).isCloseTo(0, within(1e-9));
        assertThat(told.get("value loss")).isPositive().isLessThan(20);
        Trained ppo = new Trained(ppo(0, 0), alike, exact, 1, BUDGET);
        assertThat(ppo.iterate(1).get(0).get("entropy")).isCloseTo(Math.log(3), within(0.01));
    }

    /** Whoever looks on is told of work between plays; where the time went is known. */
    @Test
    void workIsToldAndCharged() {
        BaseGame game = new SimpleAllocation(3, 2);
        for (Learner learner : List.of(ppo(0, 0), a2c(), new Reinforce(0.05, 0.5, 12, -0.5))) {
            Trained trained = new Trained(learner, game, EPISODE, 4, BUDGET);
            int[] works = new int[1];
            Map<String, Double> told =
                    trained.training.iterate(
                            new Watch() {
                                @Override
                                public void play() {}

                                @Override
                                public void work() {
                                    works[0]++;
                                }

                                @Override
                                public void outerEpisode(double reward) {}
                            });
            // PPO: rating, then twice over minibatches of 8; A2C: rating and a step.
            int least = learner instanceof Ppo ? 5 : learner instanceof A2c ? 2 : 1;
            assertThat(works[0]).as(learner.toString()).isGreaterThanOrEqualTo(least);
            if (!(learner instanceof Reinforce)) {
                for (Costs.Part part : Costs.Part.values()) {
                    assertThat(trained.training.costs().seconds(part))
                            .as(part.words())
                            .isBetween(1e-9, 60.0);
                }
                assertThat(told.get("explained variance")).isNotZero();
            }
            assertThat(trained.training.closed()).isFalse();
        }
    }

    /** An enumeration draws uniformly, whatever it has learned: its mean is the middle. */
    @Test
    void anEnumerationExploresUniformly() {
        BaseGame box = new SteppedGame(new ActionSpace.Box(2, -1, 3));
        Trained trained = new Trained(new PolicyEnumeration(4, 1, 9), box, EPISODE, 4, BUDGET);
        trained.iterate(1);
        for (int o = 0; o < box.leaderObservations(); o++) {
            assertThat(trained.training.exploration(o))
                    .containsExactly(box.meaning(o, new double[] {1, 1}));
        }
    }
}
