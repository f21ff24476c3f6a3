package stackelberg.command;

import stackelberg.scenario.ParameterReference;

/** The end of every command's help: the fields of a scenario file, from their declarations. */
final class FieldHelp {
    private FieldHelp() {}

    static String text() {
        StringBuilder text =
                new StringBuilder(
                        "%nFields of a scenario file (and their defaults):%n".formatted());
        for (ParameterReference.Entry entry : ParameterReference.entries()) {
            text.append(
                    "  %-28s %s (%s)%n".formatted(entry.path(), entry.values(), entry.standard()));
        }
        return text.append("What they mean: stackelberg-workbench check --fields%n".formatted())
                .toString();
    }
}
