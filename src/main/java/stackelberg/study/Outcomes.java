package stackelberg.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stackelberg.engine.RunResult;
import stackelberg.scenario.Seeds;

/** What all jobs of a study that are over have come to. */
public final class Outcomes {
    private final Study study;
    private final List<Cell> cells;

    /** {@code [cell]}, by seed. */
    private final List<Map<Long, RunResult>> results = new ArrayList<>();

    /** Measure → {@code [cell]}: seed → value. */
    private final Map<Measure, List<Map<Long, Double>>> values = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @throws IOException with a message for a person if a result is damaged
     */
    public Outcomes(Study study, List<Cell> cells, StudyFolder folder) throws IOException {
        this.study = study;
        this.cells = cells;
        for (Cell cell : cells) {
            Map<Long, RunResult> bySeed = new LinkedHashMap<>();
            for (long seed : Seeds.parse(study.seeds())) {
                folder.result(new Job(cell, seed)).ifPresent(r -> bySeed.put(seed, r));
            }
            results.add(bySeed);
        }
        for (Measure measure : study.measures()) {
            values.put(measure, values(measure, folder));
        }
        for (Claim claim : study.claims()) {
            if (!values.containsKey(claim.measure())) {
                values.put(claim.measure(), values(claim.measure(), folder));
            }
        }
    }

    private List<Map<Long, Double>> values(Measure measure, StudyFolder folder) throws IOException {
        List<Map<Long, Double>> all = new ArrayList<>();
        for (int k = 0; k < cells.size(); k++) {
            Map<Long, Double> bySeed = new LinkedHashMap<>();
            for (Map.Entry<Long, RunResult> entry : results.get(k).entrySet()) {
                Job job = new Job(cells.get(k), entry.getKey());
                Double value = measure.of(job, entry.getValue(), folder);
                if (value != null) {
                    bySeed.put(entry.getKey(), value);
                }
            }
            all.add(bySeed);
        }
        return all;
    }

    Study study() {
        return study;
    }

    /** In the order of the table's rows. */
    public List<Cell> cells() {
        return cells;
    }

    /** {@code [cell]}: what its seeds came to. */
    List<RunResult> results(int cell) {
        return List.copyOf(results.get(cell).values());
    }

    /** {@code [cell]}: seed → value. */
    List<Map<Long, Double>> values(Measure measure) {
        return values.getOrDefault(measure, List.of());
    }

    /** What came of the study's claims. */
    public List<Claim.Finding> findings() {
        return Claim.judge(
                study.claims(),
                (levels, measure) -> {
                    for (int k = 0; k < cells.size(); k++) {
                        if (cells.get(k).levels().entrySet().containsAll(levels.entrySet())) {
                            return values(measure).get(k);
                        }
                    }
                    return Map.of();
                });
    }
}
