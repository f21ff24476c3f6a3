package stackelberg.leader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * What keeps a policy gradient from settling early: before it begins, a {@link CommitmentSearch}
 * compares many commitments, and the actor starts from the best. From then on the actor's greedy
 * policy challenges that incumbent before every rollout. The leader commits to the incumbent; once
 * so many rollouts have brought nothing better, learning is closed.
 */
final class Scouting {
    /** Commitments tried in one iteration. */
    private static final int EACH = 256;

    /** About how much of the whole work scouting is, if it takes as long as it may. */
    private static final double SCOUTING_SHARE = 0.9;

    private final Ppo settings;
    private final StackelbergPomdp pomdp;
    private final long budget;
    private final Actor actor;
    private final Optional<CommitmentSearch> search;
    private boolean distilled;
    private int inVain;

    /** The state after the last completed iteration. */
    private byte[] completed;

    private long completedEpisodes;

    /**
     * @param rewards counts every outer episode
     */
    Scouting(
            Ppo settings,
            StackelbergPomdp pomdp,
            RandomStreams streams,
            long budget,
            Actor actor,
            MeanReward rewards) {
        this.settings = settings;
        this.pomdp = pomdp;
        this.budget = budget;
        this.actor = actor;
        this.search =
                settings.scouts() > 0
                        ? Optional.of(new CommitmentSearch(pomdp, streams, rewards))
                        : Optional.empty();
        this.completed = bytes();
    }

    /** Whether commitments are still being compared, rather than the policy learning. */
    boolean active() {
        return search.isPresent() && !distilled;
    }

    /** Tries some commitments, and lets the actor start from the best when that was the last. */
    void scout(Watch watch) {
        CommitmentSearch scouts = search.orElseThrow();
        long left = settings.scouts() - scouts.tried();
        scouts.search((int) Math.min(EACH, left), watch);
        if (scouts.over()
                || scouts.tried() >= settings.scouts()
                || pomdp.transitions() >= budget / 2) {
            scouts.decide(watch);
            int batch = FoldedRows.capacity(pomdp.game(), settings.minibatch());
            new Distillation(actor, batch).fit(scouts.best(), watch);
            distilled = true;
        }
    }

    /** Lets the actor's greedy policy challenge the incumbent. */
    void compare(Watch watch) {
        if (search.isPresent()) {
            boolean improved = search.get().offer(actor.greedy(), actor.modes(), watch);
            inVain = improved ? 0 : inVain + 1;
        }
    }

    /** The best commitment so far; empty if none was scouted. */
    Optional<LeaderPolicy> incumbent() {
        return search.filter(s -> s.tried() > 0).map(CommitmentSearch::policy);
    }

    /** Whether exploration has closed: the last rollouts have brought nothing better. */
    boolean closed() {
        return settings.closing() > 0 && distilled && inVain >= settings.closing();
    }

    /** How far it has come on the longest way to that; 0 if it does not close. */
    double share() {
        if (settings.closing() == 0 || search.isEmpty()) {
            return 0;
        }
        return distilled
                ? SCOUTING_SHARE
                        + (1 - SCOUTING_SHARE) * Math.min(1, (double) inVain / settings.closing())
                : SCOUTING_SHARE * search.get().tried() / settings.scouts();
    }

    /** What the learner is at; empty without scouting. */
    String stage() {
        if (search.isEmpty()) {
            return "";
        }
        return distilled
                ? "the policy learns near the best of them"
                : String.format(Locale.ROOT, "%,d commitments compared", search.get().tried());
    }

    /** Outer episodes of completed iterations. */
    long episodes() {
        return completedEpisodes;
    }

    /** An iteration is complete. */
    void complete() {
        if (search.isPresent()) {
            completed = bytes();
            completedEpisodes = search.get().episodes();
        }
    }

    private byte[] bytes() {
        if (search.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            search.get().save(out);
            out.writeBoolean(distilled);
            out.writeInt(inVain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(completed.length);
        out.write(completed);
    }

    void restore(DataInput in) throws IOException {
        completed = new byte[in.readInt()];
        in.readFully(completed);
        if (search.isPresent()) {
            DataInputStream from = new DataInputStream(new ByteArrayInputStream(completed));
            search.get().restore(from);
            distilled = from.readBoolean();
            inVain = from.readInt();
            completedEpisodes = search.get().episodes();
        }
    }
}
