package stackelberg.engine;

/** Which quantities belong on one chart. */
public enum Chart {
    LEADER_REWARD("Leader reward"),
    FOLLOWER_REGRET("Follower regret", "leader transitions", Presence.UNLESS_UNDEFINED),
    MECHANISM("Learned mechanism", "leader transitions", Presence.UNLESS_UNDEFINED),
    OUTCOME("Outcome of play", "leader transitions", Presence.WHERE_DEFINED),
    /** What tells how a play went on a scale of its own. */
    INDEX("Index", "leader transitions", Presence.WHERE_DEFINED),
    PUNISHMENT("Punishment", "periods after the cut", Presence.WHERE_DEFINED),
    DIAGNOSTICS("Diagnostics"),
    /** Both axes are logarithmic. */
    CONVERGENCE("Followers' convergence", "followers' plays", Presence.ALONE);

    /** Where a chart is seen. */
    public enum Presence {
        /** Among all charts. */
        ALWAYS,
        /** Among all charts, until runs are measured that have no value for it. */
        UNLESS_UNDEFINED,
        /** Among all charts if one of the runs has a value for it. */
        WHERE_DEFINED,
        /** By itself, if one of the runs has a value for it. */
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
