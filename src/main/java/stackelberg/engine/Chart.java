package stackelberg.engine;

/** Which quantities belong on one chart. */
public enum Chart {
    LEADER_REWARD("Leader reward"),
    FOLLOWER_REGRET("Follower regret"),
    MECHANISM("Learned mechanism"),
    OUTCOME("Outcome of play", "leader transitions", Presence.WHERE_DEFINED),
    PUNISHMENT("Punishment", "periods after the cut", Presence.WHERE_DEFINED),
    DIAGNOSTICS("Diagnostics"),
    /** Both axes are logarithmic. */
    CONVERGENCE("Followers' convergence", "followers' plays", Presence.ALONE);

    /** Where a chart is seen. */
    public enum Presence {
        /** Among all charts. */
        ALWAYS,
        /** Among all charts if one of the runs has a curve for it. */
        WHERE_DEFINED,
        /** By itself, if one of the runs has a curve for it. */
        ALONE
    }

    private final String title;
    private final String across;
    private final Presence presence;

    Chart(String title) {
        this(title, "leader transitions", Presence.ALWAYS);
    }

    Chart(String title, String across, Presence presence) {
        this.title = title;
        this.across = across;
        this.presence = presence;
    }

    public String title() {
        return title;
    }

    /** What the numbers across are. */
    public String across() {
        return across;
    }

    public Presence presence() {
        return presence;
    }
}
