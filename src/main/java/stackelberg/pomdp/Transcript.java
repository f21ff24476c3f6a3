package stackelberg.pomdp;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.Plays;

/**
 * A play that was really made by a leader's policy and the followers' response: nothing about it is
 * drawn again when it is told.
 *
 * @param standing how things stood before it; see {@link Play#standing}
 * @param types the type profile
 * @param moves what was done, turn by turn
 */
public record Transcript(int standing, int[] types, List<Move> moves) {
    /** What was done on one turn. */
    public sealed interface Move {}

    /**
     * The leader's turn.
     *
     * @param observation what it observed
     * @param action as handed to {@link Play#leaderActs}
     */
    public record Led(int observation, double[] action) implements Move {}

    /**
     * The followers' turn.
     *
     * @param actions one a follower
     * @param probabilities how likely each follower was to act like that at its type and
     *     observation
     */
    public record Followed(int[] actions, double[] probabilities) implements Move {}

    /**
     * Plays that follow one another, as the response makes them from where it stands; afterwards
     * the response remembers what it remembered before.
     */
    static List<Transcript> of(
            BaseGame game,
            LeaderPolicy policy,
            Response response,
            int standing,
            int count,
            RandomGenerator random) {
        long memory = response.memory();
        Play play = game.newPlay();
        play.stand(standing);
        List<Transcript> transcripts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int[] types = game.prior().profile(game.prior().sample(random));
            Recorder recorder =
                    new Recorder(play, types, response, sides(policy, response, types, random));
            Plays.run(play, types, recorder);
            transcripts.add(recorder.transcript());
        }
        response.recall(memory);
        return List.copyOf(transcripts);
    }

    /** A leader that keeps to its policy, and followers that respond and remember it. */
    private static Plays.Sides sides(
            LeaderPolicy policy, Response response, int[] types, RandomGenerator random) {
        return new Plays.Sides() {
            @Override
            public double[] leads(Play play) {
                return policy.act(play.leaderObservation());
            }

            @Override
            public int[] follow(Play play) {
                int[] actions = new int[types.length];
                response.act(play, types, random, actions);
                response.remember(actions);
                return actions;
            }
        };
    }

    /** Writes down what the sides of one play do. */
    static final class Recorder implements Plays.Sides {
        private final int standing;
        private final int[] types;
        private final Response response;
        private final Plays.Sides sides;
        private final List<Move> moves = new ArrayList<>();

        /**
         * @param play as it stands before it begins
         * @param response what the followers act by
         * @param sides who act
         */
        Recorder(Play play, int[] types, Response response, Plays.Sides sides) {
            this.standing = play.standing();
            this.types = types.clone();
            this.response = response;
            this.sides = sides;
        }

        @Override
        public double[] leads(Play play) {
            int observation = play.leaderObservation();
            double[] action = sides.leads(play);
            moves.add(new Led(observation, action.clone()));
            return action;
        }

        @Override
        public int[] follow(Play play) {
            double[][] strategies = new double[types.length][];
            for (int i = 0; i < types.length; i++) {
                int observation = play.followerObservation(i);
                // What a response remembers, and so what it says, may change as it acts.
                strategies[i] = response.strategy(i, types[i], observation).clone();
            }
            int[] actions = sides.follow(play);
            double[] probabilities = new double[types.length];
            for (int i = 0; i < types.length; i++) {
                probabilities[i] = strategies[i][actions[i]];
            }
            moves.add(new Followed(actions.clone(), probabilities));
            return actions;
        }

        /** What was done so far. */
        Transcript transcript() {
            return new Transcript(standing, types, List.copyOf(moves));
        }
    }
}
