package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stackelberg.engine.RunState;
import stackelberg.engine.Snapshot;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;

/** A run as the table of runs shows it; its texts change as the run goes on. */
final class RunRow {
    private final WatchedRun run;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final StringProperty state = new SimpleStringProperty("");
    private final StringProperty transitions = new SimpleStringProperty("");
    private final StringProperty reward = new SimpleStringProperty("");
    private final StringProperty optimum = new SimpleStringProperty("");
    private final StringProperty gap = new SimpleStringProperty("");
    private final StringProperty rate = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");

    RunRow(WatchedRun run) {
        this.run = run;
        shown.set(run.shown());
        shown.addListener((o, was, is) -> run.show(is));
        refresh();
    }

    WatchedRun run() {
        return run;
    }

    BooleanProperty shown() {
        return shown;
    }

    StringProperty state() {
        return state;
    }

    StringProperty transitions() {
        return transitions;
    }

    StringProperty reward() {
        return reward;
    }

    StringProperty optimum() {
        return optimum;
    }

    StringProperty gap() {
        return gap;
    }

    StringProperty rate() {
        return rate;
    }

    /** What the run came to; while it trains, what it is at. */
    StringProperty verdict() {
        return verdict;
    }

    /** Takes over what the run's newest snapshot says. */
    void refresh() {
        Snapshot snapshot = run.latest();
        RunState now = run.state();
        shown.set(run.shown());
        state.set(tr(now.word()));
        verdict.set(tr(run.verdict()));
        transitions.set(Numbers.count(snapshot.transitions()));
        double value =
                snapshot.evaluation() == null || run.experiment().concealed()
                        ? Double.NaN
                        : snapshot.evaluation().leaderReward();
        double best = run.experiment().optimum();
        reward.set(Numbers.shown(value));
        optimum.set(run.experiment().solving() ? "…" : Numbers.shown(best));
        gap.set(Numbers.shown(best - value));
        rate.set(
                snapshot.wallSeconds() > 0
                        ? Numbers.brief(Math.rint(snapshot.plays() / snapshot.wallSeconds()))
                        : "–");
    }
}
