package stackelberg.scenario;

import java.util.Arrays;
import java.util.List;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;

/** What a declared parameter allows, in words that can follow "enter". */
final class Expectation {
    private Expectation() {}

    /** Of the whole value, for instance "a number from 0 to 1". */
    static String of(Declared parameter) {
        return switch (parameter.kind()) {
            case WHOLE -> ranged("a whole number", parameter);
            case REAL -> ranged("a number", parameter);
            case FLAG -> "true or false";
            case TEXT -> "a text in double quotes";
            case CHOICE -> "one of " + Wording.listed(choices(parameter));
            case TABLE -> "a table: a list of rows, each a list of cells";
            case GROUP -> "an object with fields in { and }";
            case MEMBER -> "an object with a field \"type\": " + types(parameter);
            case MEMBERS ->
                    "a list, in [ and ], of objects with a field \"type\": " + types(parameter);
            case WHOLES -> "a list of whole numbers, such as [3]";
            case LINES ->
                    "a list of lines, each in double quotes, or {\"file\": \"name\"} of a file"
                            + " beside this one";
        };
    }

    /** The JSON texts of an enumerated parameter. */
    static List<String> choices(Declared parameter) {
        return Arrays.stream(parameter.type().getEnumConstants())
                .map(constant -> ((Choice) constant).text())
                .toList();
    }

    /** The values of {@code "type"} that a parameter's family knows. */
    static List<String> memberTypes(Declared parameter) {
        return parameter.family().members().stream()
                .map(member -> Family.about(member).type())
                .toList();
    }

    private static String types(Declared parameter) {
        return Wording.listed(memberTypes(parameter)).replace("\", \"", "\" or \"");
    }

    private static String ranged(String what, Declared parameter) {
        return (what + " " + Declaration.range(parameter.about())).strip();
    }
}
