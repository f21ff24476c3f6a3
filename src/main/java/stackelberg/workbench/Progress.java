package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import stackelberg.engine.RunState;
import stackelberg.engine.Snapshot;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;

/**
 * How far an experiment has come.
 *
 * @param share of its runs' work, from 0 to 1, if each takes as long as it may
 * @param words for the status line
 */
record Progress(double share, String words) {

    static Progress of(Experiment experiment) {
        double done = 0;
        double playRate = 0;
        int training = 0;
        int over = 0;
        for (WatchedRun run : experiment.runs()) {
            Snapshot snapshot = run.latest();
            done += run.state().over() ? 1 : snapshot.share();
            over += run.state().over() ? 1 : 0;
            if (run.state() == RunState.RUNNING && snapshot.wallSeconds() > 0) {
                training++;
                playRate += snapshot.plays() / snapshot.wallSeconds();
            }
        }
        int runs = experiment.runs().size();
        StringBuilder words = new StringBuilder();
        if (runs > 1) {
            words.append(over).append(tr(" of ")).append(runs).append(tr(" runs over"));
        }
        if (training > 0 && done > over) {
            words.append(words.isEmpty() ? "" : " · ")
                    .append(left(experiment, training))
                    .append(tr(" left · "))
                    .append(Numbers.brief(Math.rint(playRate)))
                    .append(tr(" plays/s"));
        }
        return new Progress(runs > 0 ? done / runs : 0, words.toString());
    }

    /**
     * The time left: if runs end by themselves, about what it took those that have ended, and at
     * most what it can take while none has.
     */
    private static String left(Experiment experiment, int training) {
        boolean open = experiment.scenario().openEnded();
        double typical =
                experiment.runs().stream()
                        .filter(run -> run.state() == RunState.FINISHED)
                        .mapToDouble(run -> run.latest().wallSeconds())
                        .average()
                        .orElse(0);
        double seconds = 0;
        for (WatchedRun run : experiment.runs()) {
            Snapshot snapshot = run.latest();
            if (run.state().over()) {
                continue;
            } else if (open && typical > 0) {
                seconds += Math.max(1, typical - snapshot.wallSeconds());
            } else if (snapshot.share() > 0) {
                seconds += snapshot.wallSeconds() * (1 / snapshot.share() - 1);
            } else {
                seconds += longest(experiment);
            }
        }
        String how = !open ? "" : typical > 0 ? tr("about ") : tr("at most ");
        return how + Numbers.duration(seconds / training);
    }

    /** What a run that is under way takes from beginning to end, if it takes as long as it may. */
    private static double longest(Experiment experiment) {
        return experiment.runs().stream()
                .map(WatchedRun::latest)
                .filter(snapshot -> snapshot.share() > 0)
                .mapToDouble(snapshot -> snapshot.wallSeconds() / snapshot.share())
                .max()
                .orElse(0);
    }
}
