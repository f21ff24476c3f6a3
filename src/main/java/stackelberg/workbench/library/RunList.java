package stackelberg.workbench.library;

import static stackelberg.workbench.language.Text.tr;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import stackelberg.engine.RunRecord;

/**
 * Runs with the words that a table has for them. These are put together once, off the window's
 * thread: with thousands of runs, every letter of a search would wait for them.
 */
public final class RunList {
    static final RunList NONE = new RunList(List.of());

    private final List<RunRecord> runs;
    private final Map<RunRecord, Words> words = new IdentityHashMap<>();

    /**
     * What a table says of a run.
     *
     * @param searched all that a search finds it by, in small letters
     */
    private record Words(String state, String verdict, String begun, String searched) {}

    /** Of these runs, in their order; takes a while if they are many. */
    public RunList(List<RunRecord> runs) {
        this.runs = List.copyOf(runs);
        DateTimeFormatter when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        ZoneId here = ZoneId.systemDefault();
        for (RunRecord run : runs) {
            words.put(run, words(run, when.format(run.begun().atZone(here))));
        }
    }

    private static Words words(RunRecord run, String begun) {
        String state = tr(run.standing().word());
        String verdict = tr(run.verdict());
        String searched =
                String.join(
                        " ",
                        run.name(),
                        run.title(),
                        tr("seed {0}", run.seed()),
                        state,
                        verdict,
                        run.about().note(),
                        run.begun().toString(),
                        begun);
        return new Words(state, verdict, begun, searched.toLowerCase(Locale.ROOT));
    }

    List<RunRecord> runs() {
        return runs;
    }

    private Words of(RunRecord run) {
        return Objects.requireNonNull(words.get(run));
    }

    String state(RunRecord run) {
        return of(run).state();
    }

    String verdict(RunRecord run) {
        return of(run).verdict();
    }

    String begun(RunRecord run) {
        return of(run).begun();
    }

    /** Whether all of these words, in small letters, are among those of a run. */
    boolean has(RunRecord run, List<String> wanted) {
        return wanted.stream().allMatch(of(run).searched()::contains);
    }
}
