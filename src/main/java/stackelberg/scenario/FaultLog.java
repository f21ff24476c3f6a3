package stackelberg.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;
import stackelberg.scenario.ScenarioFile.LocatedFault;

/** Collects the faults of one text with their places. */
final class FaultLog {
    /** So many faults are told singly; of more, only how many there are. */
    static final int MOST = 100;

    private final Faults root = new Faults();
    private final List<LocatedFault> located = new ArrayList<>();

    /** The document's root; its views say at which path a fault is. */
    Faults root() {
        return root;
    }

    /** Adds a fault at the path of {@code at}. */
    void add(Faults at, Place place, String problem, String remedy) {
        at.add(problem, remedy);
        located.add(new LocatedFault(place.line(), place.column(), at.path(), problem, remedy));
    }

    /** Adds a fault of the text as a whole. */
    void add(Place place, String problem, String remedy) {
        add(root, place, problem, remedy);
    }

    boolean isEmpty() {
        return root.none();
    }

    /** Finds the places of faults that were added to {@link #root} since without one. */
    void locate(JsonValue document) {
        List<Fault> all = root.list();
        for (Fault fault : all.subList(located.size(), all.size())) {
            Place place = document.nearest(fault.path()).place();
            located.add(
                    new LocatedFault(
                            place.line(),
                            place.column(),
                            fault.path(),
                            fault.problem(),
                            fault.remedy()));
        }
    }

    /** The faults in the order in which they stand in the text. */
    List<LocatedFault> inReadingOrder() {
        List<LocatedFault> sorted = new ArrayList<>(located);
        sorted.sort(Comparator.comparing(fault -> new Place(fault.line(), fault.column())));
        if (sorted.size() > MOST) {
            LocatedFault first = sorted.get(MOST);
            int more = sorted.size() - MOST;
            sorted.subList(MOST, sorted.size()).clear();
            sorted.add(
                    new LocatedFault(
                            first.line(),
                            first.column(),
                            "$",
                            "from here on there are " + more + " more faults",
                            "Mend those above first"));
        }
        return List.copyOf(sorted);
    }
}
