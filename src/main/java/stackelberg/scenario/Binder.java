package stackelberg.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Faults;
import stackelberg.scenario.JsonValue.Entries;
import stackelberg.scenario.JsonValue.Field;
import stackelberg.scenario.JsonValue.Flag;
import stackelberg.scenario.JsonValue.Group;
import stackelberg.scenario.JsonValue.Nothing;
import stackelberg.scenario.JsonValue.Text;

/**
 * Turns JSON trees into records by their declarations alone. A value that cannot be understood is
 * noted as a fault and its default takes its place, so that the rest is still looked at.
 */
final class Binder {
    private static final String TYPE = "type";

    private final FaultLog log;
    private final NumberBinder numbers;
    private final LinesBinder lines;

    /**
     * @param folder where files that the text names are looked for; null if there is none
     */
    Binder(FaultLog log, @Nullable Path folder) {
        this.log = log;
        this.lines = new LinesBinder(log, folder);
        this.numbers = new NumberBinder(log);
    }

    /**
     * The record that {@code group} states.
     *
     * @param defaults the values of fields that are absent
     */
    Record group(Record defaults, Group group, Faults at) {
        Declaration declaration = Declaration.of(defaults);
        List<String> known = new ArrayList<>();
        if (declaration.registered() != null) {
            known.add(TYPE);
        }
        declaration.parameters().forEach(parameter -> known.add(parameter.name()));
        group.fields().forEach((name, field) -> checkKnown(name, field, known, at));
        List<Object> values = new ArrayList<>();
        Record leftOut = Declaration.automatic(defaults);
        for (Declared parameter : declaration.parameters()) {
            Field field = group.fields().get(parameter.name());
            Object otherwise = parameter.value(leftOut);
            if (field == null) {
                if (parameter.about().required()) {
                    missing(parameter.name(), Expectation.of(parameter), group, at);
                }
                values.add(otherwise);
            } else {
                Object value = value(parameter, otherwise, field.value(), at.at(parameter.name()));
                values.add(value == null ? otherwise : value);
            }
        }
        return declaration.create(values);
    }

    private void checkKnown(String name, Field field, List<String> known, Faults at) {
        if (known.contains(name)) {
            return;
        }
        String remedy =
                Wording.nearest(name, known)
                        .map(near -> "Did you mean " + Wording.quoted(near) + "? If not, remove it")
                        .orElse(
                                known.isEmpty()
                                        ? "Remove it; no field is known here"
                                        : "Remove it; known here are " + Wording.listed(known));
        log.add(
                at.at(Wording.shortened(name)),
                field.name(),
                "the field " + Wording.quoted(name) + " is unknown",
                remedy);
    }

    private void missing(String name, String expected, Group group, Faults at) {
        log.add(
                at.at(name),
                group.place(),
                "the field " + Wording.quoted(name) + " is missing",
                "Add it: " + expected);
    }

    private @Nullable Object value(
            Declared parameter, Object otherwise, JsonValue value, Faults at) {
        if (value instanceof Text text && text.text().equals(Declared.AUTOMATIC)) {
            if (parameter.about().automatic()) {
                return otherwise;
            } else if (parameter.kind() != Declared.Kind.TEXT) {
                log.add(
                        at,
                        value.place(),
                        "it is \"auto\", but nothing settles it automatically",
                        "Enter "
                                + Expectation.of(parameter)
                                + "; only settings of followers, leader, episode and budget may be"
                                + " automatic");
                return null;
            }
        }
        return switch (parameter.kind()) {
            case WHOLE, REAL -> numbers.number(parameter, value, at);
            case FLAG -> value instanceof Flag flag ? flag.set() : misfit(parameter, value, at);
            case TEXT -> text(parameter, value, at);
            case CHOICE -> choice(parameter, value, at);
            case TABLE -> new TableBinder(log, numbers).table(parameter, value, at);
            case GROUP ->
                    value instanceof Group group
                            ? group((Record) otherwise, group, at)
                            : misfit(parameter, value, at);
            case MEMBER -> member(parameter, value, at);
            case MEMBERS -> members(parameter, value, at);
            case WHOLES -> numbers.wholes(parameter, value, at);
            case LINES -> lines.lines(parameter, value, at);
        };
    }

    private @Nullable Object misfit(Declared parameter, JsonValue value, Faults at) {
        String remedy = "Enter " + Expectation.of(parameter);
        if (value instanceof Nothing && !parameter.about().required()) {
            remedy += ", or leave the field out";
        }
        log.add(at, value.place(), "it is " + value.words(), remedy);
        return null;
    }

    private @Nullable Object text(Declared parameter, JsonValue value, Faults at) {
        if (!(value instanceof Text text)) {
            return misfit(parameter, value, at);
        }
        boolean halved =
                text.text().codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
        if (halved) {
            log.add(
                    at,
                    text.place(),
                    "it holds half of a character",
                    "Write both \\u escapes of the character, or the character itself");
            return null;
        }
        return text.text();
    }

    private @Nullable Object choice(Declared parameter, JsonValue value, Faults at) {
        if (!(value instanceof Text text)) {
            return misfit(parameter, value, at);
        }
        for (Object constant : parameter.type().getEnumConstants()) {
            if (((Choice) constant).text().equals(text.text())) {
                return constant;
            }
        }
        unknown(text, Expectation.choices(parameter), at);
        return null;
    }

    private void unknown(Text text, List<String> known, Faults at) {
        String near =
                Wording.nearest(text.text(), known)
                        .map(name -> "Did you mean " + Wording.quoted(name) + "? ")
                        .orElse("");
        log.add(
                at,
                text.place(),
                "it is " + text.words() + ", which is unknown here",
                near + "Choose one of " + Wording.listed(known));
    }

    private @Nullable Object member(Declared parameter, JsonValue value, Faults at) {
        if (!(value instanceof Group group)) {
            return misfit(parameter, value, at);
        }
        List<String> known = Expectation.memberTypes(parameter);
        Field type = group.fields().get(TYPE);
        if (type == null) {
            missing(TYPE, "one of " + Wording.listed(known), group, at);
        } else if (type.value() instanceof Text name) {
            Optional<?> member = parameter.family().member(name.text());
            if (member.isPresent()) {
                return group((Record) member.get(), group, at);
            }
            unknown(name, known, at.at(TYPE));
        } else {
            log.add(
                    at.at(TYPE),
                    type.value().place(),
                    "it is " + type.value().words(),
                    "Choose one of " + Wording.listed(known));
        }
        return null;
    }

    private @Nullable Object members(Declared parameter, JsonValue value, Faults at) {
        if (!(value instanceof Entries list)) {
            return misfit(parameter, value, at);
        }
        Family<?> family = parameter.family();
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < list.entries().size(); i++) {
            JsonValue entry = list.entries().get(i);
            Faults entryAt = at.at(i);
            Object member = null;
            if (entry instanceof Group) {
                member = member(parameter, entry, entryAt);
            } else {
                log.add(
                        entryAt,
                        entry.place(),
                        "it is " + entry.words(),
                        "Enter an object with a field \"type\": one of "
                                + Wording.listed(Expectation.memberTypes(parameter)));
            }
            members.add(member == null ? family.members().get(0) : member);
        }
        return members;
    }
}
