package stackelberg;

import java.nio.file.Path;
import java.util.List;
import stackelberg.command.CommandLineProgram;
import stackelberg.workbench.WindowLauncher;

/**
 * Where the program starts. With a command it is the command line, which needs no display and loads
 * no class of JavaFX; without, it opens the window, on the files that are named if there are any.
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
            System.exit(CommandLineProgram.run(arguments, Main::openWindow));
        }
        openWindow(List.of());
        // Libraries may have left threads behind that would keep a closed program alive.
        System.exit(0);
    }

    private static void openWindow(List<Path> files) {
        String obstacle = Display.obstacle();
        if (obstacle == null) {
            obstacle = WindowLauncher.openAndWait(files);
        }
        if (obstacle != null) {
            System.err.println(obstacle + WITHOUT_WINDOW);
        }
    }
}
