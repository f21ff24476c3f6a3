package stackelberg.engine;

/** Which quantities belong on one chart. */
public enum Chart {
    LEADER_REWARD("Leader reward"),
    FOLLOWER_REGRET("Follower regret"),
    MECHANISM("Learned mechanism"),
    OUTCOME("Outcome of play"),
    PUNISHMENT("Punishment"),
    DIAGNOSTICS("Diagnostics");

    private final String title;

    Chart(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
