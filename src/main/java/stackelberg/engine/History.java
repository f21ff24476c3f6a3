package stackelberg.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been measured in a run, by chart and name: bounded series for a window to draw. */
final class History {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Chart chart, String name, DecimatedSeries series) {}

    /** Takes in the measurements after {@code transitions} transitions. */
    void add(long transitions, List<Measurement> measurements) {
        for (Measurement one : measurements) {
            entry(one.chart(), one.name()).series().add(transitions, one.value());
        }
    }

    private Entry entry(Chart chart, String name) {
        return entries.computeIfAbsent(
                chart + "/" + name, key -> new Entry(chart, name, new DecimatedSeries()));
    }

    /** The curves of every chart. */
    Map<Chart, List<Curve>> curves() {
        Map<Chart, List<Curve>> curves = new EnumMap<>(Chart.class);
        for (Entry entry : entries.values()) {
            curves.computeIfAbsent(entry.chart(), chart -> new ArrayList<>())
                    .add(entry.series().curve(entry.name()));
        }
        return curves;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(entries.size());
        for (Entry entry : entries.values()) {
            out.writeUTF(entry.chart().name());
            out.writeUTF(entry.name());
            entry.series().save(out);
        }
    }

    void restore(DataInput in) throws IOException {
        entries.clear();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            Chart chart = Chart.valueOf(in.readUTF());
            entry(chart, in.readUTF()).series().restore(in);
        }
    }
}
