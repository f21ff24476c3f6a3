package stackelberg.workbench.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Saves a chart as its menu does, without asking anybody where to. */
public final class ChartFiles {
    private ChartFiles() {}

    /**
     * Begins to write a chart in every format, and its numbers.
     *
     * @param chart one that is seen
     * @param failed told why it could not be written
     */
    public static void write(Node chart, Path folder, Consumer<String> failed) {
        ChartPane pane = (ChartPane) chart;
        if (pane.drawn()) {
            Figure figure = pane.figure();
            String name = pane.getId();
            ChartSaving.begin(
                    () -> write(figure, folder.resolve(name)),
                    words -> {
                        if (!words.isEmpty()) {
                            failed.accept(words);
                        }
                    },
                    "",
                    why -> name + ": " + why);
        }
    }

    private static void write(Figure figure, Path stem) throws IOException {
        for (PictureFormat format : PictureFormat.values()) {
            format.write(figure.chart(), Path.of(stem + format.ending()));
        }
        ChartExport.csv(figure.lines(), Path.of(stem + ".csv"));
    }
}
