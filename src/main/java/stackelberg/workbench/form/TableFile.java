package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Table;
import stackelberg.workbench.session.ParameterPath;

/** A payoff table as a spreadsheet saves it, taken in as a game. */
public final class TableFile {
    private static final int LARGEST = 1 << 20;

    private TableFile() {}

    /** Whether a file's name says that it is one. */
    public static boolean looksLikeOne(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    /**
     * The table of a file, each cell of which holds the leader's payoff and the followers': "3, 1",
     * "3 1" or "(3; 1)", with points or commas in decimals.
     *
     * @throws IOException with a message for a person if it cannot be read
     */
    public static Table read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(tr("it has more than {0} KB", LARGEST / 1024));
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return read(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    static Table read(String text) throws IOException {
        if (text.isBlank()) {
            throw new IOException(tr("it is empty"));
        }
        String[][] cells = TableText.split(text, 2);
        for (int row = 1; row < cells.length; row++) {
            if (cells[row].length != cells[0].length) {
                throw new IOException(
                        tr(
                                "line 1 has {0} cells, but line {1} has {2}",
                                cells[0].length, (row + 1), cells[row].length));
            }
        }
        int width = TableText.width(cells, 2);
        if (width < 2) {
            throw new IOException(
                    tr(
                            "its cells hold one number; a payoff table has the leader's payoff and"
                                    + " each follower's in every cell"));
        }
        List<Fault> faults = new ArrayList<>();
        double[][][] values = TableText.read(cells, width, ParameterPath.ROOT, faults);
        if (!faults.isEmpty()) {
            throw new IOException(
                    tr(
                            "its cell {0}: {1}",
                            faults.get(0).path().substring(1), faults.get(0).problem()));
        }
        return Table.of(values);
    }
}
