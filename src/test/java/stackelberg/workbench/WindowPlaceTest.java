package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import stackelberg.workbench.session.Preferences.Place;

class WindowPlaceTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 870);
    private static final Rectangle2D BESIDE = new Rectangle2D(1440, 0, 1920, 1080);

    @Test
    void theFirstWindowIsInTheMiddleAndFits() {
        assertThat(WindowPlace.place(null, List.of(LAPTOP), LAPTOP))
                .isEqualTo(new Place(80, 35, 1280, 800, false));
        Rectangle2D small = new Rectangle2D(0, 24, 1024, 744);
        assertThat(WindowPlace.place(null, List.of(small), small))
                .isEqualTo(new Place(0, 24, 1024, 744, false));
    }

    @Test
    void itComesBackWhereItWas() {
        Place before = new Place(1500, 40, 1600, 900, false);
        assertThat(WindowPlace.place(before, List.of(LAPTOP, BESIDE), LAPTOP)).isEqualTo(before);
    }

    @Test
    void aScreenThatIsGoneLosesNoWindow() {
        Place before = new Place(1500, 40, 1600, 900, true);
        assertThat(WindowPlace.place(before, List.of(LAPTOP), LAPTOP))
                .isEqualTo(new Place(80, 35, 1280, 800, true));
        Place above = new Place(100, -300, 900, 700, false);
        assertThat(WindowPlace.place(above, List.of(LAPTOP), LAPTOP))
                .isEqualTo(new Place(80, 35, 1280, 800, false));
        Place nothing = new Place(100, 100, 3, 3, false);
        assertThat(WindowPlace.place(nothing, List.of(LAPTOP), LAPTOP))
                .isEqualTo(new Place(80, 35, 1280, 800, false));
    }
}
