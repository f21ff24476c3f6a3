package stackelberg.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declaration;

/**
 * Scenarios as JSON files. Fields, ranges and types follow from the declarations. A file must state
 * the parameters declared as required, such as {@code title}, {@code game} and its payoffs; all
 * others may be left out and take the defaults of their record. Nothing else may stand in it.
 *
 * <p>Whatever a text holds, reading it ends with a scenario or with faults, never with an
 * exception.
 */
public final class ScenarioFile {
    /** The size in bytes beyond which a file is not read. */
    public static final int LARGEST = 1 << 20;

    private static final int BYTE_ORDER_MARK = '\ufeff';

    private ScenarioFile() {}

    /** A fault with the place in the text where it stands, both counted from 1. */
    public record LocatedFault(int line, int column, String path, String problem, String remedy) {
        @Override
        public String toString() {
            return line + ":" + column + ": " + path + ": " + problem + ". " + remedy + ".";
        }
    }

    /**
     * A scenario, or the faults that kept it from being one.
     *
     * @param scenario null if there are faults
     * @param faults in the order in which they stand in the text
     * @param draft what the text states, if all of it could be understood although it may break
     *     ranges and rules: something that a person can open and mend
     */
    public record Reading(
            @Nullable Scenario scenario, List<LocatedFault> faults, @Nullable Scenario draft) {}

    /**
     * Reads a file.
     *
     * @throws IOException if there is no such file or it cannot be read, with a message that names
     *     the file and the trouble
     */
    public static Reading read(Path file) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException(
                        Files.isDirectory(file) ? "it is a folder" : "it is not an ordinary file");
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return tooLarge(size);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                byte[] bytes = stream.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST
                        ? tooLarge(bytes.length)
                        : decode(bytes, file.toAbsolutePath().getParent());
            }
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /** Reads a text; it cannot name files. */
    public static Reading read(String json) {
        return read(json, null);
    }

    private static Reading read(String json, @Nullable Path folder) {
        if (json.length() > LARGEST) {
            return tooLarge(json.length());
        }
        FaultLog log = new FaultLog();
        String text =
                !json.isEmpty() && json.charAt(0) == BYTE_ORDER_MARK ? json.substring(1) : json;
        JsonValue document = JsonTree.read(text, log);
        Scenario draft = null;
        if (document instanceof JsonValue.Group group) {
            Scenario stated =
                    (Scenario) new Binder(log, folder).group(new Scenario(), group, log.root());
            draft = log.isEmpty() ? stated : null;
            Declaration.check(stated, log.root());
            log.locate(document);
        } else if (document != null) {
            log.add(
                    document.place(),
                    "it is " + document.words(),
                    "Enter an object with fields in { and }");
        }
        return new Reading(log.isEmpty() ? draft : null, log.inReadingOrder(), draft);
    }

    /** Where and why a text is not JSON; empty if it is, whatever it states. */
    public static Optional<LocatedFault> syntax(String text) {
        FaultLog log = new FaultLog();
        JsonTree.read(text, log);
        return log.inReadingOrder().stream().findFirst();
    }

    /**
     * The scenario as JSON with its fields in the order of their declaration, ending in a line
     * break. A number that is not finite is written as {@code NaN} or {@code Infinity}, which
     * {@link #read(String)} reports at its place.
     */
    public static String write(Scenario scenario) {
        return new JsonText().scenario(scenario);
    }

    /**
     * Writes a file so that at every instant either the old or the new text is there whole.
     *
     * @throws IOException if that fails, with a message that names the file and the trouble; the
     *     old text is then still there
     */
    public static void save(Scenario scenario, Path file) throws IOException {
        AtomicFile.write(file, write(scenario).getBytes(StandardCharsets.UTF_8));
    }

    private static Reading decode(byte[] bytes, @Nullable Path folder) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        boolean malformed =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(encoded, text, true)
                        .isError();
        text.flip();
        if (!malformed) {
            return read(text.toString(), folder);
        }
        return refused(
                Place.of(text, text.length()),
                String.format(
                        Locale.ROOT,
                        "the byte %02X here is not text in the encoding UTF-8",
                        bytes[encoded.position()]),
                "Save the file as UTF-8");
    }

    private static Reading tooLarge(long size) {
        return refused(
                Place.START,
                String.format(Locale.ROOT, "it has %,d bytes", size),
                String.format(Locale.ROOT, "Keep a scenario to at most %,d bytes", LARGEST));
    }

    private static Reading refused(Place place, String problem, String remedy) {
        FaultLog log = new FaultLog();
        log.add(place, problem, remedy);
        return new Reading(null, log.inReadingOrder(), null);
    }
}
