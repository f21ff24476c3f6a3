package stackelberg.workbench;

import stackelberg.engine.RunState;
import stackelberg.engine.Snapshot;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;

/**
 * How far an experiment has come.
 *
 * @param share of its transitions, from 0 to 1
 * @param words for the status line
 */
record Progress(double share, String words) {

    static Progress of(Experiment experiment) {
        double done = 0;
        double all = 0;
        double rate = 0;
        double playRate = 0;
        int training = 0;
        int over = 0;
        for (WatchedRun run : experiment.runs()) {
            Snapshot snapshot = run.latest();
            boolean ended = run.state().over();
            all += snapshot.budget();
            done += ended ? snapshot.budget() : Math.min(snapshot.transitions(), snapshot.budget());
            over += ended ? 1 : 0;
            if (run.state() == RunState.RUNNING && snapshot.wallSeconds() > 0) {
                training++;
                rate += snapshot.transitions() / snapshot.wallSeconds();
                playRate += snapshot.plays() / snapshot.wallSeconds();
            }
        }
        int runs = experiment.runs().size();
        StringBuilder words = new StringBuilder();
        if (runs > 1) {
            words.append(over).append(" of ").append(runs).append(" runs over");
        }
        if (training > 0 && rate > 0) {
            words.append(words.isEmpty() ? "" : " · ")
                    .append(Numbers.duration((all - done) / rate))
                    .append(" left · ")
                    .append(Numbers.brief(Math.rint(playRate)))
                    .append(" plays/s");
        }
        return new Progress(all > 0 ? done / all : 0, words.toString());
    }
}
