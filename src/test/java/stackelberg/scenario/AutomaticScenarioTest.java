package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.QLearning;
import stackelberg.game.GameFamily;
import stackelberg.leader.Learner;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Fault;
import stackelberg.scenario.ScenarioFile.Reading;

/** Scenarios that leave their settings to the program. */
class AutomaticScenarioTest {
    private static Scenario of(Object game, Object follower, Object learner) {
        Scenario usual = new Scenario();
        return new Scenario(
                        "Any",
                        "",
                        (GameFamily) game,
                        List.of((FollowerModel) follower),
                        (Learner) learner,
                        usual.episode(),
                        usual.budget(),
                        "1")
                .automatic();
    }

    /** Whatever is registered goes together when nothing is set, or says at the model why not. */
    @Test
    void anyGameFollowersAndLearnerCanBeSettled() {
        for (Object game : Family.of(GameFamily.class).members()) {
            for (Object follower : Family.of(FollowerModel.class).members()) {
                for (Object learner : Family.of(Learner.class).members()) {
                    Scenario scenario = of(game, follower, learner);
                    List<Fault> faults = scenario.faults();
                    if (faults.isEmpty()) {
                        Scenario settled = scenario.settled();
                        assertThat(settled).isEqualTo(scenario.settled());
                        assertThat(settled.settled()).isEqualTo(settled);
                        assertThat(settled.faults()).isEmpty();
                        assertThat(settled.automatic()).isEqualTo(scenario);
                        assertThat(ScenarioFile.write(settled)).doesNotContain("auto", "NaN");
                    } else {
                        assertThat(faults)
                                .as("%s", scenario)
                                .extracting(Fault::path)
                                .allMatch(
                                        path ->
                                                path.startsWith("$.followers")
                                                        || path.startsWith("$.leader"));
                    }
                }
            }
        }
    }

    @Test
    void qLearningRemembersOnlyWhereTheGameLetsIt() {
        Scenario usual = new Scenario();
        for (Object game : Family.of(GameFamily.class).members()) {
            assertThat(of(game, new QLearning(), usual.leader()).faults()).as("%s", game).isEmpty();
        }
    }

    @Test
    void leavingOutAndAutoAreTheSameAndNeitherIsWritten() {
        Reading stated =
                ScenarioFile.read(
                        Minimal.FILE.replaceFirst(
                                "\\{",
                                "{\"budget\": \"auto\", \"leader\": \"auto\", \"followers\":"
                                        + " \"auto\", \"episode\": {\"responsePlays\": \"auto\","
                                        + " \"response\": \"auto\"},"));
        assertThat(stated.faults()).isEmpty();
        Scenario left = ScenarioFile.read(Minimal.FILE).scenario();
        assertThat(stated.scenario()).isEqualTo(left);
        assertThat(left).isNotNull();
        assertThat(ScenarioFile.write(left))
                .doesNotContain("auto", "leader", "budget", "followers\"", "episode");
    }

    @Test
    void autoWhereItCannotBeSaysSo() {
        for (String payoffs : List.of("\"auto\"", "[[\"auto\"]]")) {
            Reading reading =
                    ScenarioFile.read(
                            Minimal.FILE.replaceAll(
                                    "(?s)\"payoffs\": .*?\\],\\s*\"foll",
                                    "\"payoffs\": " + payoffs + ", \"foll"));
            assertThat(reading.scenario()).isNull();
            assertThat(reading.faults())
                    .anyMatch(
                            fault ->
                                    fault.toString().contains("$.game.payoffs")
                                            && fault.toString().contains("auto"));
        }
    }

    /** An automatic setting beside a fixed one that leaves it no room. */
    @Test
    void aContradictionNamesBothFields() {
        String fault =
                ScenarioFile.read(
                                Minimal.FILE.replaceFirst(
                                        "\\{", "{\"episode\": {\"responsePlays\": 1},"))
                        .faults()
                        .get(0)
                        .toString();
        assertThat(fault).contains("$.episode.responsePlays", "followers", "2 response plays");
    }

    @Test
    void aSettledScenarioStatesEverySetting() {
        Scenario settled = new Scenario().automatic().settled();
        for (Record part :
                List.of(
                        settled.episode(),
                        (Record) settled.leader(),
                        (Record) followers(settled))) {
            long automatic =
                    Declaration.of(part).parameters().stream()
                            .filter(Declared::canBeAutomatic)
                            .count();
            assertThat(Declaration.setByHand(part)).isEqualTo((int) automatic);
        }
        assertThat(settled.openEnded()).isFalse();
    }

    private static FollowerModel followers(Scenario scenario) {
        return scenario.followers().get(0);
    }
}
