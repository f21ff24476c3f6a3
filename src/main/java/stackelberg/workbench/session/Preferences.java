package stackelberg.workbench.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes the window, and how it was left: kept from one session to the next. What is
 * out of range or missing becomes as it is at first.
 *
 * @param theme "light" or "dark"
 * @param typeSize in pixels, from {@link #SMALLEST} to {@link #LARGEST}; 0 for the usual
 * @param cores how many runs train side by side; 0 for as many as this machine has processors
 * @param folder where files were last opened or saved; null before the first
 * @param place where the window was; null before it was first closed
 * @param language the tag of a language that the window speaks; empty for that of the system
 * @param dividers the shares at which the panes are divided: scenario, inside, table of runs; empty
 *     as long as nobody moved one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Preferences(
        @JsonProperty("theme") String theme,
        @JsonProperty("typeSize") double typeSize,
        @JsonProperty("cores") int cores,
        @JsonProperty("folder") @Nullable String folder,
        @JsonProperty("place") @Nullable Place place,
        @JsonProperty("language") String language,
        @JsonProperty("dividers") List<Double> dividers) {
    public static final double SMALLEST = 9;
    public static final double LARGEST = 30;

    /** More runs side by side than this help nobody. */
    public static final int MOST_CORES = 1024;

    private static final int DIVIDERS = 3;

    /**
     * Where a window is, in pixels of the screen.
     *
     * @param maximized whether it fills the screen; the rest is where it is when it does not
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(
            @JsonProperty("x") double x,
            @JsonProperty("y") double y,
            @JsonProperty("width") double width,
            @JsonProperty("height") double height,
            @JsonProperty("maximized") boolean maximized) {
        private boolean sound() {
            return Double.isFinite(x)
                    && Double.isFinite(y)
                    && Double.isFinite(width)
                    && Double.isFinite(height);
        }
    }

    /** As things are at first. */
    public Preferences() {
        this("light", 0, 0, null, null, "", List.of());
    }

    public Preferences {
        theme = "dark".equals(theme) ? "dark" : "light";
        typeSize = typeSize > 0 ? Math.max(SMALLEST, Math.min(LARGEST, typeSize)) : 0; // NaN too
        cores = Math.max(0, Math.min(MOST_CORES, cores));
        place = place != null && place.sound() ? place : null;
        language = language == null ? "" : language;
        dividers = sound(dividers) ? List.copyOf(dividers) : List.of();
    }

    private static boolean sound(@Nullable List<@Nullable Double> shares) {
        return shares != null
                && shares.size() == DIVIDERS
                && shares.stream().allMatch(s -> s != null && s >= 0 && s <= 1);
    }

    /** {@link #folder} as a path that is there; null if it is not. */
    public @Nullable Path existingFolder() {
        if (folder == null) {
            return null;
        }
        try {
            Path path = Path.of(folder);
            return java.nio.file.Files.isDirectory(path) ? path : null;
        } catch (java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    public Preferences withTheme(String other) {
        return new Preferences(other, typeSize, cores, folder, place, language, dividers);
    }

    public Preferences withTypeSize(double other) {
        return new Preferences(theme, other, cores, folder, place, language, dividers);
    }

    public Preferences withCores(int other) {
        return new Preferences(theme, typeSize, other, folder, place, language, dividers);
    }

    public Preferences withFolder(Path other) {
        return new Preferences(theme, typeSize, cores, other.toString(), place, language, dividers);
    }

    public Preferences withPlace(@Nullable Place other) {
        return new Preferences(theme, typeSize, cores, folder, other, language, dividers);
    }

    public Preferences withLanguage(String other) {
        return new Preferences(theme, typeSize, cores, folder, place, other, dividers);
    }

    public Preferences withDividers(List<Double> other) {
        return new Preferences(theme, typeSize, cores, folder, place, language, other);
    }
}
