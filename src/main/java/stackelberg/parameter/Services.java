package stackelberg.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is registered for a service interface, this program's own first, then that of jars from
 * outside. A registration that cannot be loaded is left out and kept among the {@link #troubles},
 * so that a bad line in one jar harms nothing else.
 */
public final class Services {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final List<String> TROUBLES = new CopyOnWriteArrayList<>();
    private static final List<Path> JARS = new CopyOnWriteArrayList<>();

    private static ClassLoader loader = loaderOf(Services.class);

    private Services() {}

    private static ClassLoader loaderOf(Class<?> type) {
        return Objects.requireNonNull(type.getClassLoader());
    }

    /**
     * Also looks into every jar of a folder from now on. To be called before anything registered is
     * used.
     *
     * @throws IOException if the folder cannot be read
     */
    public static synchronized void addJars(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : found) {
                try (JarFile readable = new JarFile(jar.toFile())) {
                    jars.add(jar.toUri().toURL());
                    JARS.add(jar);
                    LOG.debug("{} has {} entries", jar, readable.size());
                } catch (IOException e) {
                    trouble(jar.getFileName() + " cannot be read as a jar: " + e.getMessage(), e);
                }
            }
        }
        jars.sort(Comparator.comparing(URL::toString));
        if (!jars.isEmpty()) {
            // Never closed: what it has loaded is in use until the program ends.
            loader = new URLClassLoader(jars.toArray(URL[]::new), loader);
            Family.forget();
        }
    }

    private static synchronized ClassLoader loader() {
        return loader;
    }

    /** The jars from outside that are looked into. */
    public static List<Path> jars() {
        return List.copyOf(JARS);
    }

    /** One of each registered implementation that can be loaded. */
    public static <T> List<T> of(Class<T> service) {
        List<T> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> providers =
                ServiceLoader.load(service, loader()).stream().iterator();
        while (true) {
            Class<? extends T> type = null;
            try {
                if (!providers.hasNext()) {
                    return found;
                }
                ServiceLoader.Provider<T> provider = providers.next();
                type = provider.type();
                found.add(provider.get());
            } catch (ServiceConfigurationError | LinkageError e) {
                String where = type == null ? registrar(service, e) : where(type);
                trouble("A registration cannot be loaded" + where + ": " + e.getMessage(), e);
            }
        }
    }

    /** The jar whose service file names what could not be loaded; empty if it is not found. */
    private static String registrar(Class<?> service, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        try {
            String file = "META-INF/services/" + service.getName();
            for (URL found : Collections.list(loader().getResources(file))) {
                try (InputStream in = found.openStream()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    if (message.contains(found.toString())
                            || text.lines().map(String::strip).anyMatch(names(message))) {
                        String jar = found.getPath().replaceFirst("!.*", "");
                        return " (in " + jar.substring(jar.lastIndexOf('/') + 1) + ")";
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("service files cannot be read", e);
        }
        return "";
    }

    private static Predicate<String> names(String message) {
        return line -> !line.isEmpty() && !line.startsWith("#") && message.contains(line);
    }

    /** Reports something wrong with a registration, once. */
    static void trouble(String words, Throwable cause) {
        if (!TROUBLES.contains(words)) {
            TROUBLES.add(words);
            LOG.warn("{}", words);
            LOG.debug("because", cause);
        }
    }

    /** Every registration that was left out so far and why. */
    public static List<String> troubles() {
        return List.copyOf(TROUBLES);
    }

    /** The jar or folder of a class, for instance " (in mine.jar)"; empty if it is not known. */
    static String where(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        String path = source.getLocation().getPath();
        return " (in " + path.substring(path.lastIndexOf('/', path.length() - 2) + 1) + ")";
    }
}
