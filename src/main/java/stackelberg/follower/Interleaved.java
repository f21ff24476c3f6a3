package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.Play;
import stackelberg.game.StageGame;

/**
 * Lessons of different kinds, given to one population in turn; see {@link Followers} for what an
 * update is. Each part makes its plays with all the seats and teaches those whose lesson it is.
 *
 * <p>Description for a critic: that of each part; a seat appears in every one.
 */
final class Interleaved implements StageResponse {
    private final List<StageResponse> parts;

    /** {@code [part]}: its plays in one update of the population. */
    private final int[] shares;

    /** {@code [follower]}: the part that teaches it. */
    private final StageResponse[] teachers;

    private final List<HearsAnswers> asking = new ArrayList<>();
    private final Response response;
    private final int playsPerUpdate;
    private int part;
    private int done;

    Interleaved(BaseGame game, Seat[] seats, Lesson[] lessons, List<StageResponse> parts) {
        this.parts = List.copyOf(parts);
        this.response = new SeatsResponse(seats, InducedGame.actionCounts(game));
        this.shares = new int[parts.size()];
        int told = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] =
                    parts.get(k) instanceof OwnPlays && k > 0
                            ? told
                            : parts.get(k).playsPerUpdate();
            told += shares[k];
        }
        this.playsPerUpdate = told;
        this.teachers = new StageResponse[seats.length];
        for (int i = 0; i < teachers.length; i++) {
            teachers[i] = teacher(lessons[i]);
            if (lessons[i] == Lesson.QUERIES) {
                asking.add((HearsAnswers) seats[i]);
            }
        }
    }

    private StageResponse teacher(Lesson lesson) {
        return switch (lesson) {
            case COMMITMENT, SWEEP -> parts.get(0);
            case DEVIATIONS -> parts.get(parts.get(0) instanceof SampledDeviations ? 0 : 1);
            case OWN_PLAYS, QUERIES -> parts.get(parts.size() - 1);
        };
    }

    @Override
    public boolean queries() {
        return !asking.isEmpty();
    }

    @Override
    public void hear(double[][] answers) {
        for (HearsAnswers seat : asking) {
            seat.hear(answers);
        }
    }

    @Override
    public boolean settled() {
        return parts.size() == 1 && parts.get(0).settled();
    }

    @Override
    public int plays() {
        return parts.get(0).plays() / parts.get(0).playsPerUpdate() * playsPerUpdate;
    }

    @Override
    public int playsPerUpdate() {
        return playsPerUpdate;
    }

    @Override
    public void reset() {
        for (StageResponse each : parts) {
            each.reset();
        }
        part = 0;
        done = 0;
    }

    @Override
    public void carryOn() {
        for (StageResponse each : parts) {
            each.carryOn();
        }
        part = 0;
        done = 0;
    }

    @Override
    public void beginPlay(RandomGenerator random, int[] types) {
        parts.get(part).beginPlay(random, types);
    }

    @Override
    public double weight() {
        return parts.get(part).weight();
    }

    @Override
    public void beginTurn(Play play) {
        parts.get(part).beginTurn(play);
    }

    @Override
    public int action(int follower, int observation) {
        return parts.get(part).action(follower, observation);
    }

    @Override
    public void endPlay(Play outcome) {
        parts.get(part).endPlay(outcome);
        made(1);
    }

    @Override
    public int play(StageGame stage, RandomGenerator random, int most) {
        int made = 0;
        while (made < most) {
            int left = Math.min(most - made, shares[part] - done);
            int now = parts.get(part).play(stage, random, left);
            made += now;
            made(now);
            if (now < left) {
                break;
            }
        }
        return made;
    }

    private void made(int count) {
        done += count;
        if (done == shares[part]) {
            done = 0;
            part = (part + 1) % shares.length;
        }
    }

    @Override
    public Response response() {
        return response;
    }

    @Override
    public double regret(int follower, int type) {
        return teachers[follower].regret(follower, type);
    }

    @Override
    public int stateSize() {
        return parts.stream().mapToInt(ResponseAlgorithm::stateSize).sum();
    }

    @Override
    public void describe(float[] into, int from) {
        int at = from;
        for (StageResponse each : parts) {
            each.describe(into, at);
            at += each.stateSize();
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (StageResponse each : parts) {
            each.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        for (StageResponse each : parts) {
            each.restore(in);
        }
    }
}
