package stackelberg.workbench.chart;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;

/**
 * Saves charts on a thread of its own: drawing and packing a picture takes longer than a window may
 * stand still.
 */
final class ChartSaving {
    /** Draws and writes files; not on the window's thread. */
    interface Writing {
        void write() throws IOException;
    }

    private ChartSaving() {}

    /**
     * Writes, and then says in the window what became of it. The program does not end before: what
     * is begun is written whole.
     *
     * @param saved what is said if all went well
     * @param failed what is said of a reason why it did not
     */
    static void begin(
            Writing writing,
            Consumer<String> messages,
            String saved,
            UnaryOperator<String> failed) {
        new Thread(
                        () -> {
                            String outcome;
                            try {
                                writing.write();
                                outcome = saved;
                            } catch (IOException | RuntimeException e) {
                                outcome = failed.apply(String.valueOf(e.getMessage()));
                            }
                            String said = outcome;
                            Platform.runLater(() -> messages.accept(said));
                        },
                        "saves charts")
                .start();
    }
}
