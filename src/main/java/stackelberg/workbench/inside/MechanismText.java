package stackelberg.workbench.inside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.game.MechanismSheet;
import stackelberg.pomdp.Evaluation;
import stackelberg.workbench.chart.Latex;
import stackelberg.workbench.session.WatchedRun;

/** A learned mechanism in words that can be taken elsewhere. */
final class MechanismText {
    private MechanismText() {}

    /** A table of characters. */
    static String plain(MechanismSheet sheet) {
        List<List<String>> rows = rows(sheet);
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int k = 0; k < row.size(); k++) {
                widths[k] = Math.max(widths[k], row.get(k).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < row.size(); k++) {
                line.append(row.get(k)).append(" ".repeat(widths[k] - row.get(k).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A LaTeX table. */
    static String latex(MechanismSheet sheet) {
        List<List<String>> rows = rows(sheet);
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder text = new StringBuilder();
        text.append("\\begin{tabular}{l").append("r".repeat(columns - 1)).append("}\n\\hline\n");
        for (int r = 0; r < rows.size(); r++) {
            text.append(String.join(" & ", rows.get(r).stream().map(Latex::escape).toList()));
            text.append(" \\\\\n").append(r == 0 ? "\\hline\n" : "");
        }
        return text.append("\\hline\n\\end{tabular}\n").toString();
    }

    private static List<List<String>> rows(MechanismSheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(sheet.columns());
        head.add(0, sheet.corner());
        rows.add(head);
        for (MechanismSheet.Row row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.name());
            row.cells().forEach(cell -> cells.add(cell.words().replace('\n', ' ')));
            rows.add(cells);
        }
        return rows;
    }

    /**
     * What was learned, by whom, and what it is worth, as JSON: for each leader observation that is
     * reached, by its name, the number of each meaning, by its name.
     */
    static String json(WatchedRun run, Evaluation evaluation) {
        BaseGame game = run.experiment().game();
        String[] meanings = game.meaningNames();
        Map<String, Object> mechanism = new LinkedHashMap<>();
        double[][] rows = evaluation.mechanism();
        for (int observation = 0; observation < rows.length; observation++) {
            if (rows[observation].length > 0) {
                Map<String, Double> row = new LinkedHashMap<>();
                for (int k = 0; k < rows[observation].length; k++) {
                    row.put(meanings[k], rows[observation][k]);
                }
                mechanism.put(game.leaderObservationName(observation), row);
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", run.experiment().scenario().title());
        all.put("seed", run.seed());
        all.put("transitions", run.latest().transitions());
        all.put("leaderReward", evaluation.leaderReward());
        all.put("mechanism", mechanism);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mechanism is plain data", e);
        }
    }
}
