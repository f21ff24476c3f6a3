package stackelberg.engine;

/** Where a run stands. */
public enum RunState {
    /** Not started yet, or waiting for a free thread. */
    WAITING("waiting"),
    /** What its followers need is being trained. */
    PREPARING("preparing"),
    RUNNING("training"),
    PAUSED("paused"),
    /** Reached its budget. */
    FINISHED("finished"),
    /** Stopped by a person; its checkpoint can be resumed. */
    STOPPED("stopped"),
    /** Ended by a fault; the snapshot's message says which. */
    FAILED("failed");

    private final String word;

    RunState(String word) {
        this.word = word;
    }

    /** A word for a person. */
    public String word() {
        return word;
    }

    /** Whether nothing more will happen. */
    public boolean over() {
        return this == FINISHED || this == STOPPED || this == FAILED;
    }
}
