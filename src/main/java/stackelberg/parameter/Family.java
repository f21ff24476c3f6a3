package stackelberg.parameter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registered members of a service interface: games, follower models, learners. Members are
 * found by {@link Services}, so that a jar from outside can add one.
 *
 * @param <T> the service interface
 */
public final class Family<T> {
    private static final Map<Class<?>, Family<?>> FAMILIES = new ConcurrentHashMap<>();

    private final List<T> registered;
    private final List<T> members;

    private Family(Class<T> service) {
        List<T> distinct = new ArrayList<>();
        Map<String, T> byType = new HashMap<>();
        for (T member : Services.of(service)) {
            Registered about = member.getClass().getAnnotation(Registered.class);
            String name = member.getClass().getName() + Services.where(member.getClass());
            if (about == null) {
                trouble(name + " is left out: it lacks @Registered");
            } else if (byType.putIfAbsent(about.type(), member) != null) {
                trouble(
                        name
                                + " is left out: the type \""
                                + about.type()
                                + "\" is taken by "
                                + byType.get(about.type()).getClass().getName());
            } else {
                distinct.add(member);
            }
        }
        registered = List.copyOf(distinct);
        members = registered.stream().sorted(Comparator.comparing(m -> about(m).label())).toList();
    }

    private static void trouble(String words) {
        Services.trouble(words, new IllegalStateException(words));
    }

    /**
     * The family of a service interface. A registration that cannot be loaded, or of a type that is
     * taken, is left out; see {@link Services#troubles}.
     */
    public static Family<?> of(Class<?> service) {
        return FAMILIES.computeIfAbsent(service, Family::new);
    }

    /** Looks again for what is registered, the next time that someone asks. */
    static void forget() {
        FAMILIES.clear();
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
