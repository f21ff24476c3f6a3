package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedScaleTest {
    @Test
    void fromOnePlayASecondToFullSpeed() {
        assertThat(SpeedScale.playsPerSecond(0)).isEqualTo(1);
        assertThat(SpeedScale.playsPerSecond(1)).isInfinite();
        assertThat(SpeedScale.words(0)).isEqualTo("1 plays/s");
        assertThat(SpeedScale.words(1)).isEqualTo("full speed");
    }

    @Test
    void furtherRightIsFaster() {
        double last = 0;
        for (double place = 0; place < 0.98; place += 0.01) {
            assertThat(SpeedScale.playsPerSecond(place)).isGreaterThan(last);
            last = SpeedScale.playsPerSecond(place);
        }
    }
}
