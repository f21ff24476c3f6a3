package stackelberg.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.ScenarioPath;

/**
 * A parameter that a person changed while the run went on. It holds from the end of an iteration
 * on, so that the same changes at the same iterations give the same bits.
 *
 * @param iteration completed iterations before it held
 * @param transitions the leader's transitions by then
 * @param path such as {@code leader.learningRate}
 * @param value its new value
 */
public record Steering(long iteration, long transitions, String path, double value) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DETAIL =
            Pattern.compile("\"?iteration (\\d+): (\\S+) = ([-+.0-9E]+)\"?");

    /**
     * A parameter that can be changed now.
     *
     * @param path such as {@code leader.learningRate}
     * @param parameter its declaration
     * @param value what it is now
     */
    public record Lever(String path, Declared parameter, double value) {}

    /** The parameters of a settled scenario that can be changed while it is trained. */
    public static List<Lever> levers(Scenario settled) {
        List<Lever> levers = new ArrayList<>();
        add("leader", (Record) settled.leader(), levers);
        for (int i = 0; i < settled.followers().size(); i++) {
            add("followers[" + i + "]", (Record) settled.followers().get(i), levers);
        }
        add("episode", settled.episode(), levers);
        return levers;
    }

    private static void add(String place, Record holder, List<Lever> levers) {
        for (Declared parameter : Declaration.of(holder).parameters()) {
            Object value = parameter.value(holder);
            if (parameter.about().live() && value instanceof Number number) {
                levers.add(
                        new Lever(place + "." + parameter.name(), parameter, number.doubleValue()));
            }
        }
    }

    /**
     * A scenario as it stands after these changes: settled, unless there were none.
     *
     * @param steerings in their order, made while this scenario was trained
     */
    public static Scenario after(List<Steering> steerings, Scenario scenario) {
        if (steerings.isEmpty()) {
            return scenario;
        }
        Scenario changed = scenario.settled();
        for (Steering steering : steerings) {
            changed = steering.applied(changed);
        }
        return changed;
    }

    /**
     * A scenario with this change.
     *
     * @throws IllegalArgumentException with a sentence for a person if that breaks its rules
     */
    Scenario applied(Scenario settled) {
        if (levers(settled).stream().noneMatch(lever -> lever.path().equals(path))) {
            throw new IllegalArgumentException(path + " cannot be changed while it is trained");
        }
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(ScenarioFile.write(settled));
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            ScenarioPath.put(
                    json, path, whole ? json.numberNode((long) value) : json.numberNode(value));
            ScenarioFile.Reading reading = ScenarioFile.read(json.toString());
            Scenario changed = reading.scenario();
            if (changed == null) {
                ScenarioFile.LocatedFault fault = reading.faults().get(0);
                throw new IllegalArgumentException(
                        path + ": " + fault.problem() + ". " + fault.remedy() + ".");
            }
            return changed.settled();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario is written as JSON", e);
        }
    }

    /** What {@code events.csv} says of it. */
    String detail() {
        return "iteration " + iteration + ": " + path + " = " + value;
    }

    /** Reads a line of {@code events.csv}; empty if it tells of something else. */
    static Optional<Steering> read(String line) {
        String[] parts = line.split(",", 3);
        if (parts.length < 3 || !parts[1].equals("steered")) {
            return Optional.empty();
        }
        Matcher detail = DETAIL.matcher(parts[2]);
        if (!detail.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Steering(
                            Long.parseLong(detail.group(1)),
                            Long.parseLong(parts[0]),
                            detail.group(2),
                            Double.parseDouble(detail.group(3))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static void save(List<Steering> steerings, DataOutput out) throws IOException {
        out.writeInt(steerings.size());
        for (Steering one : steerings) {
            out.writeLong(one.iteration);
            out.writeLong(one.transitions);
            out.writeUTF(one.path);
            out.writeDouble(one.value);
        }
    }

    static List<Steering> restore(DataInput in) throws IOException {
        List<Steering> steerings = new ArrayList<>();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            steerings.add(
                    new Steering(in.readLong(), in.readLong(), in.readUTF(), in.readDouble()));
        }
        return steerings;
    }
}
