package stackelberg.follower;

import java.util.List;

/**
 * What was trained for a follower before a run: numbers that its seat acts by, and what a person
 * should know of them.
 *
 * @param numbers in an order that the model knows; not to be changed
 * @param findings what came of the training
 */
public record Artefact(double[] numbers, Findings findings) {
    /**
     * What came of a training, for a person.
     *
     * @param sentences what there is to say
     * @param columns words for the numbers of each row
     * @param rows a table; may be empty
     */
    public record Findings(List<String> sentences, List<String> columns, List<Row> rows) {
        /** Nothing to tell. */
        public static final Findings NONE = new Findings(List.of(), List.of(), List.of());
    }

    /** One row of a table of findings. */
    public record Row(String name, double[] numbers) {}
}
