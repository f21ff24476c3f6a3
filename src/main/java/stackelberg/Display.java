package stackelberg;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a window can be shown, before JavaFX tries and answers with a page of stack trace.
 *
 * <p>Only Linux is asked: elsewhere a desktop is taken for granted. A display is named as X11 does
 * it, {@code [host]:number[.screen]}; number {@code n} of this machine is the socket {@code
 * /tmp/.X11-unix/Xn}, that of another host is TCP port {@code 6000 + n}.
 */
final class Display {
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z]+/)?(?<host>.*):(?<number>\\d{1,4})(?:\\.\\d+)?");
    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MILLIS = 2000;

    private Display() {}

    /** What stands in the way of a window, as a sentence, or null when nothing seems to. */
    static @Nullable String obstacle() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        boolean drawsIntoMemory = "Monocle".equals(System.getProperty("glass.platform"));
        return linux && !drawsIntoMemory ? obstacle(System.getenv()) : null;
    }

    static @Nullable String obstacle(Map<String, String> environment) {
        String name = environment.getOrDefault("DISPLAY", "");
        if (name.isBlank()) {
            return environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                    ? "No display here (DISPLAY is not set), so the window cannot open."
                    : null;
        }
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                        && !answers(parts.group("host"), Integer.parseInt(parts.group("number")))
                ? "The display " + name + " does not answer, so the window cannot open."
                : null;
    }

    private static boolean answers(String host, int number) {
        if (host.isEmpty() || host.equals("unix")) {
            String socket = "/tmp/.X11-unix/X" + number;
            return answersAt(Path.of(socket)) || listensWithoutFile(socket);
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MILLIS);
            return true;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private static boolean answersAt(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException | UnsupportedOperationException unreachable) {
            return false;
        }
    }

    /** Linux also has sockets in a name space of their own, which Java can see but not open. */
    private static boolean listensWithoutFile(String socket) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/net/unix"))) {
            return lines.anyMatch(line -> line.endsWith("@" + socket));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
