package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.follower.FollowerModel;
import stackelberg.game.GameFamily;
import stackelberg.game.PlatformRule;
import stackelberg.leader.Learner;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Faults;

/** What scenario files take for granted of every registered game, follower model and learner. */
class MembersTest {
    private static Stream<Object> members() {
        return Stream.of(GameFamily.class, FollowerModel.class, Learner.class, PlatformRule.class)
                .flatMap(family -> Family.of(family).members().stream());
    }

    @ParameterizedTest
    @MethodSource("members")
    void theDefaultsHaveNoFaults(Object member) {
        Faults faults = new Faults();
        Declaration.check((Record) member, faults);
        assertThat(faults.list()).isEmpty();
        assertThat(Declaration.of((Record) member).defaults()).isEqualTo(member);
    }

    @ParameterizedTest
    @MethodSource("members")
    void noFieldIsCalledType(Object member) {
        assertThat(Declaration.of((Record) member).parameters())
                .extracting(Declared::name)
                .doesNotContain("type");
    }

    @ParameterizedTest
    @MethodSource("members")
    void theTypeIsItsOwn(Object member) {
        List<String> types = members().map(other -> Family.about(other).type()).toList();
        assertThat(types).doesNotHaveDuplicates().contains(Family.about(member).type());
    }
}
