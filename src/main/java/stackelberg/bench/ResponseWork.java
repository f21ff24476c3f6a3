package stackelberg.bench;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
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

    /** Operations in this many plays of one outer episode. */
    private final LongUnaryOperator operations;

    private long episodes;

    private ResponseWork(StackelbergPomdp pomdp, LongUnaryOperator operations) {
        this.pomdp = pomdp;
        this.seat = LeaderSeat.committed(fixed(pomdp.game()));
        this.operations = operations;
    }

    /** Counts outer episodes. */
    static ResponseWork episodes(Scenario scenario) {
        return new ResponseWork(pomdp(scenario), plays -> 1);
    }

    /** Counts plays. */
    static ResponseWork plays(Scenario scenario) {
        return new ResponseWork(pomdp(scenario), plays -> plays);
    }

    /** Counts the followers' updates, each with the plays that it is made from. */
    static ResponseWork updates(Scenario scenario) {
        StackelbergPomdp pomdp = pomdp(scenario);
        int each = pomdp.followers().playsPerUpdate();
        return new ResponseWork(pomdp, plays -> plays / each);
    }

    private static StackelbergPomdp pomdp(Scenario scenario) {
        return StackelbergPomdp.of(
                scenario.game().assemble(), scenario.followers(), scenario.episode());
    }

    @Override
    public long run() {
        long before = pomdp.plays();
        pomdp.run(seat, streams, episodes++, Watch.NONE);
        return operations.applyAsLong(pomdp.plays() - before);
    }

    /** Takes the first discrete action, or the middle of a box, everywhere. */
    private static LeaderPolicy fixed(BaseGame game) {
        double[] action = new double[game.leaderActions().length()];
        if (game.leaderActions() instanceof ActionSpace.Box box) {
            Arrays.fill(action, 0.5 * (box.low() + box.high()));
        }
        return observation -> action;
    }
}
