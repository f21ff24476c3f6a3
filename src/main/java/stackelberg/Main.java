package stackelberg;

import stackelberg.command.CommandLineProgram;
import stackelberg.workbench.WindowLauncher;

/**
 * Where the program starts. With arguments it is the command line, which needs no display and loads
 * no class of JavaFX; without, it opens the window.
 *
 * <p>It does not extend {@code Application}: Java would then insist on JavaFX being on the module
 * path, and ND4J runs from the class path only.
 */
public final class Main {
    private static final String WITHOUT_WINDOW =
            " To do without a window: mvn package -DskipTests, then java -jar"
                    + " target/stackelberg-workbench.jar train sample-scenarios/escape.json;"
                    + " to run the tests: mvn verify";

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(CommandLineProgram.run(arguments));
        }
        String obstacle = Display.obstacle();
        if (obstacle == null) {
            obstacle = WindowLauncher.openAndWait();
        }
        if (obstacle != null) {
            System.err.println(obstacle + WITHOUT_WINDOW);
        }
        // Libraries may have left threads behind that would keep a closed program alive.
        System.exit(0);
    }
}
