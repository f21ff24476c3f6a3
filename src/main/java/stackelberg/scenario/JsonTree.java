package stackelberg.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Faults;
import stackelberg.scenario.JsonValue.Field;

/** Reads a JSON text into a tree whose values remember where they stand. */
final class JsonTree {
    /** How deep objects and lists may be nested. */
    static final int DEEPEST = 64;

    /** Numbers such as NaN are read, so that the fault names their field. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNumberLength(ScenarioFile.LARGEST)
                                    .maxStringLength(ScenarioFile.LARGEST)
                                    .maxNameLength(ScenarioFile.LARGEST)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final FaultLog log;

    private JsonTree(JsonParser parser, FaultLog log) {
        this.parser = parser;
        this.log = log;
    }

    /** The tree of {@code text}; null, with a fault in {@code log}, if it is not JSON. */
    static @Nullable JsonValue read(String text, FaultLog log) {
        try (JsonParser parser = JSON.createParser(text.toCharArray())) {
            try {
                return new JsonTree(parser, log).document();
            } catch (JsonProcessingException e) {
                new SyntaxFault(text, parser, e).addTo(log);
            } catch (TooDeep e) {
                log.add(
                        e.place,
                        "it is nested more than " + DEEPEST + " deep",
                        "Remove superfluous brackets");
            }
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        return null;
    }

    private @Nullable JsonValue document() throws IOException, TooDeep {
        if (parser.nextToken() == null) {
            log.add(Place.START, "the file is empty", "Begin with { and a field \"title\"");
            return null;
        }
        JsonValue document = value(log.root(), 1);
        if (parser.nextToken() != null) {
            log.add(
                    here(),
                    "the scenario has ended, but here is more",
                    "Remove everything after the scenario's last bracket");
            return null;
        }
        return document;
    }

    private JsonValue value(Faults at, int depth) throws IOException, TooDeep {
        Place place = here();
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(place, at, depth);
            case START_ARRAY -> entries(place, at, depth);
            case VALUE_STRING -> new JsonValue.Text(place, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(place, parser.getBooleanValue());
            case VALUE_NULL -> new JsonValue.Nothing(place);
            default -> new JsonValue.Figure(place, parser.getText());
        };
    }

    private JsonValue group(Place place, Faults at, int depth) throws IOException, TooDeep {
        Map<String, Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place namePlace = here();
            String name = parser.currentName();
            parser.nextToken();
            Faults field = at.at(Wording.shortened(name));
            Field before = fields.get(name);
            Field now = new Field(namePlace, value(field, depth + 1));
            if (before == null) {
                fields.put(name, now);
            } else {
                log.add(
                        field,
                        namePlace,
                        "the field "
                                + Wording.quoted(name)
                                + " was already given in line "
                                + before.name().line(),
                        "Keep only one of the two");
            }
        }
        return new JsonValue.Group(place, fields);
    }

    private JsonValue entries(Place place, Faults at, int depth) throws IOException, TooDeep {
        List<JsonValue> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(value(at.at(entries.size()), depth + 1));
        }
        return new JsonValue.Entries(place, entries);
    }

    private Place here() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** Ends the reading of a text that is nested too deep. */
    private static final class TooDeep extends Exception {
        private final transient Place place;

        TooDeep(Place place) {
            super("nested too deep", null, false, false);
            this.place = place;
        }
    }
}
