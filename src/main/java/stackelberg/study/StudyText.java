package stackelberg.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All tables of a study as texts, and what came of its claims. */
public final class StudyText {
    private final Study study;
    private final List<StudyTable> tables;
    private final List<Claim.Finding> findings;

    public StudyText(Outcomes outcomes) {
        this.study = outcomes.study();
        this.tables = StudyTable.all(outcomes);
        this.findings = outcomes.findings();
    }

    List<StudyTable> tables() {
        return tables;
    }

    /** One JSON object a cell and measure, each on a line. */
    public String json() {
        return tables.stream().map(StudyTable::json).collect(Collectors.joining());
    }

    /** A heading and a line a cell and measure. */
    public String csv() {
        return StudyTable.csvHead(study)
                + tables.stream().map(StudyTable::csv).collect(Collectors.joining());
    }

    /** The title, the question, what came of the claims, a table a measure. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# ").append(study.title()).append("\n\n");
        if (!study.question().isEmpty()) {
            text.append(study.question()).append("\n\n");
        }
        return text.append(results()).toString();
    }

    /** What came of the claims, and a table a measure. */
    String results() {
        return claims()
                + tables.stream().map(StudyTable::markdown).collect(Collectors.joining("\n"));
    }

    private String claims() {
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder("## What was published, and what came out\n\n")
                        .append("| published | pairs | difference | p (one-sided, Holm) |")
                        .append(" verdict |\n| --- | --- | --- | --- | --- |\n");
        for (Claim.Finding finding : findings) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %d | %s | %s | %s |%n",
                            StudyTable.field(finding.claim().says()),
                            finding.n(),
                            shown("%+.4g", finding.difference()),
                            shown("%.2g", finding.p()),
                            finding.verdict().words()));
        }
        return text.append('\n').toString();
    }

    private static String shown(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** Whether some interval of the first measure is as wide as this, or not known yet. */
    public boolean widerThan(double band) {
        return tables.get(0).widerThan(band);
    }
}
