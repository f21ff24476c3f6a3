package stackelberg.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One slot in which the newest letter replaces an unread older one: neither side ever waits for the
 * other.
 */
public final class Mailbox<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Leaves a letter, dropping an unread one. */
    public void put(T letter) {
        slot.set(letter);
    }

    /** Takes the newest letter out; null if there is none since the last call. */
    public @Nullable T take() {
        return slot.getAndSet(null);
    }
}
