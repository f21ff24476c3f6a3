package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import stackelberg.workbench.SidePanes.Side;

class SidePanesTest {
    private final SidePanes panes = new SidePanes(EnumSet.allOf(Side.class));

    @Test
    void bothAreOpenWhereThereIsRoom() {
        assertThat(panes.open(false)).containsExactly(Side.SCENARIO, Side.INSIDE);
        panes.toggle(Side.INSIDE, false);
        assertThat(panes.open(false)).containsExactly(Side.SCENARIO);
        panes.toggle(Side.INSIDE, false);
        assertThat(panes.open(false)).containsExactly(Side.SCENARIO, Side.INSIDE);
    }

    @Test
    void aNarrowWindowHasTheOneAskedForLast() {
        assertThat(panes.open(true)).containsExactly(Side.SCENARIO);
        panes.toggle(Side.INSIDE, true);
        assertThat(panes.open(true)).containsExactly(Side.INSIDE);
        panes.prefer(Side.SCENARIO);
        assertThat(panes.open(true)).containsExactly(Side.SCENARIO);
        assertThat(panes.open(false)).containsExactly(Side.SCENARIO, Side.INSIDE);
    }

    @Test
    void whatIsFoldedInANarrowWindowLeavesTheChartsAlone() {
        panes.toggle(Side.SCENARIO, true);
        assertThat(panes.open(true)).isEmpty();
        panes.reveal(Side.SCENARIO);
        assertThat(panes.open(true)).containsExactly(Side.SCENARIO);
    }

    @Test
    void twiceTheTypeIsNarrowAtTheUsualSize() {
        assertThat(WorkbenchView.narrow(1280, 1)).isFalse();
        assertThat(WorkbenchView.narrow(1280, 2)).isTrue();
    }
}
