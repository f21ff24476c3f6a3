package stackelberg.workbench;

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
        double rate = 0;
        double playRate = 0;
        int training = 0;
        int over = 0;
        for (WatchedRun run : experiment.runs()) {
            Snapshot snapshot = run.latest();
            done += run.state().over() ? 1 : snapshot.share();
            over += run.state().over() ? 1 : 0;
            if (run.state() == RunState.RUNNING && snapshot.wallSeconds() > 0) {
                training++;
                rate += snapshot.share() / snapshot.wallSeconds();
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
                    .append(experiment.scenario().openEnded() ? "at most " : "")
                    .append(Numbers.duration((runs - done) / rate))
                    .append(" left · ")
                    .append(Numbers.brief(Math.rint(playRate)))
                    .append(" plays/s");
        }
        return new Progress(runs > 0 ? done / runs : 0, words.toString());
    }
}
