package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.Commitment;
import stackelberg.game.NormalForm;
import stackelberg.game.OrdinalGame;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Table;

class GambitFileTest {
    @TempDir private Path folder;

    @Test
    void thePayoffVersionIsRead() throws Exception {
        Scenario scenario =
                GambitFile.read(
                        "NFG 1 R \"Selten (IJGT, 75), Figure 2\" { \"P1\" \"P2\" }\n"
                                + "{ 3 2 }\n\n1 1 0 2 0 2 1 1 0 3 2 0\n");
        NormalForm game = (NormalForm) scenario.game();
        assertThat(scenario.faults()).isEmpty();
        assertThat(scenario.title()).isEqualTo("Selten (IJGT, 75), Figure 2");
        assertThat(game.payoffs().rows()).isEqualTo(3);
        assertThat(game.payoffs().columns()).isEqualTo(2);
        // Player 1's strategy changes fastest: cells (1,1), (2,1), (3,1), (1,2), (2,2), (3,2).
        assertThat(cell(game, 0, 0)).containsExactly(1, 1);
        assertThat(cell(game, 1, 0)).containsExactly(0, 2);
        assertThat(cell(game, 0, 1)).containsExactly(1, 1);
        assertThat(cell(game, 1, 1)).containsExactly(0, 3);
        assertThat(cell(game, 2, 1)).containsExactly(2, 0);
    }

    @Test
    void theOutcomeVersionIsRead() throws Exception {
        Scenario scenario =
                GambitFile.read(
                        """
                        NFG 1 R "With \\"names\\"" { "Row" "Column" }
                        { { "up" "down" } { "left" "right" } }
                        "a comment"
                        { { "a" 1/2, -1.5 }
                          { "b" 3, 4e1 } }
                        1 2 0 1
                        """);
        NormalForm game = (NormalForm) scenario.game();
        assertThat(scenario.title()).isEqualTo("With \"names\"");
        assertThat(cell(game, 0, 0)).containsExactly(0.5, -1.5);
        assertThat(cell(game, 1, 0)).containsExactly(3, 40);
        assertThat(cell(game, 0, 1)).containsExactly(0, 0);
        assertThat(cell(game, 1, 1)).containsExactly(0.5, -1.5);
    }

    private static double[] cell(NormalForm game, int row, int column) {
        double[] cell = new double[game.payoffs().width()];
        for (int player = 0; player < cell.length; player++) {
            cell[player] = game.payoffs().at(row, column, player);
        }
        return cell;
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        SplittableRandom random = new SplittableRandom(12);
        for (int trial = 0; trial < 200; trial++) {
            int followers = 1 + random.nextInt(3);
            List<Integer> actions = random.ints(followers, 1, 4).boxed().toList();
            int columns = actions.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
            double[][][] cells = new double[1 + random.nextInt(4)][columns][followers + 1];
            for (double[][] row : cells) {
                for (double[] cell : row) {
                    for (int player = 0; player < cell.length; player++) {
                        cell[player] =
                                random.nextBoolean()
                                        ? random.nextInt(-9, 10)
                                        : random.nextDouble(-1, 1)
                                                * Math.pow(10, random.nextInt(-9, 9));
                    }
                }
            }
            NormalForm game =
                    new NormalForm(
                            Table.of(cells),
                            Commitment.RANDOMISED,
                            followers == 1 ? List.of() : actions);
            Path file = folder.resolve(trial + ".nfg");
            Files.writeString(file, GambitFile.write("\"Trial\" \\ " + trial, game));
            Scenario again = GambitFile.read(file);
            assertThat(again.game()).isEqualTo(game);
            assertThat(again.title()).isEqualTo("\"Trial\" \\ " + trial);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EFG 2 R|line 1: \"EFG\" stands where NFG is expected",
                "NFG 1 R \"x\" { \"a\" } { 2 } 1 2|one player only",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 2 2 } 1 2 3|The file ends where a payoff",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } 1 2 3|where the file should end",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } 1 two|\"two\" is no payoff",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } 1 1/0|\"1/0\" is no payoff",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } 1 1e99999|is no payoff",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1000 1000 } 1|more than 100000 cells",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 0 }|player 2 has no strategy",
                "NFG 1 R \"x\" { \"a\" \"b\" } { { \"u\" } { \"l\" } } { { \"o\" 1 2 } } 2|0 to 1",
                "NFG 1 R \"x|does not end",
                "``|The file ends where NFG is expected"
            })
    void whatIsWrongIsSaidWithItsLine(String text, String message) {
        assertThatThrownBy(() -> GambitFile.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1: ")
                .hasMessageContaining(message);
    }

    @Test
    void aTitleIsCutToWhatAScenarioHolds() throws Exception {
        String text = "NFG 1 D \"%s\" { \"a\" \"b\" } { 1 1 } 1 2";
        assertThat(GambitFile.read(text.formatted("x".repeat(80))).title()).hasSize(80);
        assertThat(GambitFile.read(text.formatted("x".repeat(81))).title())
                .isEqualTo("x".repeat(80));
        assertThat(GambitFile.read(text.formatted(" ")).title()).isEqualTo("From Gambit");
        // A character of two halves is not cut in two.
        Scenario cut = GambitFile.read(text.formatted("x".repeat(79) + "\ud83c\udfb2"));
        assertThat(cut.title()).isEqualTo("x".repeat(79));
        assertThat(ScenarioFile.read(ScenarioFile.write(cut)).faults()).isEmpty();
    }

    @Test
    void ordinalGamesAndNormalFormsCanBeWritten() throws Exception {
        assertThat(GambitFile.canHold(new OrdinalGame())).isTrue();
        assertThat(GambitFile.canHold(new NormalForm())).isTrue();
        assertThat(GambitFile.canHold(new SimpleAllocation())).isFalse();
        String written = GambitFile.write("Dilemma", new OrdinalGame());
        assertThat(written)
                .isEqualTo(
                        "NFG 1 R \"Dilemma\" { \"Leader\" \"Follower\" } { 2 2 }\n\n"
                                + "3 3 4 1 1 4 2 2\n");
        NormalForm three =
                new NormalForm(
                        Table.of(new double[][][] {{{1, 2, 3}, {4, 5, 6}}}),
                        Commitment.PURE,
                        List.of(2, 1));
        assertThat(GambitFile.write("Three", three))
                .startsWith(
                        "NFG 1 R \"Three\" { \"Leader\" \"Follower 1\" \"Follower 2\" }"
                                + " { 1 2 1 }");
        assertThat(GambitFile.looksLikeOne(Path.of("a.NFG"))).isTrue();
        assertThat(GambitFile.looksLikeOne(Path.of("a.json"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NFG 1 X \"x\"|\"X\" stands where R or D is expected",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 2 }|2 players are named, but 1 have strategies",
                "NFG 1 R x|A name in double quotes is expected",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } 1 1/2/3|\"1/2/3\" is no payoff",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 100001 1 }|from 0 to 100000 is expected",
                "NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } 1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx|"
                        + "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" is no payoff",
                "NFG 1 R \"x\\\\|A name in double quotes does not end"
            })
    void moreThatIsWrong(String text, String message) {
        assertThatThrownBy(() -> GambitFile.read(text))
                .isInstanceOf(IOException.class)
                .hasMessage("line 1: " + message.replace("from 0", "A whole number from 0"));
    }

    @Test
    void aFileThatIsTooLargeOrAbsentIsSaid() throws Exception {
        Path large = folder.resolve("large.nfg");
        Files.write(large, new byte[GambitFile.LARGEST + 1]);
        assertThatThrownBy(() -> GambitFile.read(large))
                .hasMessage("cannot read " + large + ": it has more than 4 MB");
        Path none = folder.resolve("none.nfg");
        assertThatThrownBy(() -> GambitFile.read(none))
                .hasMessage("cannot read " + none + ": there is no such file or folder");
        assertThat(
                        GambitFile.read("\ufeffNFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } \"why\" 1 2")
                                .title())
                .isEqualTo("x");
    }
}
