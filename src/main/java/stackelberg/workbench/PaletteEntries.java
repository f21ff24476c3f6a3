package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stackelberg.game.GameFamily;
import stackelberg.parameter.Family;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.form.ScenarioForm;
import stackelberg.workbench.gallery.GalleryView;
import stackelberg.workbench.session.RecentFiles;
import stackelberg.workbench.session.SampleScenarios;
import stackelberg.workbench.tour.Tour;

/** Everything that the palette can find: actions, fields of the form, samples, new games, files. */
final class PaletteEntries {
    private final List<Command> commands;
    private final ScenarioForm form;
    private final Runnable workbench;
    private final GalleryView gallery;
    private final GalleryView.Doors doors;
    private final RecentFiles recent;
    private final Tours tours;

    /**
     * @param workbench shows the form
     */
    PaletteEntries(
            List<Command> commands,
            ScenarioForm form,
            Runnable workbench,
            GalleryView gallery,
            GalleryView.Doors doors,
            RecentFiles recent,
            Tours tours) {
        this.commands = commands;
        this.form = form;
        this.workbench = workbench;
        this.gallery = gallery;
        this.doors = doors;
        this.recent = recent;
        this.tours = tours;
    }

    /** As things are now. */
    List<Palette.Entry> now() {
        List<Palette.Entry> all = new ArrayList<>();
        for (Command command : commands) {
            if (!command.disabled().get()) {
                String key = command.key().getDisplayText();
                all.add(new Palette.Entry(tr("action"), command.name(), key, command::run));
            }
        }
        for (SampleScenarios.Sample sample : gallery.inOrder()) {
            Scenario scenario = sample.scenario();
            if (scenario != null) {
                all.add(
                        entry(
                                tr("open the sample"),
                                tr(scenario.title()),
                                () -> doors.open(scenario)));
                all.add(
                        entry(
                                tr("train the sample"),
                                tr("Train {0}", scenario.title()),
                                () -> doors.train(scenario)));
            }
        }
        for (Map.Entry<String, Runnable> field : form.fields().entrySet()) {
            all.add(
                    entry(
                            tr("field"),
                            field.getKey(),
                            () -> {
                                workbench.run();
                                field.getValue().run();
                            }));
        }
        for (Object game : Family.of(GameFamily.class).members()) {
            String label = Family.about(game).label();
            all.add(
                    entry(
                            tr("new scenario"),
                            tr("New: {0}", label),
                            () -> doors.begin((GameFamily) game)));
        }
        for (Tour tour : Tour.all()) {
            all.add(
                    entry(
                            tr("guided tour"),
                            tr("Tour: {0}", tour.title()),
                            () -> tours.begin(tour)));
        }
        for (Path file : recent.existing()) {
            String name = String.valueOf(file.getFileName());
            all.add(entry(tr("recent file"), name, () -> doors.openFile(file)));
        }
        return all;
    }

    private static Palette.Entry entry(String kind, String name, Runnable action) {
        return new Palette.Entry(kind, name, "", action);
    }
}
