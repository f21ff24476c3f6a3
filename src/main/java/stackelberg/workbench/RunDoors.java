package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import stackelberg.engine.TensorBoardEvents;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.WatchedRun;

/** What the menu of a run leads to. */
final class RunDoors implements RunsTable.Doors {
    private final WorkbenchWindow window;
    private final FilePicker picker;

    RunDoors(WorkbenchWindow window, FilePicker picker) {
        this.window = window;
        this.picker = picker;
    }

    @Override
    public void edit(WatchedRun run) {
        window.edit(run.experiment().scenario());
    }

    @Override
    public void saveEvents(WatchedRun run) {
        Path folder = picker.folder(tr("Where to save the events of {0}", run.experiment().name()));
        if (folder == null) {
            return;
        }
        try {
            Path file =
                    TensorBoardEvents.write(
                            folder.resolve("seed-" + run.seed()),
                            run.latest().curves(),
                            Instant.now().getEpochSecond());
            window.say(tr("Saved {0}; see it with: tensorboard --logdir {1}.", file, folder));
        } catch (IOException e) {
            window.say(tr("Could not save the events: {0}.", e.getMessage()));
        }
    }
}
