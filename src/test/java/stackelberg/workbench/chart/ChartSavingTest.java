package stackelberg.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Charts are written behind the window, and what became of them is said in it. */
@ExtendWith(ApplicationExtension.class)
class ChartSavingTest {
    /** What was said or done, and whether that was on the window's thread. */
    private record Event(String words, boolean inWindow) {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private void note(String words) {
        events.add(new Event(words, Platform.isFxApplicationThread()));
    }

    private List<Event> two() throws InterruptedException {
        return List.of(events.poll(10, TimeUnit.SECONDS), events.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void whatWasWrittenIsSaid() throws Exception {
        ChartSaving.begin(() -> note("writes"), this::note, "saved", why -> "not saved: " + why);
        assertThat(two()).containsExactly(new Event("writes", false), new Event("saved", true));
    }

    @Test
    void whyNothingWasWrittenIsSaid() throws Exception {
        ChartSaving.begin(
                () -> {
                    note("writes");
                    throw new IOException("no room");
                },
                this::note,
                "saved",
                why -> "not saved: " + why);
        assertThat(two())
                .containsExactly(new Event("writes", false), new Event("not saved: no room", true));
    }
}
