package stackelberg.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Table;
import stackelberg.workbench.session.ParameterPath;

class TableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"15, 10", "15,10", "(15, 10)", " 15 10 ", "15/10", "[15; 10]"})
    void aCellIsReadHoweverItIsWritten(String text) {
        assertThat(TableText.readCell(text, 2)).containsExactly(15, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "1, 2, 3", "a, b", "", "1, NaN"})
    void aBadCellIsRefused(String text) {
        assertThatThrownBy(() -> TableText.readCell(text, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cellsReadBackAsTheyWereWritten() {
        Table table = Table.of(new double[][][] {{{15, 15.5}, {-1, 0}}});
        assertThat(TableText.cell(table, 0, 0)).isEqualTo("15, 15.5");
        assertThat(TableText.readCell(TableText.cell(table, 0, 1), 2)).containsExactly(-1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2\t3,4\n5,6\t7,8",
                "1,2;3,4\r\n5,6;7,8\n",
                "(1,2) (3,4)\n(5,6), (7,8)",
                "1,2,3,4\n5,6,7,8",
                "1 2 3 4\n5 6 7 8",
                "\"1, 2\",\"3, 4\"\n\"5, 6\",\"7, 8\""
            })
    void aClipboardOfAnyKindBecomesRowsAndColumns(String text) {
        List<Fault> faults = new ArrayList<>();
        double[][][] values =
                TableText.read(TableText.split(text, 2), 2, ParameterPath.ROOT, faults);
        assertThat(faults).isEmpty();
        assertThat(values).isDeepEqualTo(new double[][][] {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}});
    }

    @Test
    void faultsNameTheCell() {
        List<Fault> faults = new ArrayList<>();
        TableText.read(new String[][] {{"1, 2", "x"}}, 2, ParameterPath.ROOT.at("payoffs"), faults);
        assertThat(faults).extracting(Fault::path).containsExactly("$.payoffs[0][1]");
    }

    @Test
    void cellsThatAgreeSayHowManyNumbersTheyHold() {
        assertThat(TableText.width(new String[][] {{"1, 2", "(3 4)"}}, 1)).isEqualTo(2);
        assertThat(TableText.width(new String[][] {{"1, 2", "3"}}, 1)).isEqualTo(1);
        assertThat(TableText.width(new String[][] {{"", ""}}, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", ";", "\t", ",", "a\n\n\"b", "1;2\n3"})
    void uselessTextIsRowsOfCellsAllTheSame(String text) {
        for (String[] row : TableText.split(text, 1)) {
            assertThat(row).doesNotContainNull();
        }
    }

    @Test
    void decimalCommasAreUnderstoodWhereTheyCanBeTold() {
        assertThat(TableText.readCell("1,5", 1)).containsExactly(1.5);
        assertThat(TableText.readCell("−1,5 2", 2)).containsExactly(-1.5, 2);
        assertThat(TableText.readCell("(1,5; 2,25)", 2)).containsExactly(1.5, 2.25);
        assertThat(TableText.readCell("1,5", 2)).containsExactly(1, 5);
        assertThat(TableText.readCell("1, 5", 2)).containsExactly(1, 5);
        String[][] cells = TableText.split("0,4\t0,1\n0,1\t0,4", 1);
        assertThat(TableText.width(cells, 1)).isEqualTo(1);
        assertThat(TableText.readCell(cells[0][0], 1)).containsExactly(0.4);
    }

    @Test
    void aSpreadsheetsTableIsAGame() throws Exception {
        assertThat(TableFile.read("\"1, 2\";\"3, 4\"\n\"5, 6\";\"7, 8\"\n").at(1, 0, 1))
                .isEqualTo(6);
        assertThat(TableFile.read("1,5 2\t3 4,25\n").at(0, 1, 1)).isEqualTo(4.25);
        assertThat(TableFile.read("1,2,3,4\n5,6,7,8").columns()).isEqualTo(2);
        for (String wrong : new String[] {"", "1\t2\n3", "1;2\n3;4", "a, b\t1, 2"}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> TableFile.read(wrong))
                    .isInstanceOf(java.io.IOException.class);
        }
    }
}
