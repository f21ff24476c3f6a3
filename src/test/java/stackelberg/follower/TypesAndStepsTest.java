package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.BaseGame;
import stackelberg.game.Frequencies;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.oracle.RandomGame;

/** What followers with types learn where they see or remember something as well. */
class TypesAndStepsTest {
    private static final int[] TYPES = {2, 3};
    private static final int[] ACTIONS = {3, 2};

    private static TypedSteps steps() {
        return new TypedSteps(new SplittableRandom(23), TYPES, ACTIONS);
    }

    /** Whoever is told of each action: what was known, what it brought, what was known next. */
    private interface Onlooker {
        void turn(
                int follower, List<Integer> known, int action, double brought, List<Integer> next);
    }

    /**
     * Makes plays and tells of every action once it is known what follows. Known are type and
     * observation, then what everyone did in so many plays before, the latest last; nothing follows
     * the last action of a play if no play is remembered.
     */
    private static void play(
            BaseGame game, ResponseAlgorithm followers, int memory, int plays, Onlooker onlooker) {
        RandomGenerator random = new SplittableRandom(5);
        int n = game.followers();
        int[] types = new int[n];
        int[] actions = new int[n];
        int[] counts = InducedGame.actionCounts(game);
        int joints = (int) JointIndex.count(counts);
        List<Integer> past = new ArrayList<>();
        List<List<Integer>> known = new ArrayList<>();
        List<Double> brought = new ArrayList<>();
        Play play = game.newPlay();
        for (int k = 0; k < plays; k++) {
            followers.beginPlay(random, types);
            if (k == 0) {
                // Each imagines a past of its own; here it is one for all.
                long memories = (long) Math.pow(joints, memory) - 2;
                followers.response().recall(Math.max(0, memories));
                for (int m = 0; m < memory; m++) {
                    past.add(0, (int) (memories % joints));
                    memories /= joints;
                }
            }
            play.begin(types);
            double[] before = new double[n];
            boolean first = true;
            while (play.turn() != Play.Turn.END) {
                if (play.turn() == Play.Turn.LEADER) {
                    play.leaderActs(new double[1]);
                    continue;
                }
                for (int i = 0; i < n; i++) {
                    List<Integer> now = new ArrayList<>(List.of(types[i]));
                    now.add(play.followerObservation(i));
                    now.addAll(past);
                    boolean follows = !first || (memory > 0 && k > 0);
                    if (known.size() > i) {
                        double latest = first ? brought.get(i) : play.payoff(i) - before[i];
                        onlooker.turn(i, known.get(i), actions[i], latest, follows ? now : null);
                        known.set(i, now);
                    } else {
                        known.add(now);
                    }
                    before[i] = play.payoff(i);
                }
                first = false;
                followers.beginTurn(play);
                for (int i = 0; i < n; i++) {
                    actions[i] = followers.action(i, play.followerObservation(i));
                }
                play.followersAct(actions);
            }
            brought.clear();
            for (int i = 0; i < n; i++) {
                brought.add(play.payoff(i) - before[i]);
            }
            followers.endPlay(play);
            if (memory > 0) {
                past.add(JointIndex.encode(actions, counts));
                past.remove(0);
            }
        }
        // The next play has begun before its first turn: types are known.
        followers.beginPlay(random, types);
        for (int i = 0; i < n; i++) {
            List<Integer> now = new ArrayList<>(List.of(types[i], 0));
            now.addAll(past);
            onlooker.turn(i, known.get(i), actions[i], brought.get(i), memory > 0 ? now : null);
        }
    }

    /** Q-learning as it is defined, on a table without an order, along the plays that were made. */
    @ParameterizedTest
    @CsvSource({"-1, 3000", "-1, 3", "0, 3000", "1, 3000", "1, 5", "2, 3000"})
    void qTablesHoldWhatTheirDefinitionSays(int memory, int plays) {
        BaseGame game =
                memory < 0
                        ? steps()
                        : new RandomGame(new SplittableRandom(7), TYPES, ACTIONS, 1, 1);
        int remembered = Math.max(0, memory);
        double discount = memory == 0 ? 0 : 0.8;
        ResponseAlgorithm followers =
                Followers.assemble(
                        List.of(new QLearning(0.3, 0.8, 1e-3, remembered, 0)), game, plays);
        followers.reset();
        List<Map<List<Integer>, double[]>> tables = List.of(new HashMap<>(), new HashMap<>());
        play(
                game,
                followers,
                remembered,
                plays,
                (i, known, action, brought, next) -> {
                    double[] values = row(game, tables.get(i), i, known, discount);
                    double following =
                            next == null
                                    ? 0
                                    : Arrays.stream(row(game, tables.get(i), i, next, discount))
                                            .max()
                                            .orElseThrow();
                    values[action] = 0.7 * values[action] + 0.3 * (brought + discount * following);
                });
        float[] state = new float[followers.stateSize()];
        followers.describe(state, 0);
        int at = 0;
        for (int i = 0; i < 2; i++) {
            double largest = 0;
            List<List<Integer>> situations = situations(game, i, remembered);
            for (List<Integer> known : situations) {
                double[] row = row(game, tables.get(i), i, known, discount);
                largest = Math.max(largest, Arrays.stream(row).map(Math::abs).max().orElseThrow());
            }
            for (List<Integer> known : situations) {
                double[] values = row(game, tables.get(i), i, known, discount);
                for (int a = 0; a < ACTIONS[i]; a++) {
                    assertThat((double) state[at++])
                            .as("follower %d at %s, action %d", i, known, a)
                            .isCloseTo(values[a] / largest, within(1e-5));
                }
            }
            assertThat((double) state[at++]).isCloseTo(Math.exp(-1e-3 * plays), within(1e-6));
        }
        assertThat(at).isEqualTo(state.length);
    }

    private static double[] row(
            BaseGame game,
            Map<List<Integer>, double[]> table,
            int follower,
            List<Integer> known,
            double discount) {
        return table.computeIfAbsent(
                List.copyOf(known),
                fresh -> {
                    double[] row = new double[game.actions(follower)];
                    Arrays.setAll(
                            row, a -> game.expectation(follower, known.get(0), a) / (1 - discount));
                    return row;
                });
    }

    /** All that can be known, in the order of a table's rows. */
    private static List<List<Integer>> situations(BaseGame game, int follower, int memory) {
        List<List<Integer>> all = new ArrayList<>();
        int joints = (int) JointIndex.count(InducedGame.actionCounts(game));
        int histories = (int) Math.pow(joints, memory);
        for (int type = 0; type < game.prior().types(follower); type++) {
            for (int o = 0; o < game.followerObservations(follower); o++) {
                for (int history = 0; history < histories; history++) {
                    List<Integer> known = new ArrayList<>(List.of(type, o));
                    for (int each = histories / joints; each > 0; each /= joints) {
                        known.add(history / each % joints);
                    }
                    all.add(known);
                }
            }
        }
        return all;
    }

    /** Exp3 apart for each type and step, along the plays that were made. */
    @Test
    void banditsLearnApartAtEachTypeAndStep() {
        TypedSteps game = steps();
        ResponseAlgorithm followers = Followers.assemble(List.of(new Exp3(0.2, -1, 2)), game, 400);
        followers.reset();
        List<Map<List<Integer>, double[]>> sums = List.of(new HashMap<>(), new HashMap<>());
        play(
                game,
                followers,
                0,
                400,
                (i, known, action, brought, next) -> {
                    double[] sum =
                            sums.get(i).computeIfAbsent(known, fresh -> new double[ACTIONS[i]]);
                    sum[action] += (brought + 1) / 2 / mixed(sum)[action];
                });
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < TYPES[i]; type++) {
                for (int o = 0; o < TypedSteps.STEPS; o++) {
                    assertThat(followers.response().strategy(i, type, o))
                            .containsExactly(
                                    mixed(sums.get(i).get(List.of(type, o))), within(1e-9));
                }
            }
        }
    }

    static List<FollowerModel> networks() {
        return List.of(
                new DeepQ(0.01, 0.3, 2e-3, 0, 24, 1_000, 16, 4, 20, 0, 1),
                new Maddpg(
                        Maddpg.Kind.SEVERAL,
                        0.01,
                        0.02,
                        0.3,
                        0,
                        24,
                        1_000,
                        16,
                        4,
                        20,
                        1e-3,
                        1e-3,
                        0,
                        1));
    }

    /** Another action is best at each type and step: one network knows them all apart. */
    @ParameterizedTest
    @MethodSource("networks")
    void networksTellTypesAndStepsApart(FollowerModel model) {
        TypedSteps game = new TypedSteps(new SplittableRandom(29), new int[] {2}, new int[] {3});
        for (int o = 0; o < TypedSteps.STEPS; o++) {
            for (int type = 0; type < 2; type++) {
                for (int a = 0; a < 3; a++) {
                    game.paid[0][o][type][a] = a == (o + type) % 3 ? 1 : 0;
                }
            }
        }
        int plays = 2_000;
        ResponseAlgorithm followers = Followers.assemble(List.of(model), game, plays);
        followers.reset();
        int[] late = new int[2];
        int[] made = {0};
        play(
                game,
                followers,
                0,
                plays,
                (i, known, action, brought, next) -> {
                    if (made[0]++ >= TypedSteps.STEPS * plays * 3 / 4) {
                        late[action == (known.get(0) + known.get(1)) % 3 ? 1 : 0]++;
                    }
                });
        for (int o = 0; o < TypedSteps.STEPS; o++) {
            for (int type = 0; type < 2; type++) {
                double[] strategy = followers.response().strategy(0, type, o);
                assertThat(strategy[(o + type) % 3])
                        .as("type %d, step %d", type, o)
                        .isGreaterThan(0.8);
                assertThat(Arrays.stream(strategy).sum()).isCloseTo(1, within(1e-9));
            }
        }
        // While it learns, too, it takes them.
        assertThat(late[1]).isGreaterThan(3 * late[0]);
    }

    /** A response that is frozen takes its actions as often as it says, wherever it is. */
    @Test
    void whoIsFrozenActsByTypeAndStep() {
        TypedSteps game = steps();
        ResponseAlgorithm followers = Followers.assemble(List.of(new Exp3(0.4, -1, 2)), game, 100);
        followers.reset();
        play(game, followers, 0, 100, (i, known, action, brought, next) -> {});
        Response response = followers.response();
        RandomGenerator random = new SplittableRandom(6);
        int[] types = {1, 2};
        int[] actions = new int[2];
        long[][][] seen = new long[TypedSteps.STEPS][2][3];
        Play play = game.newPlay();
        for (int k = 0; k < 2_000; k++) {
            play.begin(types);
            for (int step = 0; step < TypedSteps.STEPS; step++) {
                response.act(play, types, random, actions);
                for (int i = 0; i < 2; i++) {
                    seen[step][i][actions[i]]++;
                }
                play.followersAct(actions);
            }
        }
        for (int step = 0; step < TypedSteps.STEPS; step++) {
            for (int i = 0; i < 2; i++) {
                Frequencies.assertDistribution(
                        Arrays.copyOf(seen[step][i], ACTIONS[i]),
                        response.strategy(i, types[i], step));
            }
        }
    }

    private static double[] mixed(double[] sums) {
        int n = sums.length;
        double largest = Arrays.stream(sums).max().orElseThrow();
        double[] strategy =
                Arrays.stream(sums).map(s -> Math.exp(0.2 / n * (s - largest))).toArray();
        double total = Arrays.stream(strategy).sum();
        return Arrays.stream(strategy).map(w -> 0.8 * w / total + 0.2 / n).toArray();
    }

    /** One action is best at each type and step: one that answers beforehand knows which. */
    @Test
    void answersAreLearnedForEachTypeAndStep() {
        TypedSteps game = new TypedSteps(new SplittableRandom(29), new int[] {2}, new int[] {3});
        for (int o = 0; o < TypedSteps.STEPS; o++) {
            for (int type = 0; type < 2; type++) {
                for (int a = 0; a < 3; a++) {
                    game.paid[0][o][type][a] = a == (o + type) % 3 ? 1 : 0;
                }
            }
        }
        MetaResponse model = new MetaResponse(0.02, 120, 16, 4, 0.3, 16);
        HearsAnswers seat = (HearsAnswers) model.seat(game, 0, model.train(game, 0, share -> {}));
        seat.hear(new double[][] {{0}});
        for (int o = 0; o < TypedSteps.STEPS; o++) {
            for (int type = 0; type < 2; type++) {
                assertThat(seat.strategy(type, o)[(o + type) % 3])
                        .as("type %d, step %d", type, o)
                        .isEqualTo(1);
            }
        }
    }

    /**
     * Nothing that all actions share tells them apart: neither a unit of payoffs nor what is paid
     * in a step before them, or for nothing, changes what is learned.
     */
    @Test
    void aTrainingDoesNotDependOnZeroAndUnitOfPayoffs() {
        MetaResponse model = new MetaResponse(0.01, 12, 6, 4, 0.5, 6);
        double[] plain = model.train(steps(), 0, share -> {}).numbers();
        for (double[] change : new double[][] {{1, 5}, {256, 0}, {1 / 256.0, -3}}) {
            TypedSteps other = steps();
            for (double[][][] ofFollower : other.paid) {
                for (int step = 0; step < TypedSteps.STEPS; step++) {
                    double constant = (1 + step) * change[1];
                    for (double[] row : ofFollower[step]) {
                        Arrays.setAll(row, k -> change[0] * row[k] + constant);
                    }
                }
            }
            assertThat(model.train(other, 0, share -> {}).numbers())
                    .containsExactly(plain, within(2e-3));
        }
        double[] never =
                new MetaResponse(0.01, 0, 6, 4, 0.5, 6).train(steps(), 0, s -> {}).numbers();
        double moved = 0;
        for (int k = 0; k < plain.length; k++) {
            moved = Math.max(moved, Math.abs(plain[k] - never[k]));
        }
        assertThat(moved).isGreaterThan(0.05);
    }

    /**
     * Commitments of one update are taken in by parts; the last part is about a single type, and
     * yet what stands for the other types is learned too.
     */
    @Test
    void anUpdateLearnsFromAllOfItsCommitments() {
        double[] before =
                new MetaResponse(0.01, 0, 22, 4, 0, 6).train(steps(), 0, s -> {}).numbers();
        double[] after =
                new MetaResponse(0.01, 1, 22, 4, 0, 6).train(steps(), 0, s -> {}).numbers();
        for (int k = 0; k < before.length; k++) {
            assertThat(after[k]).as("number %d", k).isNotEqualTo(before[k]);
        }
    }

    /** With a weight for every situation and action the likelihood is largest at the shares. */
    @Test
    void habitsAreTheSharesAtEachTypeAndStep() {
        TypedSteps game = steps();
        RandomGenerator random = new SplittableRandom(31);
        int[][][] counts = new int[TYPES[0]][TypedSteps.STEPS][ACTIONS[0]];
        List<String> lines = new ArrayList<>(List.of("type,observation,action,count"));
        for (int type = 0; type < TYPES[0]; type++) {
            for (int o = 0; o < TypedSteps.STEPS; o++) {
                for (int a = 0; a < ACTIONS[0]; a++) {
                    counts[type][o][a] = 1 + random.nextInt(60);
                    lines.add(
                            String.join(
                                    ",",
                                    String.valueOf(type + 1),
                                    String.valueOf(o + 1),
                                    String.valueOf(a + 1),
                                    String.valueOf(counts[type][o][a])));
                }
            }
        }
        InverseRl model = new InverseRl(lines, InverseRl.Likes.SITUATIONS, 0);
        Artefact artefact = model.train(game, 0, share -> {});
        HearsPlays seat = (HearsPlays) model.seat(game, 0, artefact);
        for (int type = 0; type < TYPES[0]; type++) {
            for (int o = 0; o < TypedSteps.STEPS; o++) {
                double total = Arrays.stream(counts[type][o]).sum();
                double[] shares =
                        Arrays.stream(counts[type][o]).mapToDouble(c -> c / total).toArray();
                assertThat(seat.strategy(type, o)).containsExactly(shares, within(1e-6));
                int situation = seat.situation(type, o);
                long[] seen = new long[ACTIONS[0]];
                for (int k = 0; k < 3_000; k++) {
                    seen[seat.choose(situation, random)]++;
                }
                Frequencies.assertDistribution(seen, shares);
            }
        }
        assertThat(artefact.findings().rows()).hasSize(6 * (ACTIONS[0] - 1));
    }
}
