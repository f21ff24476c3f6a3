package stackelberg.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that stand for "settled by the program" and how they are replaced. */
class AutomaticTest {
    /** An enumeration that can be automatic. */
    public enum Colour implements Choice {
        AUTO("Automatic"),
        RED("Red");

        private final String label;

        Colour(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** A group within {@link Outer}. */
    public record Inner(@Parameter(label = "Rate", automatic = true, help = "r") double rate) {
        /** Some default. */
        public Inner() {
            this(0.5);
        }
    }

    /** One parameter of every kind that matters here. */
    public record Outer(
            @Parameter(label = "Count", automatic = true, min = 1, help = "c") int count,
            @Parameter(label = "Budget", automatic = true, min = 1, help = "b") long budget,
            @Parameter(label = "Fixed", help = "f") double fixed,
            @Parameter(label = "Flag", automatic = true, help = "g") boolean flag,
            @Parameter(label = "Colour", automatic = true, help = "o") Colour colour,
            @Parameter(label = "Inner", help = "i") Inner inner) {
        /** Some defaults. */
        public Outer() {
            this(3, 7, 0.25, true, Colour.RED, new Inner());
        }
    }

    private static final Outer AUTOMATIC = (Outer) Declaration.automatic(new Outer());

    @Test
    void everythingThatCanBeBecomesAutomaticDeeply() {
        assertThat(AUTOMATIC.count()).isEqualTo(Integer.MIN_VALUE);
        assertThat(AUTOMATIC.budget()).isEqualTo(Long.MIN_VALUE);
        assertThat(AUTOMATIC.fixed()).isEqualTo(0.25);
        assertThat(AUTOMATIC.flag()).isTrue();
        assertThat(AUTOMATIC.colour()).isEqualTo(Colour.AUTO);
        assertThat(AUTOMATIC.inner().rate()).isNaN();
        assertThat(Declaration.automatic(AUTOMATIC)).isEqualTo(AUTOMATIC);
    }

    @Test
    void whatIsSetByHandIsCounted() {
        assertThat(Declaration.setByHand(AUTOMATIC)).isZero();
        assertThat(Declaration.setByHand(new Outer())).isEqualTo(4);
    }

    @Test
    void onlyWhatIsAutomaticIsSettled() {
        Outer stated =
                new Outer(Integer.MIN_VALUE, 9, 0.5, false, Colour.AUTO, new Inner(Double.NaN));
        Outer settled = Declaration.settled(stated, new Outer());
        assertThat(settled.count()).isEqualTo(3);
        assertThat(settled.budget()).isEqualTo(9);
        assertThat(settled.fixed()).isEqualTo(0.5);
        assertThat(settled.flag()).isFalse();
        assertThat(settled.colour()).isEqualTo(Colour.RED);
        assertThat(Declaration.settled(new Inner(Double.NaN))).isEqualTo(new Inner());
    }

    @Test
    void anAutomaticValueIsInNoRange() {
        Faults faults = new Faults();
        Declaration.check(AUTOMATIC, faults);
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void whatCannotBeAutomaticHasNoSuchValue() {
        List<Declared> parameters = Declaration.of(Outer.class).parameters();
        assertThat(parameters.get(2).canBeAutomatic()).isFalse();
        assertThat(parameters.get(3).canBeAutomatic()).isFalse();
        assertThatThrownBy(() -> parameters.get(2).automatic())
                .isInstanceOf(IllegalStateException.class);
        assertThat(parameters.get(2).isAutomatic(Double.NaN)).isFalse();
    }
}
