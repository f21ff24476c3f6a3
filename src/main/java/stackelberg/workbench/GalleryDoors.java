package stackelberg.workbench;

import java.nio.file.Path;
import java.util.List;
import stackelberg.engine.RunRecord;
import stackelberg.game.GameFamily;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.gallery.GalleryView;
import stackelberg.workbench.session.Draft;
import stackelberg.workbench.session.WatchedStudy;

/** What the gallery leads to. */
final class GalleryDoors implements GalleryView.Doors {
    private final WorkbenchWindow window;
    private final FileActions files;

    GalleryDoors(WorkbenchWindow window, FileActions files) {
        this.window = window;
        this.files = files;
    }

    @Override
    public void open(Scenario sample) {
        files.openSample(sample);
    }

    @Override
    public void train(Scenario sample) {
        if (files.openSample(sample)) {
            window.training().train();
        }
    }

    @Override
    public void openFile(Path file) {
        files.open(file);
    }

    @Override
    public void begin(GameFamily game) {
        files.begin(game);
    }

    @Override
    public void chooseFile() {
        files.choose();
    }

    @Override
    public boolean restore(Draft.Left left) {
        return files.restore(left);
    }

    @Override
    public void discard(Draft.Left left) {
        files.drop(left);
    }

    @Override
    public void goOn(List<RunRecord> runs) {
        window.library().goOn(runs);
    }

    @Override
    public void setAside(List<RunRecord> runs) {
        window.library().setAside(runs);
    }

    @Override
    public void trainOn(List<WatchedStudy> studies) {
        window.studies().trainOn(studies);
    }

    @Override
    public void setStudiesAside(List<WatchedStudy> studies) {
        window.studies().setAside(studies);
    }
}
