package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import stackelberg.bench.Calibration;
import stackelberg.bench.Reading;
import stackelberg.workbench.session.SampleScenarios.Sample;

/**
 * The order in which the samples teach, and how long each takes.
 *
 * @param step seconds of a step of the calibration loop on the machine on which times were taken
 * @param chapters from the first steps to the benchmarks
 */
public record Course(
        @JsonProperty("step") double step, @JsonProperty("chapters") List<Chapter> chapters) {
    /** Long enough to be sure of the machine's speed, too short to be noticed. */
    private static final double CALIBRATING_SECONDS = 0.05;

    /**
     * A part of the course.
     *
     * @param lessons by the name of the sample's file without its ending, and how many seconds a
     *     seed of it takes
     */
    public record Chapter(
            @JsonProperty("title") String title,
            @JsonProperty("about") String about,
            @JsonProperty("lessons") LinkedHashMap<String, Double> lessons) {}

    /** A heading with the samples below it. */
    public record Section(String title, String about, List<Sample> samples) {}

    /** The course that comes with the program. */
    public static Course read() {
        try (InputStream in =
                Course.class.getResourceAsStream("/stackelberg/workbench/course.json")) {
            if (in == null) {
                throw new IllegalStateException("course.json is missing");
            }
            return new ObjectMapper().readValue(in, Course.class);
        } catch (IOException e) {
            throw new IllegalStateException("course.json is damaged", e);
        }
    }

    /** The samples in the course's order; those that it does not name come after it, by title. */
    public List<Section> sections(List<Sample> samples) {
        Set<Sample> left = new HashSet<>(samples);
        List<Section> sections = new ArrayList<>();
        for (Chapter chapter : chapters) {
            List<Sample> members = new ArrayList<>();
            for (String name : chapter.lessons().keySet()) {
                samples.stream().filter(s -> name(s.file()).equals(name)).forEach(members::add);
            }
            left.removeAll(members);
            sections.add(new Section(chapter.title(), chapter.about(), members));
        }
        sections.add(section(tr("More"), left.stream().filter(s -> s.scenario() != null)));
        sections.add(
                section(tr("Cannot be read"), left.stream().filter(s -> s.scenario() == null)));
        return sections.stream().filter(s -> !s.samples().isEmpty()).toList();
    }

    private static Section section(String title, Stream<Sample> samples) {
        return new Section(title, "", samples.sorted(Comparator.comparing(Sample::title)).toList());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    }

    /**
     * How many seconds a seed of a sample takes; NaN if it is not in the course.
     *
     * @param slowness how many times longer than the machine of the course this one takes
     */
    public double seconds(Sample sample, double slowness) {
        for (Chapter chapter : chapters) {
            Double seconds = chapter.lessons().get(name(sample.file()));
            if (seconds != null) {
                return seconds * slowness;
            }
        }
        return Double.NaN;
    }

    /** How many times longer than the machine of the course this one takes. Takes a moment. */
    public double slowness() {
        return Reading.of(new Calibration(), CALIBRATING_SECONDS).seconds() / step;
    }

    /** Whether all words of a search are found in what a card says. */
    public static boolean matches(Sample sample, String search) {
        String text = words(sample).toLowerCase(Locale.ROOT);
        return Stream.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(text::contains);
    }

    private static String words(Sample sample) {
        if (sample.scenario() == null) {
            return sample.title();
        }
        StringBuilder words = new StringBuilder(sample.title());
        words.append(' ').append(sample.scenario().question()).append(' ');
        words.append(label(sample.scenario().game())).append(' ');
        words.append(label(sample.scenario().leader()));
        sample.scenario().followers().forEach(f -> words.append(' ').append(label(f)));
        return words.toString();
    }

    private static String label(Object part) {
        return stackelberg.parameter.Family.about(part).label();
    }

    /** The seconds of every lesson by its name, for whoever measures them anew. */
    Map<String, Double> lessons() {
        Map<String, Double> all = new LinkedHashMap<>();
        chapters.forEach(chapter -> all.putAll(chapter.lessons()));
        return all;
    }
}
