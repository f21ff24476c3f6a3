package stackelberg.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import stackelberg.scenario.Seeds;

/**
 * A study as its folder stood at one moment, wherever its jobs are trained; immutable by contract,
 * so that a window may read it at leisure.
 *
 * @param table of the first measure
 * @param curves {@code [cell]}; empty if they were not asked for
 * @param findings what came of the study's claims
 * @param over jobs that are over
 * @param jobs all jobs
 */
public record StudyState(
        StudyTable table,
        List<CellCurve> curves,
        List<Claim.Finding> findings,
        int over,
        int jobs) {

    /**
     * Reads it.
     *
     * @param withCurves whether to read what runs measured on their way, which takes longer
     * @throws IOException with a message for a person if a result is damaged
     */
    public static StudyState read(
            Study study, List<Cell> cells, StudyFolder folder, boolean withCurves)
            throws IOException {
        Outcomes outcomes = new Outcomes(study, cells, folder);
        List<CellCurve> curves = new ArrayList<>();
        if (withCurves) {
            for (Cell cell : cells) {
                curves.add(CellCurve.of(study, cell, folder));
            }
        }
        int over = 0;
        for (int k = 0; k < cells.size(); k++) {
            over += outcomes.results(k).size();
        }
        return new StudyState(
                new StudyTable(outcomes, study.measure()),
                curves,
                outcomes.findings(),
                over,
                cells.size() * Seeds.parse(study.seeds()).size());
    }
}
