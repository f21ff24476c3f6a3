package stackelberg.follower;

/**
 * A seat that hears of every turn what each follower knew and did, as critics do that are
 * centralised while acting is not.
 */
interface HearsEveryone extends HearsPlays {
    /** Who else is there; told once, before anything else. */
    void meet(Seat[] all);

    /**
     * All followers have acted on a turn; what it brought is told by {@link #learn}.
     *
     * @param types one for each follower; like the others the caller's, to be copied
     * @param observations one for each follower
     * @param actions one for each follower
     */
    void witness(int[] types, int[] observations, int[] actions);
}
