package stackelberg.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.ScenarioPath;

/** All cells of a study: every combination of its axes' levels. */
final class Cells {
    /** The most cells: a table beyond it is read by no one. */
    static final int MOST = 10_000;

    private static final int LONGEST_NAME = 80;

    private Cells() {}

    /**
     * The cells in the order of the axes, the last changing fastest.
     *
     * @param faults filled with what keeps a cell from being trained
     */
    static List<Cell> of(Study study, List<StudyFault> faults) {
        long count = 1;
        for (Axis axis : study.axes()) {
            count *= axis.levels().size();
            if (count > MOST) {
                faults.add(
                        new StudyFault(
                                "$.axes",
                                "there are more than " + MOST + " combinations of levels",
                                "Leave out levels, or make several studies of it"));
                return List.of();
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (long number = 0; number < count && faults.isEmpty(); number++) {
            add(study, number, cells, faults);
        }
        return faults.isEmpty() ? List.copyOf(cells) : List.of();
    }

    private static void add(Study study, long number, List<Cell> cells, List<StudyFault> faults) {
        ObjectNode json = study.base().deepCopy();
        Map<String, String> levels = new LinkedHashMap<>();
        long left = number;
        long below = 1;
        for (Axis axis : study.axes()) {
            below *= axis.levels().size();
        }
        for (int a = 0; a < study.axes().size(); a++) {
            Axis axis = study.axes().get(a);
            below /= axis.levels().size();
            int at = (int) (left / below);
            left %= below;
            Level level = axis.levels().get(at);
            levels.put(axis.name(), level.label());
            for (Map.Entry<String, JsonNode> setting : level.settings().entrySet()) {
                if (!ScenarioPath.put(json, setting.getKey(), setting.getValue())) {
                    faults.add(
                            new StudyFault(
                                    "$.axes[" + a + "]",
                                    "the scenario has nothing at the path \""
                                            + setting.getKey()
                                            + "\"",
                                    "Name fields as in a scenario file, such as"
                                            + " episode.responsePlays or followers[0].rate"));
                    return;
                }
            }
        }
        json.put("title", study.title());
        json.put("seeds", study.seeds());
        ScenarioFile.Reading reading = ScenarioFile.read(json.toString());
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            ScenarioFile.LocatedFault fault = reading.faults().get(0);
            faults.add(
                    new StudyFault(
                            words(levels) + ": " + fault.path(), fault.problem(), fault.remedy()));
            return;
        }
        cells.add(new Cell(levels, scenario, folder(levels, scenario)));
    }

    private static String words(Map<String, String> levels) {
        return levels.isEmpty()
                ? "scenario"
                : levels.entrySet().stream()
                        .map(level -> level.getKey() + " = " + level.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** Letters, digits, points and hyphens, and a print of all that decides a run but its seed. */
    private static String folder(Map<String, String> levels, Scenario scenario) {
        String name =
                levels.values().stream()
                        .map(label -> label.replaceAll("[^A-Za-z0-9.]+", "-"))
                        .map(label -> label.replaceAll("^[-.]+|[-.]+$", ""))
                        .filter(label -> !label.isEmpty())
                        .collect(Collectors.joining("_"));
        String kept = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        String print = print(ScenarioFile.write(scenario.withSeeds("1")));
        return kept.isEmpty() ? print : kept + "_" + print;
    }

    private static String print(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
