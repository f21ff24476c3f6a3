package stackelberg.workbench.form;

import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/** Makes the control for a parameter from its kind. */
final class Controls {
    private Controls() {}

    static ParameterControl of(Declared parameter, ParameterPath path, FormContext context) {
        return switch (parameter.kind()) {
            case WHOLE, REAL, TEXT, WHOLES -> new TextControl(parameter, path, context);
            case LINES -> new LinesControl(parameter, path, context);
            case FLAG -> new FlagControl(parameter, path, context);
            case CHOICE -> new ChoiceControl(parameter, path, context);
            case TABLE -> new TableControl(parameter, path, context);
            case GROUP -> new GroupControl(parameter, path, context);
            case MEMBER -> new MemberControl(parameter, path, context);
            case MEMBERS -> new MembersControl(parameter, path, context);
        };
    }
}
