package stackelberg.pomdp;

/**
 * How the followers' response was arrived at.
 *
 * @param candidate which of the strategies that they learned it consists of
 * @param furtherUpdates how many updates it took beyond the response phase
 * @param uncertified whether it was to be certified and could not be
 */
public record Certificate(Candidate candidate, int furtherUpdates, boolean uncertified) {

    /** What a response can consist of, in the order in which a certified response tries it. */
    public enum Candidate {
        /** The mixed strategies after the last update. */
        LAST_MIXED("the last mixed strategies"),
        /** The most likely action of each of these, the first of several. */
        LAST_DETERMINISTIC("the last most likely actions"),
        /** Uniformly one update's strategies, the same update's for all followers. */
        EMPIRICAL_AVERAGE("the empirical average of all updates");

        private final String words;

        Candidate(String words) {
            this.words = words;
        }

        /** Words for it, for instance "the last mixed strategies". */
        public String words() {
            return words;
        }
    }

    /** A sentence without its final stop. */
    public String words() {
        return candidate.words()
                + (furtherUpdates == 0
                        ? ""
                        : furtherUpdates == 1
                                ? ", after one further update"
                                : ", after " + furtherUpdates + " further updates")
                + (uncertified ? ", not certified" : "");
    }
}
