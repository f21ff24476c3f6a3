package stackelberg.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stackelberg.follower.Artefact;
import stackelberg.follower.Artefact.Findings;
import stackelberg.follower.Artefact.Row;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.FileTrouble;

/**
 * What was trained for a follower, as a JSON file: {@code fingerprint}, {@code program}, {@code
 * findings} and {@code numbers}.
 */
final class ArtefactFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    ArtefactFile(Path file) {
        this.file = file;
    }

    /** Whether it is there and belongs to this fingerprint. */
    boolean belongs(String fingerprint) {
        try {
            return Files.exists(file)
                    && JSON.readTree(Files.readString(file))
                            .path("fingerprint")
                            .asText()
                            .equals(fingerprint);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads it.
     *
     * @throws IOException with a message for a person if it cannot be read, is damaged or belongs
     *     to something else
     */
    Artefact read(String fingerprint) throws IOException {
        JsonNode tree;
        try {
            tree = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is damaged: it is not JSON", e);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
        if (!tree.path("fingerprint").isTextual() || !tree.path("numbers").isArray()) {
            throw new IOException(file + " is damaged: it holds nothing that was trained");
        }
        if (!tree.path("fingerprint").asText().equals(fingerprint)) {
            throw new IOException(
                    file + " was trained for another game, another follower or other settings");
        }
        JsonNode stored = tree.path("numbers");
        double[] numbers = new double[stored.size()];
        for (int k = 0; k < numbers.length; k++) {
            if (!stored.get(k).isNumber()) {
                throw new IOException(file + " is damaged: one of its numbers is none");
            }
            numbers[k] = stored.get(k).doubleValue();
        }
        return new Artefact(numbers, findings(tree.path("findings")));
    }

    private static Findings findings(JsonNode tree) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : tree.path("rows")) {
            List<Double> numbers = new ArrayList<>();
            row.path("numbers").forEach(number -> numbers.add(number.asDouble(Double.NaN)));
            rows.add(
                    new Row(
                            row.path("name").asText(),
                            numbers.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return new Findings(texts(tree.path("sentences")), texts(tree.path("columns")), rows);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    void write(String fingerprint, Artefact artefact) throws IOException {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("fingerprint", fingerprint);
        tree.put("program", ProgramVersion.withJava());
        ObjectNode findings = tree.putObject("findings");
        artefact.findings().sentences().forEach(findings.putArray("sentences")::add);
        artefact.findings().columns().forEach(findings.putArray("columns")::add);
        ArrayNode rows = findings.putArray("rows");
        for (Row row : artefact.findings().rows()) {
            ObjectNode one = rows.addObject().put("name", row.name());
            ArrayNode numbers = one.putArray("numbers");
            for (double number : row.numbers()) {
                numbers.add(number);
            }
        }
        ArrayNode numbers = tree.putArray("numbers");
        for (double number : artefact.numbers()) {
            numbers.add(number);
        }
        AtomicFile.write(file, (tree.toString() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
