package stackelberg.parameter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registered members of a service interface: games, follower models, learners. Members are
 * found by {@link ServiceLoader}, so that a jar from outside can add one.
 *
 * @param <T> the service interface
 */
public final class Family<T> {
    private static final Map<Class<?>, Family<?>> FAMILIES = new ConcurrentHashMap<>();

    private final List<T> registered;
    private final List<T> members;

    private Family(Class<T> service) {
        registered =
                ServiceLoader.load(service, service.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        members = registered.stream().sorted(Comparator.comparing(m -> about(m).label())).toList();
    }

    /**
     * The family of a service interface.
     *
     * @throws ServiceConfigurationError if a registration names a class that cannot be loaded
     */
    public static Family<?> of(Class<?> service) {
        return FAMILIES.computeIfAbsent(service, Family::new);
    }

    /** One member of each kind, with its defaults, ordered by label. */
    public List<T> members() {
        return members;
    }

    /** The same in the order of their registration: the simplest and best known come first. */
    public List<T> registered() {
        return registered;
    }

    /** The member of this {@code "type"} with its defaults. */
    public Optional<T> member(String type) {
        return members.stream().filter(m -> about(m).type().equals(type)).findFirst();
    }

    /** What a member says of itself. */
    public static Registered about(Object member) {
        Registered registered = member.getClass().getAnnotation(Registered.class);
        if (registered == null) {
            throw new IllegalStateException(member.getClass() + " lacks @Registered");
        }
        return registered;
    }
}
