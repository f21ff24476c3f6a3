package stackelberg.workbench;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.session.Preferences;
import stackelberg.workbench.theme.Theme;

/** How the window looks: its theme and the size of its type, as the person prefers them. */
final class Appearance {
    private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");

    /** Sizes of type as the style sheet has them. */
    private static final double TYPE = 13;

    private static final double PRESENT_TYPE = 20;

    private final Parent root;
    private final KeptPreferences preferences;
    private final List<Consumer<Theme>> themed;
    private final List<DoubleConsumer> typed;
    private boolean presenting;

    /**
     * @param themed what draws with the theme's colours
     * @param typed what measures by the size of type, told how many times larger than usual it is
     */
    Appearance(
            Parent root,
            KeptPreferences preferences,
            List<Consumer<Theme>> themed,
            List<DoubleConsumer> typed) {
        this.root = root;
        this.preferences = preferences;
        this.themed = themed;
        this.typed = typed;
    }

    Theme theme() {
        return Theme.valueOf(preferences.get().theme().toUpperCase(Locale.ROOT));
    }

    /** Takes a theme, for the next time too. */
    void use(Theme chosen) {
        preferences.change(now -> now.withTheme(name(chosen)));
        apply();
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    /** Makes everything look as it is preferred. */
    void apply() {
        Theme theme = theme();
        Application.setUserAgentStylesheet(theme.stylesheet());
        for (Theme one : Theme.values()) {
            root.pseudoClassStateChanged(PseudoClass.getPseudoClass(name(one)), one == theme);
        }
        themed.forEach(part -> part.accept(theme));
        type();
    }

    boolean presenting() {
        return presenting;
    }

    /** Type for an audience, or as it was. */
    void present(boolean on) {
        presenting = on;
        root.pseudoClassStateChanged(PRESENT, on);
        type();
    }

    /** The size of type in pixels. */
    double typeSize() {
        double preferred = preferences.get().typeSize();
        return preferred == 0 ? TYPE : preferred;
    }

    /** Makes all type larger or smaller, or as it was at first for 0; for the next time too. */
    void zoom(int steps) {
        double size =
                Math.max(Preferences.SMALLEST, Math.min(Preferences.LARGEST, typeSize() + steps));
        preferences.change(now -> now.withTypeSize(steps == 0 ? 0 : size));
        type();
    }

    private void type() {
        double preferred = preferences.get().typeSize();
        // In a presentation the style sheet's own size holds.
        root.setStyle(presenting || preferred == 0 ? "" : "-fx-font-size: " + preferred + "px;");
        double times = (presenting ? PRESENT_TYPE : typeSize()) / TYPE;
        typed.forEach(part -> part.accept(times));
    }
}
