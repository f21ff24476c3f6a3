package stackelberg.pomdp;

import java.util.Locale;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.oracle.BcceGap;
import stackelberg.pomdp.Certificate.Candidate;

/**
 * The certified response: of the last mixed strategies, their most likely actions, and the
 * empirical average of all updates, in this order, the first whose {@linkplain BcceGap BCCE gap} is
 * within a bound. If none is, the followers learn on, by at most {@value #MOST_UPDATES} updates.
 */
final class CertifiedResponse {
    /** The most updates beyond the response phase. */
    static final int MOST_UPDATES = 10_000;

    private static final Candidate[] CANDIDATES = Candidate.values();

    private final ResponseAlgorithm followers;
    private final double bound;
    private final MostLikelyResponse mostLikely;
    private final EmpiricalAverage average;
    private final InducedGame induced;
    private final BcceGap bcce;
    private final double[] gaps = new double[CANDIDATES.length];
    private Candidate taken = Candidate.LAST_MIXED;
    private int furtherUpdates;

    CertifiedResponse(BaseGame game, ResponseAlgorithm followers, double bound) {
        this.followers = followers;
        this.bound = bound;
        this.mostLikely = new MostLikelyResponse(game);
        this.average = new EmpiricalAverage(game);
        this.induced = InducedGame.blank(game);
        this.bcce = new BcceGap(game);
    }

    /** A new response phase begins. */
    void reset() {
        average.clear();
        furtherUpdates = 0;
    }

    /** An update begins, in which the followers play the strategies that they have now. */
    void beforeUpdate() {
        average.add(followers.response());
    }

    /** The subgame that {@code policy} induces, in which the followers learned. */
    InducedGame induced(LeaderPolicy policy) {
        induced.tabulate(policy);
        return induced;
    }

    /**
     * Whether some candidate is within the bound; then it is {@link #response}.
     *
     * @param induced the subgame in which the followers learned
     */
    boolean within(InducedGame induced) {
        mostLikely.of(followers.response());
        for (int k = 0; k < CANDIDATES.length; k++) {
            taken = CANDIDATES[k];
            gaps[k] = bcce.gap(induced, response());
            if (gaps[k] <= bound) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many updates to make before trying again: one, later a sixteenth of those made, so that
     * trying does not take longer than learning.
     *
     * @throws NotCertifiedException if there have been too many
     */
    int furtherUpdates() {
        if (furtherUpdates == MOST_UPDATES) {
            throw new NotCertifiedException(
                    String.format(
                            Locale.ROOT,
                            "The followers' response has no BCCE gap within %.4g after %,d further"
                                + " updates: %.4g for %s, %.4g for %s, %.4g for %s. Raise the gap"
                                + " bound, or take the last mixed strategies as the response",
                            bound,
                            MOST_UPDATES,
                            gaps[0],
                            Candidate.LAST_MIXED.words(),
                            gaps[1],
                            Candidate.LAST_DETERMINISTIC.words(),
                            gaps[2],
                            Candidate.EMPIRICAL_AVERAGE.words()));
        }
        int more = Math.min(Math.max(1, furtherUpdates / 16), MOST_UPDATES - furtherUpdates);
        furtherUpdates += more;
        return more;
    }

    /** The candidate last tried. */
    Response response() {
        return switch (taken) {
            case LAST_MIXED -> followers.response();
            case LAST_DETERMINISTIC -> mostLikely;
            case EMPIRICAL_AVERAGE -> average;
        };
    }

    /** How the response was arrived at. */
    Certificate certificate() {
        return new Certificate(taken, furtherUpdates);
    }
}
