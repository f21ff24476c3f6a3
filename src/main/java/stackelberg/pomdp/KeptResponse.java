package stackelberg.pomdp;

import java.util.Arrays;
import java.util.Locale;
import stackelberg.follower.Response;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.oracle.BcceGap;
import stackelberg.pomdp.Certificate.Candidate;

/**
 * What the followers keep of what they learned, by the episode's {@link ResponseRule}. A certified
 * response is, of the last mixed strategies, their most likely actions, and the empirical average
 * of all updates, in this order, the first whose {@linkplain BcceGap BCCE gap} is within a bound.
 * If none is, the followers learn on; at the cap on further updates either the run fails or the
 * candidate of the smallest gap is taken, uncertified.
 */
final class KeptResponse {
    private static final Candidate[] CANDIDATES = Candidate.values();

    private final ResponseAlgorithm followers;
    private final Episode episode;
    private final boolean certifies;
    private final boolean averages;
    private final MostLikelyResponse mostLikely;
    private final EmpiricalAverage average;
    private final InducedGame induced;
    private final BcceGap bcce;
    private final double[] gaps = new double[CANDIDATES.length];
    private Candidate taken = Candidate.LAST_MIXED;
    private int furtherUpdates;
    private boolean uncertified;

    KeptResponse(BaseGame game, ResponseAlgorithm followers, Episode episode) {
        this.followers = followers;
        this.episode = episode;
        this.certifies = episode.response() == ResponseRule.CERTIFIED;
        this.averages = certifies || episode.response() == ResponseRule.EMPIRICAL;
        this.mostLikely = new MostLikelyResponse(game);
        this.average = new EmpiricalAverage(game);
        this.induced = InducedGame.blank(game);
        this.bcce = new BcceGap(game);
    }

    /** A new response phase begins. */
    void reset() {
        average.clear();
        furtherUpdates = 0;
        uncertified = false;
    }

    /** An update begins, in which the followers play the strategies that they have now. */
    void beforeUpdate() {
        if (averages) {
            average.add(followers.response());
        }
    }

    /** The subgame that {@code policy} induces, in which the followers learned. */
    InducedGame induced(LeaderPolicy policy) {
        if (certifies) {
            induced.tabulate(policy);
        }
        return induced;
    }

    /**
     * Whether the response is settled; then it is {@link #response}. If not, the followers are to
     * make {@link #furtherUpdates} more.
     *
     * @param in the subgame in which the followers learned
     * @throws NotCertifiedException if no more may be made and the episode then fails
     */
    boolean settled(InducedGame in) {
        mostLikely.of(followers.response());
        if (!certifies) {
            taken =
                    averages
                            ? Candidate.EMPIRICAL_AVERAGE
                            : episode.response() == ResponseRule.LAST_DETERMINISTIC
                                    ? Candidate.LAST_DETERMINISTIC
                                    : Candidate.LAST_MIXED;
            return true;
        }
        for (int k = 0; k < CANDIDATES.length; k++) {
            taken = CANDIDATES[k];
            gaps[k] = bcce.gap(in, response());
            if (gaps[k] <= episode.gapBound()) {
                return true;
            }
        }
        if (furtherUpdates < episode.furtherUpdates()) {
            return false;
        }
        if (episode.failUncertified()) {
            throw new NotCertifiedException(failure());
        }
        takeBest();
        return true;
    }

    private void takeBest() {
        double least = Arrays.stream(gaps).min().orElseThrow();
        for (int k = CANDIDATES.length - 1; k >= 0; k--) {
            taken = gaps[k] == least ? CANDIDATES[k] : taken;
        }
        uncertified = true;
    }

    private String failure() {
        return String.format(
                Locale.ROOT,
                "The followers' response has no BCCE gap within %.4g after %,d further updates:"
                        + " %.4g for %s, %.4g for %s, %.4g for %s. Raise the gap bound, or take"
                        + " the last mixed strategies as the response",
                episode.gapBound(),
                episode.furtherUpdates(),
                gaps[0],
                Candidate.LAST_MIXED.words(),
                gaps[1],
                Candidate.LAST_DETERMINISTIC.words(),
                gaps[2],
                Candidate.EMPIRICAL_AVERAGE.words());
    }

    /**
     * How many updates to make before trying again: one, later a sixteenth of those made, so that
     * trying does not take longer than learning.
     */
    int furtherUpdates() {
        int more =
                Math.min(
                        Math.max(1, furtherUpdates / 16),
                        episode.furtherUpdates() - furtherUpdates);
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
        return new Certificate(taken, furtherUpdates, uncertified);
    }
}
