package stackelberg.bench;

import java.util.Arrays;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;

/**
 * Outer episodes under one fixed commitment: plays, and what the followers learn from them, without
 * a leader that learns.
 */
final class ResponseWork implements Work {
    private final StackelbergPomdp pomdp;
    private final LeaderSeat seat;
    private final RandomStreams streams = new RandomStreams(1);

    /** By how much the plays are divided to count operations. */
    private final int playsEach;

    private long episodes;

    private ResponseWork(StackelbergPomdp pomdp, LeaderSeat seat, int playsEach) {
        this.pomdp = pomdp;
        this.seat = seat;
        this.playsEach = playsEach;
    }

    /** Counts plays. */
    static ResponseWork plays(Scenario scenario) {
        return of(scenario, false);
    }

    /** Counts the followers' updates, each with the plays that it is made from. */
    static ResponseWork updates(Scenario scenario) {
        return of(scenario, true);
    }

    private static ResponseWork of(Scenario scenario, boolean countUpdates) {
        BaseGame game = scenario.game().assemble();
        StackelbergPomdp pomdp =
                StackelbergPomdp.of(game, scenario.followers(), scenario.episode());
        int playsEach = countUpdates ? pomdp.followers().playsPerUpdate() : 1;
        return new ResponseWork(pomdp, new FixedSeat(game), playsEach);
    }

    @Override
    public long run() {
        long before = pomdp.plays();
        pomdp.run(seat, streams, episodes++, Watch.NONE);
        return Math.max(1, (pomdp.plays() - before) / playsEach);
    }

    /** A leader that takes the first discrete action, or the middle of a box, everywhere. */
    private static final class FixedSeat implements LeaderSeat {
        private final double[] action;

        FixedSeat(BaseGame game) {
            this.action = new double[game.leaderActions().length()];
            if (game.leaderActions() instanceof ActionSpace.Box box) {
                Arrays.fill(action, 0.5 * (box.low() + box.high()));
            }
        }

        @Override
        public double[] act(int observation, boolean keep) {
            return action;
        }

        @Override
        public void reward(double reward) {}

        @Override
        public void end() {}
    }
}
