package stackelberg.workbench.inside;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Presence;

/** A sentence beneath what one can do with a run; takes no room while there is nothing to say. */
final class RunMessage extends Label {
    private @Nullable WatchedRun shown;

    /**
     * @param id of the sentence
     */
    RunMessage(String id) {
        setId(id);
        setWrapText(true);
        say("");
    }

    /** From now on only what concerns this run is said. */
    void show(WatchedRun run) {
        shown = run;
        say("");
    }

    void say(String words) {
        setText(words);
        Presence.of(this, !words.isEmpty());
    }

    /** Takes sentences about a run, which are said as long as it is the one that is shown. */
    Consumer<String> about(WatchedRun run) {
        return words -> {
            if (run == shown) {
                say(words);
            }
        };
    }
}
