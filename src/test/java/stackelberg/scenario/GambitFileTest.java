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
}
