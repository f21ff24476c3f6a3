package stackelberg.workbench;

import java.util.function.Consumer;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.gallery.GalleryView;
import stackelberg.workbench.inside.InsidePane;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.TrainingDesk;
import stackelberg.workbench.tour.Tour;
import stackelberg.workbench.tour.TourGuide;

/** Guided tours of the window, each of which begins with a sample. */
final class Tours {
    private final GalleryView gallery;
    private final GalleryView.Doors doors;
    private final TrainingDesk desk;
    private final InsidePane inside;
    private final ScenarioEditor editor;
    private final TourGuide guide;
    private Scenario opened = new Scenario();
    private int before;

    /**
     * @param reveal brings the control of a selector into view
     */
    Tours(
            GalleryView gallery,
            GalleryView.Doors doors,
            TrainingDesk desk,
            InsidePane inside,
            ScenarioEditor editor,
            Consumer<String> reveal) {
        this.guide = new TourGuide(this::happened, reveal);
        this.gallery = gallery;
        this.doors = doors;
        this.desk = desk;
        this.inside = inside;
        this.editor = editor;
        gallery.tours(Tour.all(), this::begin);
    }

    TourGuide guide() {
        return guide;
    }

    /** Opens the tour's sample and begins. */
    void begin(Tour tour) {
        gallery.inOrder().stream()
                .filter(sample -> sample.file().endsWith(tour.sample() + ".json"))
                .findFirst()
                .ifPresent(
                        sample -> {
                            Scenario scenario = sample.scenario();
                            if (scenario != null) {
                                doors.open(scenario);
                                opened = editor.scenario();
                                before = desk.runs().size();
                                guide.begin(tour);
                            }
                        });
    }

    void pulse(long now) {
        guide.pulse(now);
    }

    private boolean happened(Tour.Until what) {
        boolean begun = desk.runs().size() > before;
        return switch (what) {
            case NEXT, SELECTED -> false;
            case TRAINING -> begun;
            case TRAINED ->
                    begun
                            && desk.runs().stream()
                                    .skip(before)
                                    .allMatch(run -> run.latest().verdict() != null);
            case EDITED -> !editor.scenario().equals(opened);
            case RESPONDED -> inside.responded();
        };
    }
}
