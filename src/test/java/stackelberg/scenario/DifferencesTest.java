package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void onlyWhatIsNotTheSameIsListed() {
        Scenario one = new Scenario();
        Scenario two = one.withBudget(7).withSeeds("2");
        assertThat(Differences.of(List.of(one, one))).isEmpty();
        assertThat(Differences.of(List.of(one, two, one)))
                .containsExactly(
                        new Differences.Difference(
                                "budget", List.of("Budget"), List.of("100000", "7", "100000")),
                        new Differences.Difference(
                                "seeds", List.of("Seeds"), List.of("1", "2", "1")));
    }

    @Test
    void whatOneHasNotIsEmpty() {
        Scenario one = new Scenario();
        Scenario other = one.withFollowers(List.of(new stackelberg.follower.QLearning()));
        assertThat(Differences.of(List.of(one, other)))
                .anySatisfy(
                        difference -> {
                            assertThat(difference.path()).isEqualTo("followers[1].type");
                            assertThat(difference.labels()).containsExactly("Followers 1");
                            assertThat(difference.values())
                                    .containsExactly("multiplicative-weights", "q-learning");
                        })
                .anySatisfy(difference -> assertThat(difference.values()).contains(""));
    }
}
