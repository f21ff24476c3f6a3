package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.MechanismTable;
import stackelberg.game.SecurityGame;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;

/** Tables of what people did: how they are read, refused, and what is said of a fit to them. */
class DemonstrationsTest {
    /** Four targets, two attackers. */
    private static final BaseGame GUARDS = new SecurityGame().assemble();

    private static Demonstrations read(BaseGame game, String... lines) {
        Faults faults = new Faults();
        Demonstrations read = Demonstrations.read(List.of(lines), game, 0, faults);
        assertThat(faults.list()).isEmpty();
        return Objects.requireNonNull(read);
    }

    private static String fault(BaseGame game, String... lines) {
        Faults faults = new Faults();
        assertThat(Demonstrations.read(List.of(lines), game, 0, faults)).isNull();
        assertThat(faults.list()).hasSize(1);
        return faults.list().get(0).toString();
    }

    /** Names in any case or numbers, columns in any order, spaces and empty lines wherever. */
    @Test
    void namesAndNumbersAreTheSame() {
        Demonstrations named =
                read(
                        GUARDS,
                        " Count , ACTION,type",
                        "2.5, Target 3,attacker 2",
                        "",
                        "1,1, 1",
                        "4,\"4\",ATTACKER 1");
        assertThat(named.priced()).isFalse();
        assertThat(named.count()).isCloseTo(7.5, within(1e-12));
        assertThat(named.choices())
                .containsExactly(
                        new Demonstrations.Choice(1, 2, 2.5, null),
                        new Demonstrations.Choice(0, 0, 1, null),
                        new Demonstrations.Choice(0, 3, 4, null));
    }

    /** A view is type · observations + observation; here five observations. */
    @Test
    void observationsAreNumberedFromOne() {
        Demonstrations read =
                read(new IteratedMatrix().assemble(), "observation,action", "1,2", "5,column 1");
        assertThat(read.choices()).extracting(Demonstrations.Choice::view).containsExactly(0, 4);
        assertThat(read.choices())
                .extracting(Demonstrations.Choice::count)
                .containsExactly(1.0, 1.0);
        for (String wrong : new String[] {"0", "6", "observation"}) {
            assertThat(
                            fault(
                                    new IteratedMatrix().assemble(),
                                    "observation,action",
                                    wrong + ",2",
                                    "2,1"))
                    .isEqualTo(
                            "$: line 2 has the observation \""
                                    + wrong
                                    + "\". Enter a number from 1 to 5 or one of: 1, 2, 3, 4, 5.");
        }
    }

    @Test
    void payoffsAreReadByTheActionTheyAreOf() {
        RandomGame game =
                new RandomGame(new SplittableRandom(7), new int[] {1}, new int[] {2}, 1, 1);
        Demonstrations read =
                read(game, "payoff of 2,action,Payoff of action 1", "-0.5,1,7", "2,2,1e3");
        assertThat(read.priced()).isTrue();
        assertThat(read.choices().get(0).payoffs()).containsExactly(7, -0.5);
        assertThat(read.choices().get(1).payoffs()).containsExactly(1000, 2);
        assertThat(fault(game, "action,payoff of 2", "1,0", "2,0"))
                .isEqualTo(
                        "$: there are columns of payoffs, but none for action 1. Add a column"
                                + " \"payoff of 1\".");
        assertThat(fault(game, "action,payoff of 3,payoff of 1", "1,0,0", "2,0,0"))
                .startsWith("$: line 1 has the action \"3\". Enter a number from 1 to 2 or one of:")
                .endsWith("action 1, action 2.");
        assertThat(fault(game, "action,payoff of 1,payoff of 2", "1,0,x", "2,0,0"))
                .isEqualTo(
                        "$: line 2 has \"x\" where a number belongs. Enter a number, such as 0.5.");
    }

    @Test
    void remediesSayWhatToEnter() {
        assertThat(fault(GUARDS))
                .isEqualTo(
                        "$: there are no demonstrations. Load a table of what people did, its"
                                + " heading first: type,action.");
        assertThat(fault(new IteratedMatrix().assemble(), "action", "1", "2"))
                .isEqualTo(
                        "$: line 1, the heading, has no column \"observation\". Give it the columns"
                                + " observation,action.");
        assertThat(fault(GUARDS, "type,action,mood", "1,1,good", "1,2,bad"))
                .isEqualTo(
                        "$: line 1, the heading, has an unknown column \"mood\". Known are type,"
                                + " observation, action, count and \"payoff of …\".");
        assertThat(fault(GUARDS, "type,action", "1,5", "1,2"))
                .isEqualTo(
                        "$: line 2 has the action \"5\". Enter a number from 1 to 4 or one of:"
                                + " target 1, target 2, target 3, target 4.");
        assertThat(fault(GUARDS, "type,action", "3,1", "1,2"))
                .isEqualTo(
                        "$: line 2 has the type \"3\". Enter a number from 1 to 2 or one of:"
                                + " attacker 1, attacker 2.");
        assertThat(fault(GUARDS, "type,action", "1,1", "2,1"))
                .startsWith("$: all demonstrations are of one action, target 1, so that nothing");
        assertThat(fault(GUARDS, "type,action", "1,\"1", "2,1"))
                .isEqualTo("$: line 2 cannot be read. Close the quotes that are opened in it.");
        assertThat(fault(GUARDS, "type,action,count", "1,1,\"0,5\"", "2,2,1"))
                .endsWith("Write it with a point: 0.5.");
        assertThat(fault(GUARDS, "type,action,count", "1,1,0", "2,2,1"))
                .isEqualTo("$: line 2 has a count of 0.0. Enter more than 0.");
        assertThat(fault(GUARDS, "type,action,count", "1,1,2e12", "2,2,1"))
                .startsWith("$: line 2 has a count of 2.0E12.");
        assertThat(read(GUARDS, "type,action,count", "1,1,1e12", "2,2,1").count())
                .isEqualTo(1e12 + 1);
        assertThat(fault(GUARDS, "type\taction", "1\t1"))
                .startsWith("$: its columns are not separated by commas.");
    }

    /** Of nine names or more eight are said. */
    @Test
    void manyNamesAreNotAllSaid() {
        BaseGame nine = messages(9);
        assertThat(fault(nine, "action", "ten", "1"))
                .endsWith(
                        "Enter a number from 1 to 9 or one of: message 1, message 2, message 3,"
                                + " message 4, message 5, message 6, message 7, message 8 ….");
        assertThat(fault(messages(8), "action", "ten", "1")).endsWith("message 7, message 8.");
    }

    private static BaseGame messages(int count) {
        return new MechanismTable(
                        stackelberg.parameter.Table.of(new double[][][] {{{1, 0}, {0, 1}}}),
                        stackelberg.parameter.Table.of(new double[][][] {{{1}}}),
                        List.of(1),
                        List.of(count))
                .assemble();
    }

    private static RandomGame game(int types, int actions) {
        return new RandomGame(
                new SplittableRandom(7), new int[] {types}, new int[] {actions}, 1, 1);
    }

    /** Of 60 and 40 the log-likelihood is 60 ln 0.6 + 40 ln 0.4 = −67.301167. */
    @Test
    void whatWasFoundIsSaidInSentences() {
        InverseRl model =
                new InverseRl(List.of("action,count", "1,60", "2,40"), InverseRl.Likes.ACTIONS, 0);
        List<Double> shares = new ArrayList<>();
        Artefact artefact = model.train(game(1, 2), 0, shares::add);
        List<String> sentences = artefact.findings().sentences();
        assertThat(sentences.get(0))
                .startsWith(
                        "Fitted to 100 choices: log-likelihood -67.301167, -0.6730 a choice; acting"
                                + " at random would have -0.6931.");
        // A fifth of each row is held out: the fit to 48 and 32 says the same of 12 and 8.
        assertThat(sentences.get(1))
                .isEqualTo("Held out, 20 of them: log-likelihood -0.6730 a choice.");
        assertThat(sentences.get(2)).isEqualTo("Weights are against action 1, which has 0.");
        assertThat(sentences.get(3)).startsWith("The demonstrations do not say what actions were");
        assertThat(artefact.findings().columns()).containsExactly("weight", "standard error");
        assertThat(artefact.numbers())
                .containsExactly(new double[] {0, 0, Math.log(40 / 60.0)}, within(1e-9));
        assertThat(shares).isSorted().first().isEqualTo(0.0);
        assertThat(shares.get(shares.size() - 1)).isBetween(0.5, 1.0);
        InverseRl few =
                new InverseRl(
                        List.of("action,count", "1,0.2", "2,0.2"), InverseRl.Likes.ACTIONS, 0.1);
        assertThat(few.train(game(1, 2), 0, share -> {}).findings().sentences().get(1))
                .isEqualTo("There are too few choices to hold some out.");
    }

    /** Each situation has weights of its own: here log-odds 30 : 10 and 5 : 20. */
    @Test
    void situationsHaveWeightsOfTheirOwn() {
        InverseRl model =
                new InverseRl(
                        List.of("type,action,count", "1,1,30", "1,2,10", "2,1,5", "2,2,20"),
                        InverseRl.Likes.SITUATIONS,
                        0);
        Artefact artefact = model.train(game(2, 2), 0, share -> {});
        assertThat(artefact.findings().rows())
                .extracting(Artefact.Row::name)
                .containsExactly("action 2, type 1", "action 2, type 2");
        double[] first = artefact.findings().rows().get(0).numbers();
        double[] second = artefact.findings().rows().get(1).numbers();
        assertThat(first)
                .containsExactly(
                        new double[] {Math.log(10 / 30.0), Math.sqrt(1 / 30.0 + 1 / 10.0)},
                        within(1e-8));
        assertThat(second)
                .containsExactly(
                        new double[] {Math.log(20 / 5.0), Math.sqrt(1 / 5.0 + 1 / 20.0)},
                        within(1e-8));
        HearsPlays seat = (HearsPlays) model.seat(game(2, 2), 0, artefact);
        assertThat(seat.strategy(0)).containsExactly(new double[] {0.75, 0.25}, within(1e-9));
        assertThat(seat.strategy(1)).containsExactly(new double[] {0.2, 0.8}, within(1e-9));
        assertThat(seat.learn(0, 0, 5, HearsPlays.OVER)).isFalse();
        assertThat(seat.window()).isEqualTo(1);
        seat.reset();
        assertThat(seat.strategy(1)[1]).isCloseTo(0.8, within(1e-9));
        long[] seen = new long[2];
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 10_000; k++) {
            seen[seat.choose(seat.situation(1, 0), random)]++;
        }
        stackelberg.game.Frequencies.assertDistribution(seen, new double[] {0.2, 0.8});
    }

    /** What a person saw in a step and did then, of the five observations of a dilemma. */
    @Test
    void observationsAreSituationsToo() {
        List<String> lines = new ArrayList<>(List.of("observation,action,count"));
        for (int o = 1; o <= 5; o++) {
            lines.add(o + ",1," + (10 + o));
            lines.add(o + ",2,10");
        }
        InverseRl model = new InverseRl(lines, InverseRl.Likes.SITUATIONS, 0);
        BaseGame dilemma = new IteratedMatrix().assemble();
        Artefact artefact = model.train(dilemma, 0, share -> {});
        assertThat(artefact.findings().rows().get(0).name())
                .isEqualTo("column 2, type 1, at first");
        assertThat(artefact.findings().rows().get(3).name())
                .isEqualTo("column 2, type 1, after row 2, column 1");
        Seat seat = model.seat(dilemma, 0, artefact);
        for (int o = 0; o < 5; o++) {
            assertThat(seat.strategy(0, o)[1]).isCloseTo(10 / (21.0 + o), within(1e-9));
        }
        assertThat(model.lesson()).isEqualTo(Lesson.OWN_PLAYS);
    }

    /** Payoffs alone: λ is the log-odds per unit of payoff, 3 : 1 for a unit. */
    @Test
    void payoffsAloneHaveAPrecision() {
        List<String> lines =
                List.of("action,payoff of 1,payoff of 2,count", "1,1,0,75", "2,1,0,25");
        InverseRl model = new InverseRl(lines, InverseRl.Likes.NOTHING, 0);
        Artefact artefact = model.train(game(1, 2), 0, share -> {});
        assertThat(artefact.numbers())
                .containsExactly(new double[] {Math.log(3), 0, 0}, within(1e-9));
        assertThat(artefact.findings().rows())
                .extracting(Artefact.Row::name)
                .containsExactly("precision λ, per unit of payoff");
        assertThat(artefact.findings().sentences()).hasSize(2);
        assertThat(model.lesson()).isEqualTo(Lesson.COMMITMENT);
        Faults faults = new Faults();
        new InverseRl(List.of("action", "1", "2"), InverseRl.Likes.NOTHING, 0)
                .check(game(1, 2), 0, faults);
        assertThat(faults.list())
                .extracting(Object::toString)
                .containsExactly(
                        "$.likes: without payoffs in the demonstrations nothing is left to be"
                                + " fitted. Choose actions, or add columns \"payoff of …\".");
    }

    /** A penalty keeps finite what was never done: w = log-odds of the first-order condition. */
    @Test
    void aPenaltyDrawsWeightsTowardsNothing() {
        ConditionalLogit fit =
                new ConditionalLogit(
                        new double[][][] {{{0}, {1}}}, new int[] {0}, new double[] {10}, 2);
        assertThat(fit.fit(share -> {})).isTrue();
        double w = fit.weights()[0];
        // −10 P(2) − 2 w = 0.
        double second = Math.exp(w) / (1 + Math.exp(w));
        assertThat(10 * second + 2 * w).isCloseTo(0, within(1e-8));
        assertThat(fit.covariance()[0][0])
                .isCloseTo(1 / (10 * second * (1 - second) + 2), within(1e-9));
        ConditionalLogit never =
                new ConditionalLogit(
                        new double[][][] {{{0}, {1}}}, new int[] {0}, new double[] {10}, 0);
        assertThat(never.fit(share -> {})).isFalse();
        double[][][] alike = {{{0, 0}, {1, 1}}, {{0, 0}, {1, 1}}};
        assertThat(
                        new ConditionalLogit(alike, new int[] {0, 1}, new double[] {1, 1}, 0)
                                .fit(share -> {}))
                .as("two weights that cannot be told apart")
                .isFalse();
    }
}
