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
            Recorder recorder = new Recorder(policy, response, types, random);
            int before = play.standing();
            Plays.run(play, types, recorder);
            transcripts.add(new Transcript(before, types, List.copyOf(recorder.moves)));
        }
        response.recall(memory);
        return List.copyOf(transcripts);
    }

    private static final class Recorder implements Plays.Sides {
        private final LeaderPolicy policy;
        private final Response response;
        private final int[] types;
        private final RandomGenerator random;
        private final List<Move> moves = new ArrayList<>();

        Recorder(LeaderPolicy policy, Response response, int[] types, RandomGenerator random) {
            this.policy = policy;
            this.response = response;
            this.types = types;
            this.random = random;
        }

        @Override
        public double[] leads(Play play) {
            double[] action = policy.act(play.leaderObservation()).clone();
            moves.add(new Led(play.leaderObservation(), action));
            return action;
        }

        @Override
        public int[] follow(Play play) {
            int[] actions = new int[types.length];
            response.act(play, types, random, actions);
            double[] probabilities = new double[types.length];
            for (int i = 0; i < types.length; i++) {
                int observation = play.followerObservation(i);
                probabilities[i] = response.strategy(i, types[i], observation)[actions[i]];
            }
            response.remember(actions);
            moves.add(new Followed(actions, probabilities));
            return actions;
        }
    }
}
