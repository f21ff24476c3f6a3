package stackelberg.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Uses a window from another thread: does things in it, and answers every question that it asks.
 */
final class RobotHands {
    /** A window that does nothing for so long hangs. */
    private static final int HANGS_SECONDS = 60;

    /** What a question is answered with, the best first: go on, with as little as may be. */
    private static final List<ButtonData> ANSWERS =
            List.of(ButtonData.NO, ButtonData.OTHER, ButtonData.YES, ButtonData.OK_DONE);

    private static final int POLL_MILLIS = 50;

    private final Stage stage;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    RobotHands(Stage stage) {
        this.stage = stage;
    }

    /** Does something in the window, and answers what it asks meanwhile. */
    void act(Runnable deed) throws InterruptedException {
        in(
                () -> {
                    deed.run();
                    return true;
                });
    }

    /** The same of something that comes to a value. */
    <T> T in(Callable<T> deed) throws InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(deed.call());
                    } catch (Exception | AssertionError e) {
                        done.completeExceptionally(e);
                    }
                });
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANGS_SECONDS);
        while (true) {
            Platform.runLater(this::answer);
            try {
                return done.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the window hangs", e);
                }
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            }
        }
    }

    /** Answers every dialog that is open. */
    private void answer() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != stage
                    && window.getScene() != null
                    && window.getScene().getRoot() instanceof DialogPane pane) {
                if ("complaint".equals(pane.getId())) {
                    complain(pane.getHeaderText());
                }
                ButtonType chosen =
                        pane.getButtonTypes().stream()
                                .min(Comparator.comparingInt(RobotHands::rank))
                                .orElseThrow();
                ((Button) pane.lookupButton(chosen)).fire();
            }
        }
    }

    private static int rank(ButtonType type) {
        int place = ANSWERS.indexOf(type.getButtonData());
        return place < 0 ? ANSWERS.size() : place;
    }

    /** Waits until something is so in the window; false if it is not within these seconds. */
    boolean until(int seconds, Callable<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!in(condition)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Presses a key, as a person does: whatever has the focus may take it. */
    void press(KeyCode code, boolean control, boolean shift) throws InterruptedException {
        act(() -> press(Objects.requireNonNullElse(owner(), root()), code, control, shift));
    }

    private Node owner() {
        return stage.getScene().getFocusOwner();
    }

    /** Presses a key where it is taken by one part. */
    static void press(Node target, KeyCode code, boolean control, boolean shift) {
        Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private Node root() {
        return stage.getScene().getRoot();
    }

    /** What a selector finds in the window; only on its thread. */
    Stream<Node> all(String selector) {
        return root().lookupAll(selector).stream();
    }

    /** Presses a button if it is there and can be pressed; whether that was so. */
    boolean fire(String selector) throws InterruptedException {
        return in(
                () -> {
                    Node found = root().lookup(selector);
                    boolean possible = found instanceof ButtonBase && !found.isDisabled();
                    if (possible) {
                        ((ButtonBase) found).fire();
                    }
                    return possible;
                });
    }

    /** Takes note of what went wrong. */
    void complain(String words) {
        complaints.add(words);
    }

    /** What the window complained about, in the words of its dialogs. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
