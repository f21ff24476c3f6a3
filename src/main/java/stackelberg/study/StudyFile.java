package stackelberg.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.scenario.FileTrouble;

/**
 * Studies as JSON files:
 *
 * <pre>{@code
 * {"title": "…", "question": "…", "expected": "20 min on two cores",
 *  "base": {"file": "escape.json"},          or the scenario itself
 *  "axes": [{"path": "episode.responsePlays", "values": [100, 300]},
 *           {"name": "leader", "variants": [{"name": "wide critic", "set": {"leader.critic": "full"}}]}],
 *  "seeds": "1-25",
 *  "measures": [{"column": "greedy policy", "take": "best"}],   the leader's reward if left out
 *  "references": [{"cell": {"leader": "wide critic"}, "value": 0.588, "source": "…"}],
 *  "claims": [{"says": "…", "cell": {…}, "relation": "above", "other": {…}}]}   or "value": 0.5
 * }</pre>
 */
public final class StudyFile {
    private static final long LARGEST = 1 << 20;

    private StudyFile() {}

    /**
     * A study and its cells, or the faults that kept it from being one.
     *
     * @param study null if there are faults
     */
    public record Reading(@Nullable Study study, List<Cell> cells, List<StudyFault> faults) {}

    /**
     * Reads a file.
     *
     * @throws IOException with a message for a person if it cannot be read
     */
    public static Reading read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it has more than " + LARGEST + " bytes");
            }
            return read(Files.readString(file), file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /** Whether a file is meant to be a study rather than a scenario: it has a base. */
    public static boolean looksLikeOne(Path file) {
        try {
            return Files.size(file) <= LARGEST
                    && StudyReader.JSON.readTree(Files.readString(file)).has("base");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a text.
     *
     * @param folder where a base scenario is looked for; null if it must stand in the text
     */
    public static Reading read(String text, @Nullable Path folder) {
        StudyFaults faults = new StudyFaults();
        Study study = new StudyReader(folder, faults).read(text);
        List<Cell> cells = study == null ? List.of() : Cells.of(study, faults.list());
        boolean well = faults.list().isEmpty();
        return new Reading(well ? study : null, cells, List.copyOf(faults.list()));
    }

    /** A study that was read, changed since. */
    public static Reading expand(Study study) {
        List<StudyFault> faults = new ArrayList<>();
        List<Cell> cells = Cells.of(study, faults);
        return new Reading(faults.isEmpty() ? study : null, cells, faults);
    }

    /** A study as a text that is complete by itself, ending in a line break. */
    public static String write(Study study) {
        ObjectNode root = StudyReader.JSON.createObjectNode();
        root.put("title", study.title()).put("question", study.question());
        if (!study.expected().isEmpty()) {
            root.put("expected", study.expected());
        }
        root.set("base", study.base());
        for (Axis axis : study.axes()) {
            ObjectNode one = root.withArray("axes").addObject().put("name", axis.name());
            for (Level level : axis.levels()) {
                ObjectNode variant = one.withArray("variants").addObject();
                variant.put("name", level.label()).putObject("set").setAll(level.settings());
            }
        }
        root.put("seeds", study.seeds());
        for (Measure measure : study.measures()) {
            root.withArray("measures").add(measure(measure));
        }
        for (Reference reference : study.references()) {
            ObjectNode one = root.withArray("references").addObject();
            reference.levels().forEach(one.putObject("cell")::put);
            one.put("value", reference.value()).put("source", reference.source());
        }
        study.claims().forEach(claim -> write(claim, root.withArray("claims").addObject()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode measure(Measure measure) {
        return StudyReader.JSON
                .createObjectNode()
                .put("column", measure.column())
                .put("take", measure.take().word());
    }

    private static void write(Claim claim, ObjectNode one) {
        one.put("says", claim.says()).set("measure", measure(claim.measure()));
        claim.cell().forEach(one.putObject("cell")::put);
        one.put("relation", claim.relation().word());
        Map<String, String> other = claim.other();
        if (other == null) {
            one.put("value", claim.value());
        } else {
            other.forEach(one.putObject("other")::put);
        }
        if (claim.relation() == Claim.Relation.NEAR) {
            one.put("tolerance", claim.tolerance());
        }
    }
}
