package stackelberg.study;

import java.util.ArrayList;
import java.util.List;
import stackelberg.scenario.Seeds;

/** One cell trained with one seed: what is claimed, trained, killed and gone on with as a whole. */
public record Job(Cell cell, long seed) {
    /** All jobs of a study, seed after seed, so that every cell grows alike. */
    public static List<Job> all(Study study, List<Cell> cells) {
        List<Job> jobs = new ArrayList<>();
        for (long seed : Seeds.parse(study.seeds())) {
            for (Cell cell : cells) {
                jobs.add(new Job(cell, seed));
            }
        }
        return jobs;
    }

    /**
     * One of several parts of the same size, give or take a job, that together are all: what an
     * element of an array of tasks works off.
     *
     * @param part from 0
     */
    public static List<Job> part(List<Job> jobs, int part, int parts) {
        List<Job> some = new ArrayList<>();
        for (int k = part; k < jobs.size(); k += parts) {
            some.add(jobs.get(k));
        }
        return some;
    }

    @Override
    public String toString() {
        String levels = String.join(", ", cell.levels().values());
        return (levels.isEmpty() ? "" : levels + ", ") + "seed " + seed;
    }
}
