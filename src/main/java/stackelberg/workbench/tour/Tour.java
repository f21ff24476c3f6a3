package stackelberg.workbench.tour;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A guided tour.
 *
 * @param id a word
 * @param title what a menu calls it
 * @param sample the name of the sample that it begins with, without its file's ending
 * @param steps in order
 */
public record Tour(
        @JsonProperty("id") String id,
        @JsonProperty("title") String title,
        @JsonProperty("sample") String sample,
        @JsonProperty("steps") List<Step> steps) {

    /**
     * A step: words beside a control, until the person has done something.
     *
     * @param at the style-sheet selector of the control, such as {@code #train}
     * @param words what there is to see or to do
     * @param until what ends it
     */
    public record Step(
            @JsonProperty("at") String at,
            @JsonProperty("words") String words,
            @JsonProperty("until") Until until) {}

    /** What a step waits for. */
    public enum Until {
        /** The person says so. */
        NEXT,
        /** A run is under way or over. */
        TRAINING,
        /** All runs are over, and at least one was begun. */
        TRAINED,
        /** The control that the step is about is selected: a tab, a check box. */
        SELECTED,
        /** The scenario was changed. */
        EDITED,
        /** A commitment of the person's own was responded to. */
        RESPONDED
    }

    /** The tours that come with the program. */
    public static List<Tour> all() {
        try (InputStream in = Tour.class.getResourceAsStream("/stackelberg/workbench/tours.json")) {
            if (in == null) {
                throw new IllegalStateException("tours.json is missing");
            }
            return new ObjectMapper().readValue(in, new TypeReference<List<Tour>>() {});
        } catch (IOException e) {
            throw new IllegalStateException("tours.json is damaged", e);
        }
    }
}
