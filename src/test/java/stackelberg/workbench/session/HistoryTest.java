package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History<String> history = new History<>("a");

    @Test
    void keystrokesInOneFieldAreOneStep() {
        history.put("ab", "title");
        history.put("abc", "title");
        assertThat(history.undo()).isEqualTo("a");
        assertThat(history.redo()).isEqualTo("abc");
    }

    @Test
    void anotherFieldIsAnotherStep() {
        history.put("ab", "title");
        history.put("abX", "question");
        history.put("abcX", "title");
        assertThat(history.undo()).isEqualTo("abX");
        assertThat(history.undo()).isEqualTo("ab");
    }

    @Test
    void aSealedStepIsNotMerged() {
        history.put("ab", "title");
        history.seal();
        history.put("abc", "title");
        assertThat(history.undo()).isEqualTo("ab");
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndoneAndIsAStep() {
        history.put("ab", "title");
        history.undo();
        history.put("ax", "title");
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo()).isEqualTo("a");
    }

    @Test
    void bothEndsHold() {
        assertThat(history.undo()).isEqualTo("a");
        assertThat(history.redo()).isEqualTo("a");
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void aLongHistoryForgetsItsBeginning() {
        for (int i = 0; i < 5000; i++) {
            history.put("v" + i, "");
        }
        int steps = 0;
        while (history.canUndo()) {
            history.undo();
            steps++;
        }
        assertThat(steps).isBetween(500, 1000);
    }
}
