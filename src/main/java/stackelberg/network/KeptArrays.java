package stackelberg.network;

import java.util.List;

/** Live arrays, and what was in them at a moment that one may want to go back to. */
public final class KeptArrays {
    private final List<float[]> live;
    private final List<float[]> kept;

    public KeptArrays(List<float[]> live) {
        this.live = List.copyOf(live);
        this.kept = live.stream().map(array -> new float[array.length]).toList();
    }

    /** Remembers what is in the arrays. */
    public void keep() {
        FloatArrays.copy(live, kept);
    }

    /** Writes back what was last remembered. */
    public void goBack() {
        FloatArrays.copy(kept, live);
    }
}
