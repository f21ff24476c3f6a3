package stackelberg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.parameter.Services;

/** Holds the rooms of the program to the table of who may call whom: downwards only. */
class ArchitectureTest {
    private static final String ROOT = "stackelberg";

    /** Room → the rooms that it may use, besides itself, the JDK and the libraries. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    entry("parameter", Set.of()),
                    entry("network", Set.of("parameter")),
                    entry("game", Set.of("parameter")),
                    entry("follower", Set.of("parameter", "game", "network")),
                    entry("oracle", Set.of("parameter", "game", "follower")),
                    entry("pomdp", Set.of("parameter", "game", "follower", "oracle")),
                    entry(
                            "leader",
                            Set.of("parameter", "game", "follower", "oracle", "pomdp", "network")),
                    entry(
                            "scenario",
                            Set.of(
                                    "parameter",
                                    "game",
                                    "follower",
                                    "oracle",
                                    "pomdp",
                                    "network",
                                    "leader")),
                    entry(
                            "engine",
                            Set.of(
                                    "parameter",
                                    "game",
                                    "follower",
                                    "oracle",
                                    "pomdp",
                                    "network",
                                    "leader",
                                    "scenario")),
                    entry(
                            "study",
                            Set.of(
                                    "parameter",
                                    "scenario",
                                    "engine",
                                    "game",
                                    "follower",
                                    "leader")),
                    entry(
                            "command",
                            Set.of(
                                    "parameter",
                                    "game",
                                    "follower",
                                    "oracle",
                                    "pomdp",
                                    "network",
                                    "leader",
                                    "scenario",
                                    "engine",
                                    "study",
                                    "bench")),
                    entry(
                            "bench",
                            Set.of(
                                    "parameter",
                                    "game",
                                    "follower",
                                    "oracle",
                                    "pomdp",
                                    "network",
                                    "leader",
                                    "scenario",
                                    "engine")),
                    entry(
                            "workbench",
                            Set.of(
                                    "parameter",
                                    "game",
                                    "follower",
                                    "oracle",
                                    "pomdp",
                                    "network",
                                    "leader",
                                    "scenario",
                                    "engine",
                                    "study",
                                    "bench")));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    static Stream<String> rooms() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsBelowIt(String room) {
        Set<String> others = new TreeSet<>(MAY_USE.keySet());
        others.removeAll(MAY_USE.get(room));
        others.remove(room);
        String[] forbidden =
                Stream.concat(Stream.of(ROOT), others.stream().map(ArchitectureTest::inside))
                        .toArray(String[]::new);
        hold(
                noClasses()
                        .that()
                        .resideInAPackage(inside(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden));
    }

    @Test
    void mainUsesOnlyTheCommandLineAndTheWindow() {
        hold(
                classes()
                        .that()
                        .resideInAPackage(ROOT)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                ROOT,
                                inside("command"),
                                inside("workbench"),
                                "java..",
                                "javax..",
                                "org.jspecify.."));
    }

    @Test
    void everyRoomIsInTheTable() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String inside = type.getPackageName().substring(ROOT.length());
            if (!inside.isEmpty()) {
                found.add(inside.split("\\.", 3)[1]);
            }
        }
        assertThat(MAY_USE.keySet()).containsAll(found);
    }

    /** Spark brings libraries that clash with the program's: it is a build of its own. */
    @Test
    void nothingKnowsSpark() {
        hold(noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.spark.."));
        assertThat(System.getProperty("java.class.path")).doesNotContain("spark-core");
    }

    @Test
    void onlyTheWorkbenchKnowsJavaFx() {
        onlyIn(
                "workbench",
                "javafx..",
                "com.sun.javafx..",
                "org.controlsfx..",
                "impl.org.controlsfx..",
                "atlantafx..",
                "org.kordamp.ikonli..",
                "org.jfree..");
    }

    @Test
    void onlyTheNetworkKnowsNd4j() {
        onlyIn("network", "org.nd4j..", "org.bytedeco..", "jdk.incubator..");
    }

    @Test
    void onlyTheOracleKnowsOjalgo() {
        onlyIn("oracle", "org.ojalgo..");
    }

    /** What is run comes with the program, or from a folder that a person named for it. */
    @Test
    void codeFromOutsideComesThroughOneDoor() {
        hold(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("stackelberg.parameter.Services")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ClassLoader.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(ServiceLoader.class));
        hold(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("CommandLineProgram")
                        .and()
                        .doNotHaveSimpleName("WorkbenchApplication")
                        .should()
                        .callMethod(Services.class, "addJars", Path.class));
    }

    @Test
    void onlyTheCommandLinePrints() {
        hold(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT, inside("command"))
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
    }

    @Test
    void randomnessComesFromStreamsWithASeed() {
        hold(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo("java.util.Random")
                        .because("a run is repeatable: RandomGenerator streams are handed in"));
        hold(noClasses().should().callMethod(Math.class, "random"));
    }

    @Test
    void everyPackageIsNullMarked() {
        hold(
                classes()
                        .should(
                                new ArchCondition<>("be in a package marked @NullMarked") {
                                    @Override
                                    public void check(JavaClass type, ConditionEvents events) {
                                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                                            events.add(
                                                    SimpleConditionEvent.violated(
                                                            type,
                                                            type.getPackageName()
                                                                    + " has no package-info with"
                                                                    + " @NullMarked"));
                                        }
                                    }
                                }));
    }

    private static void onlyIn(String room, String... libraries) {
        hold(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(inside(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(libraries));
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String inside(String room) {
        return ROOT + "." + room + "..";
    }
}
