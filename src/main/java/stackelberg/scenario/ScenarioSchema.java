package stackelberg.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * The JSON Schema (draft 2020-12) of scenario files, generated from the declarations; editors use
 * it to complete and to check. Rules that span several fields are beyond a schema: {@link
 * ScenarioFile} checks them.
 */
public final class ScenarioSchema {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

    private ScenarioSchema() {}

    /** The schema as a JSON text, ending in a line break. */
    public static String write() {
        return new ScenarioSchema().scenario().toPrettyString() + "\n";
    }

    private ObjectNode scenario() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Scenario of Stackelberg Workbench");
        group(schema, Declaration.of(new Scenario()));
        schema.set("$defs", definitions);
        return schema;
    }

    /** Fills {@code schema} with the fields of a record. */
    private void group(ObjectNode schema, Declaration declaration) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        Registered registered = declaration.registered();
        if (registered != null) {
            properties.putObject("type").put("const", registered.type());
            required.add("type");
        }
        Record defaults = Declaration.automatic(declaration.defaults());
        for (Declared parameter : declaration.parameters()) {
            ObjectNode property = properties.putObject(parameter.name());
            describe(property, parameter.about());
            value(property, parameter);
            if (parameter.about().required()) {
                required.add(parameter.name());
            } else {
                property.set("default", json(parameter, parameter.value(defaults)));
            }
            if (parameter.about().automatic() && parameter.kind() != Declared.Kind.CHOICE) {
                orAutomatic(property);
            }
        }
        schema.put("additionalProperties", false);
    }

    /** What {@code property} allows so far, or "auto". */
    private static void orAutomatic(ObjectNode property) {
        ObjectNode allowed = JsonNodeFactory.instance.objectNode();
        for (String keyword : List.of("type", "minimum", "maximum", "minItems", "maxItems")) {
            move(property, allowed, keyword);
        }
        for (String keyword :
                List.of("items", "properties", "required", "additionalProperties", "oneOf")) {
            move(property, allowed, keyword);
        }
        ArrayNode either = property.putArray("anyOf");
        either.add(allowed);
        either.addObject().put("const", Declared.AUTOMATIC);
    }

    private static void move(ObjectNode from, ObjectNode to, String keyword) {
        JsonNode value = from.remove(keyword);
        if (value != null) {
            to.set(keyword, value);
        }
    }

    private static JsonNode json(Declared parameter, Object value) {
        try {
            return JSON.readTree(JsonText.value(parameter, value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the default of " + parameter + " is not JSON", e);
        }
    }

    private static void describe(ObjectNode schema, Parameter about) {
        schema.put("title", about.label());
        String unit = about.unit().isEmpty() ? "" : " Unit: " + about.unit() + ".";
        schema.put("description", about.help() + unit);
    }

    private void value(ObjectNode schema, Declared parameter) {
        Parameter about = parameter.about();
        switch (parameter.kind()) {
            case WHOLE -> bounds(schema.put("type", "integer"), about, "minimum", "maximum");
            case REAL -> bounds(schema.put("type", "number"), about, "minimum", "maximum");
            case FLAG -> schema.put("type", "boolean");
            case TEXT -> bounds(schema.put("type", "string"), about, "minLength", "maxLength");
            case CHOICE -> Expectation.choices(parameter).forEach(schema.putArray("enum")::add);
            case TABLE -> table(schema);
            case GROUP -> group(schema, Declaration.of(parameter.type().asSubclass(Record.class)));
            case MEMBER -> family(schema, parameter);
            case MEMBERS -> {
                bounds(schema.put("type", "array"), about, "minItems", "maxItems");
                family(schema.putObject("items"), parameter);
            }
            case WHOLES -> {
                bounds(schema.put("type", "array"), about, "minItems", "maxItems");
                schema.putObject("items").put("type", "integer");
            }
            case LINES -> lines(schema, about);
        }
    }

    private static void lines(ObjectNode schema, Parameter about) {
        ArrayNode either = schema.putArray("oneOf");
        ObjectNode list = bounds(either.addObject().put("type", "array"), about);
        list.putObject("items").put("type", "string");
        ObjectNode file = either.addObject().put("type", "object");
        file.putObject("properties").putObject("file").put("type", "string");
        file.putArray("required").add("file");
        file.put("additionalProperties", false);
    }

    private static ObjectNode bounds(ObjectNode list, Parameter about) {
        bounds(list, about, "minItems", "maxItems");
        return list;
    }

    private static void bounds(ObjectNode schema, Parameter about, String least, String most) {
        bound(schema, least, about.min());
        bound(schema, most, about.max());
    }

    private static void bound(ObjectNode schema, String name, double bound) {
        if (bound == Math.rint(bound) && Math.abs(bound) < 0x1p53) {
            schema.put(name, (long) bound);
        } else if (Double.isFinite(bound)) {
            schema.put(name, bound);
        }
    }

    /** Rows of cells; a cell is a number or a list of numbers. */
    private static void table(ObjectNode schema) {
        ArrayNode cell = list(list(schema)).putArray("oneOf");
        cell.addObject().put("type", "number");
        list(cell.addObject()).put("type", "number");
    }

    private static ObjectNode list(ObjectNode schema) {
        schema.put("type", "array").put("minItems", 1);
        return schema.putObject("items");
    }

    private void family(ObjectNode schema, Declared parameter) {
        ArrayNode alternatives = schema.putArray("oneOf");
        for (Object member : parameter.family().members()) {
            String name = parameter.type().getSimpleName() + "." + Family.about(member).type();
            alternatives.addObject().put("$ref", "#/$defs/" + name);
            if (!definitions.has(name)) {
                Registered about = Family.about(member);
                ObjectNode definition = definitions.putObject(name);
                definition.put("title", about.label()).put("description", about.help());
                group(definition, Declaration.of((Record) member));
            }
        }
    }
}
