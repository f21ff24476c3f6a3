package stackelberg.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A scenario, what of it varies, and with which seeds.
 *
 * @param title a short name
 * @param question what it asks, in one sentence
 * @param expected how long it takes, in words; empty if that is not known
 * @param base the scenario, as its file states it
 * @param axes what varies; the cells are all combinations of their levels
 * @param seeds a number, a range or a list, as in a scenario
 * @param measures what is compared, at least one; the first is what figures show
 * @param references numbers to compare the first measure with
 * @param claims what was published, to be held against what comes out
 */
public record Study(
        String title,
        String question,
        String expected,
        ObjectNode base,
        List<Axis> axes,
        String seeds,
        List<Measure> measures,
        List<Reference> references,
        List<Claim> claims) {

    /** A study of the leader's reward, with nothing to compare it with. */
    public Study(String title, String question, ObjectNode base, List<Axis> axes, String seeds) {
        this(
                title,
                question,
                "",
                base,
                axes,
                seeds,
                List.of(Measure.LEADER_REWARD),
                List.of(),
                List.of());
    }

    /** What figures show. */
    public Measure measure() {
        return measures.get(0);
    }

    /** This study with other seeds. */
    public Study withSeeds(String others) {
        return new Study(
                title, question, expected, base, axes, others, measures, references, claims);
    }

    /** This study with so many leader transitions in every run. */
    public Study withBudget(long transitions) {
        ObjectNode other = base.deepCopy().put("budget", transitions);
        return new Study(
                title, question, expected, other, axes, seeds, measures, references, claims);
    }

    /** The number to compare a cell with that says most about it; empty if there is none. */
    public Optional<Reference> reference(Cell cell) {
        return references.stream()
                .filter(r -> cell.levels().entrySet().containsAll(r.levels().entrySet()))
                .max(Comparator.comparingInt(r -> r.levels().size()));
    }
}
