package stackelberg.scenario;

import java.util.ArrayList;
import java.util.List;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/** Every field that a scenario file can hold, generated from the declarations. */
public final class ParameterReference {
    /**
     * One field.
     *
     * @param path where it stands, for instance {@code leader.clip}
     * @param values what it may hold, in words
     * @param standard the value that it takes if it is left out; "required" if it may not be
     * @param meaning its label, symbol and help
     */
    public record Entry(String path, String values, String standard, String meaning) {}

    private final List<Entry> entries = new ArrayList<>();

    private ParameterReference() {}

    /** All fields in the order of a file; the members of a family follow one another. */
    public static List<Entry> entries() {
        ParameterReference reference = new ParameterReference();
        reference.group(new Scenario().automatic(), "");
        return List.copyOf(reference.entries);
    }

    /** The same as a table in Markdown, ending in a line break. */
    public static String markdown() {
        StringBuilder text =
                new StringBuilder("| field | value | default | meaning |\n|---|---|---|---|\n");
        for (Entry entry : entries()) {
            text.append(
                    "| `%s` | %s | %s | %s |%n"
                            .formatted(
                                    entry.path,
                                    escaped(entry.values),
                                    escaped(entry.standard),
                                    escaped(entry.meaning)));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    private void group(Record defaults, String prefix) {
        for (Declared parameter : Declaration.of(defaults).parameters()) {
            String path = prefix + parameter.name();
            Object value = parameter.value(defaults);
            boolean required = parameter.about().required();
            entries.add(
                    new Entry(
                            path,
                            values(parameter),
                            required ? "required" : standard(parameter, value),
                            meaning(parameter.about())));
            switch (parameter.kind()) {
                case GROUP -> group((Record) value, path + ".");
                case MEMBER -> family(parameter, path);
                case MEMBERS -> family(parameter, path + "[]");
                default -> {}
            }
        }
    }

    private void family(Declared parameter, String path) {
        for (Object member : parameter.family().members()) {
            Registered about = Family.about(member);
            entries.add(
                    new Entry(
                            path + ".type",
                            Wording.quoted(about.type()),
                            "required",
                            sentence(about.label()) + about.help()));
            group(Declaration.automatic((Record) member), path + ".");
        }
    }

    private static String values(Declared parameter) {
        String expected = Expectation.of(parameter);
        return parameter.canBeAutomatic() && parameter.kind() != Declared.Kind.CHOICE
                ? expected + ", or " + Wording.quoted(Declared.AUTOMATIC)
                : expected;
    }

    private static String standard(Declared parameter, Object value) {
        return switch (parameter.kind()) {
            case GROUP -> "its fields' defaults";
            case MEMBER -> Wording.quoted(Family.about(value).type());
            case MEMBERS ->
                    Wording.listed(
                            ((List<?>) value).stream().map(m -> Family.about(m).type()).toList());
            default -> JsonText.value(parameter, value).replaceAll("\\s+", " ");
        };
    }

    private static String meaning(Parameter about) {
        String symbol = about.symbol().isEmpty() ? "" : " " + about.symbol();
        String unit = about.unit().isEmpty() ? "" : ", in " + about.unit();
        String source = about.source().isEmpty() ? "" : " (" + about.source() + ")";
        return sentence(about.label() + symbol + unit) + about.help() + source;
    }

    private static String sentence(String text) {
        return text + ". ";
    }
}
