package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.TrainingDesk;

/** What a teacher does with the window before a class. */
final class TeachingActions {
    private final Stage stage;
    private final TrainingDesk desk;
    private final ClassList list;
    private final WorkbenchView workbench;
    private final Appearance appearance;
    private final PointerRing ring;
    private final Consumer<String> messages;

    TeachingActions(
            Stage stage,
            TrainingDesk desk,
            ClassList list,
            WorkbenchView workbench,
            Appearance appearance,
            PointerRing ring,
            Consumer<String> messages) {
        this.stage = stage;
        this.desk = desk;
        this.list = list;
        this.workbench = workbench;
        this.appearance = appearance;
        this.ring = ring;
        this.messages = messages;
    }

    /** One chart in large type and a ring around the pointer, or everything again. */
    void togglePresent() {
        boolean on = !appearance.presenting();
        workbench.present(on);
        appearance.present(on);
        ring.show(on);
    }

    /** From now on optima are predicted before they are seen, or no longer. */
    void toggleWorksheet() {
        boolean on = !desk.worksheet();
        desk.worksheet(on);
        messages.accept(
                on
                        ? tr(
                                "Worksheet: what is trained or reopened from now on asks for"
                                        + " your prediction first.")
                        : tr("Worksheet ended: optima are shown at once."));
    }

    /** Shows the best of the class, and offers to enter what somebody came to; null for nothing. */
    void showClass(ClassList.@Nullable Entry offered) {
        ClassDialog.show(stage, list, offered);
    }
}
