package stackelberg.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.RunResult;
import stackelberg.scenario.Seeds;

/** The table of a study: a row a cell, over all of its seeds that are over. */
public final class StudyTable {
    private static final List<String> COLUMNS =
            List.of(
                    "n",
                    "mean",
                    "standardError",
                    "low95",
                    "high95",
                    "interquartileMean",
                    "best",
                    "worst",
                    "optimum",
                    "reached",
                    "cpuSeconds",
                    "reference");

    private final Study study;
    private final List<Cell> cells;
    private final List<Summary> summaries = new ArrayList<>();

    /** Every cell but the first against the first. */
    private final List<Comparison> comparisons;

    /**
     * @throws IOException with a message for a person if a result is damaged
     */
    public StudyTable(Study study, List<Cell> cells, StudyFolder folder) throws IOException {
        this.study = study;
        this.cells = cells;
        List<Map<Long, Double>> rewards = new ArrayList<>();
        for (Cell cell : cells) {
            List<RunResult> results = new ArrayList<>();
            for (long seed : Seeds.parse(study.seeds())) {
                folder.result(cell, seed).ifPresent(results::add);
            }
            summaries.add(Summary.of(cell, results));
            Map<Long, Double> bySeed = new LinkedHashMap<>();
            for (RunResult result : results) {
                if (result.leaderReward() != null) {
                    bySeed.put(result.seed(), result.leaderReward());
                }
            }
            rewards.add(bySeed);
        }
        comparisons = Comparison.againstFirst(rewards);
    }

    /** {@code [cell]}. */
    List<Summary> summaries() {
        return summaries;
    }

    private List<@Nullable Double> numbers(int k) {
        Summary s = summaries.get(k);
        Double reference = study.reference(cells.get(k)).map(Reference::value).orElse(null);
        List<@Nullable Double> numbers = new ArrayList<>();
        numbers.add((double) s.n());
        for (double number :
                new double[] {
                    s.mean(), s.standardError(), s.low(), s.high(), s.middle(), s.best(), s.worst()
                }) {
            numbers.add(Double.isNaN(number) ? null : Double.valueOf(number));
        }
        numbers.add(s.optimum());
        numbers.add((double) s.reached());
        numbers.add(s.cpuSeconds());
        numbers.add(reference);
        return numbers;
    }

    /** One JSON object a line. */
    public String json() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < cells.size(); k++) {
            Summary s = summaries.get(k);
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            cells.get(k).levels().forEach(row.putObject("levels")::put);
            row.put("n", s.n());
            row.put("mean", known(s.mean()));
            row.put("standardError", known(s.standardError()));
            row.putArray("ci95").add(known(s.low())).add(known(s.high()));
            row.put("interquartileMean", known(s.middle()));
            row.put("best", known(s.best()));
            row.put("worst", known(s.worst()));
            row.put("optimum", s.optimum());
            row.put("reached", s.optimum() == null ? null : Integer.valueOf(s.reached()));
            row.put("cpuSeconds", s.cpuSeconds());
            Optional<Reference> reference = study.reference(cells.get(k));
            row.put("reference", reference.map(Reference::value).orElse(null));
            row.put("source", reference.map(Reference::source).orElse(null));
            if (k > 0) {
                Comparison against = comparisons.get(k - 1);
                ObjectNode first = row.putObject("againstFirst");
                first.put("pairs", against.pairs());
                first.put("difference", known(against.difference()));
                first.putArray("ci95").add(known(against.low())).add(known(against.high()));
                first.put("p", known(against.p()));
            }
            text.append(row).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    /** A heading and a line a cell; a text with a comma or a quote is quoted. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        study.axes().forEach(axis -> text.append(quoted(axis.name())).append(','));
        text.append(String.join(",", COLUMNS)).append('\n');
        for (int k = 0; k < cells.size(); k++) {
            cells.get(k).levels().values().forEach(l -> text.append(quoted(l)).append(','));
            List<String> numbers =
                    numbers(k).stream().map(n -> n == null ? "" : String.valueOf(n)).toList();
            text.append(String.join(",", numbers)).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A table in Markdown under the study's title and question. */
    public String markdown() {
        List<String> heading = new ArrayList<>();
        study.axes().forEach(axis -> heading.add(axis.name()));
        heading.addAll(
                List.of(
                        "seeds",
                        "mean ± 95 %",
                        "middle half",
                        "best",
                        "worst",
                        "optimum",
                        "reached",
                        "reference"));
        StringBuilder text = new StringBuilder("# ").append(study.title()).append("\n\n");
        if (!study.question().isEmpty()) {
            text.append(study.question()).append("\n\n");
        }
        line(heading, text);
        line(heading.stream().map(name -> "---").toList(), text);
        for (int k = 0; k < cells.size(); k++) {
            line(row(k), text);
        }
        if (!comparisons.isEmpty()) {
            text.append("\nAgainst the first row, seed by seed:\n\n");
            compare(text);
        }
        return text.toString();
    }

    private void compare(StringBuilder text) {
        List<String> heading = new ArrayList<>();
        study.axes().forEach(axis -> heading.add(axis.name()));
        heading.addAll(List.of("pairs", "difference", "95 % (bootstrap)", "p (t, Holm)"));
        line(heading, text);
        line(heading.stream().map(name -> "---").toList(), text);
        for (int k = 1; k < cells.size(); k++) {
            Comparison against = comparisons.get(k - 1);
            List<String> row = new ArrayList<>(cells.get(k).levels().values());
            row.add(String.valueOf(against.pairs()));
            row.add(words(against.difference()));
            row.add(words(against.low()) + " to " + words(against.high()));
            row.add(
                    Double.isNaN(against.p())
                            ? "–"
                            : String.format(Locale.ROOT, "%.2g", against.p()));
            line(row, text);
        }
    }

    /** Whether some interval is as wide as this, or not known yet. */
    public boolean widerThan(double band) {
        return summaries.stream().anyMatch(s -> !(s.high() - s.low() < band));
    }

    private List<String> row(int k) {
        Summary s = summaries.get(k);
        List<String> row = new ArrayList<>(cells.get(k).levels().values());
        row.add(String.valueOf(s.n()));
        double half = s.high() - s.mean();
        row.add(words(s.mean()) + (Double.isNaN(half) ? "" : " ± " + words(half)));
        row.add(words(s.middle()));
        row.add(words(s.best()));
        row.add(words(s.worst()));
        row.add(s.optimum() == null ? "–" : words(s.optimum()));
        row.add(s.optimum() == null ? "–" : s.reached() + " of " + s.n());
        row.add(
                study.reference(cells.get(k))
                        .map(
                                r ->
                                        words(r.value())
                                                + (r.source().isEmpty() ? "" : ", " + r.source()))
                        .orElse("–"));
        return row;
    }

    private static String words(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static void line(List<String> fields, StringBuilder text) {
        text.append("| ")
                .append(
                        String.join(
                                " | ", fields.stream().map(f -> f.replace("|", "\\|")).toList()))
                .append(" |\n");
    }
}
