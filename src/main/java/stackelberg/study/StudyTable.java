package stackelberg.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                    "reference");

    private final Study study;
    private final List<Cell> cells;
    private final Measure measure;
    private final List<Summary> summaries = new ArrayList<>();

    /** Every cell but the first against the first. */
    private final List<Comparison> comparisons;

    /** Of one of the study's measures. */
    public StudyTable(Outcomes outcomes, Measure measure) {
        this.study = outcomes.study();
        this.cells = outcomes.cells();
        this.measure = measure;
        List<Map<Long, Double>> values = outcomes.values(measure);
        for (int k = 0; k < cells.size(); k++) {
            summaries.add(
                    Summary.of(cells.get(k), outcomes.results(k), measure, values.get(k).values()));
        }
        comparisons = Comparison.againstFirst(values);
    }

    /** The tables of all measures. */
    public static List<StudyTable> all(Outcomes outcomes) {
        return outcomes.study().measures().stream()
                .map(measure -> new StudyTable(outcomes, measure))
                .toList();
    }

    /** Its rows. */
    public List<Cell> cells() {
        return cells;
    }

    /** {@code [cell − 1]}: every cell but the first against the first. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** What it is of. */
    public Measure measure() {
        return measure;
    }

    private Optional<Reference> reference(int k) {
        return measure.equals(study.measure()) ? study.reference(cells.get(k)) : Optional.empty();
    }

    /** {@code [cell]}. */
    public List<Summary> summaries() {
        return summaries;
    }

    private List<@Nullable Double> numbers(int k) {
        Summary s = summaries.get(k);
        Double reference = reference(k).map(Reference::value).orElse(null);
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
            row.put("measure", measure.name());
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
            Optional<Reference> reference = reference(k);
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

    /** The line above those of {@link #csv}. */
    public static String csvHead(Study study) {
        StringBuilder text = new StringBuilder();
        study.axes().forEach(axis -> text.append(quoted(axis.name())).append(','));
        return text.append("measure,").append(String.join(",", COLUMNS)).append('\n').toString();
    }

    /**
     * A line a cell; a text with a comma or a quote is quoted. Nothing in it depends on where or
     * how fast the jobs were trained.
     */
    public String csv() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < cells.size(); k++) {
            cells.get(k).levels().values().forEach(l -> text.append(quoted(l)).append(','));
            text.append(quoted(measure.name())).append(',');
            List<String> numbers =
                    numbers(k).stream().map(n -> n == null ? "" : String.valueOf(n)).toList();
            text.append(String.join(",", numbers)).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A table in Markdown under what it measures, and every cell against the first. */
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
        StringBuilder text = new StringBuilder("## ").append(capital()).append("\n\n");
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

    private String capital() {
        return measure.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + measure.name().substring(1);
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
                reference(k)
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

    /** A text as a table in Markdown can hold it: on one line, and no bar ends it. */
    static String field(String text) {
        return text.replaceAll("\\R", " ").replace("|", "\\|");
    }

    private static void line(List<String> fields, StringBuilder text) {
        text.append("| ")
                .append(String.join(" | ", fields.stream().map(StudyTable::field).toList()))
                .append(" |\n");
    }
}
