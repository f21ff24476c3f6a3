package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a study file states is text in its report: nothing of it runs or is fetched. */
class StudyReportTest {
    private static final String EVIL =
            "<script src='http://x/y.js'>alert(1)</script><img onerror=\"a()\">&amp;&#60;|\"'";

    private static final Pattern MARKUP =
            Pattern.compile("(?i)<(script|img|iframe|link|object|embed|a )");

    @TempDir private Path folder;

    @Test
    void nothingInItIsMarkup() throws Exception {
        String evil = new ObjectMapper().writeValueAsString(EVIL);
        StudyFile.Reading reading =
                StudyFile.read(
                        """
                        {"title": %1$s, "question": %1$s, "expected": %1$s,
                         "base": {"question": %1$s, "game": {"type": "simple-allocation"},
                           "followers": [{"type": "multiplicative-weights"}]},
                         "axes": [{"name": %1$s, "variants": [
                           {"name": %1$s, "set": {"game.messages": 1}},
                           {"name": "b", "set": {"game.messages": 2}}]}],
                         "seeds": "1",
                         "measures": [{"column": %1$s, "take": "last"}],
                         "references": [{"cell": {%1$s: %1$s}, "value": 0.5, "source": %1$s}],
                         "claims": [{"says": %1$s, "cell": {%1$s: %1$s}, "relation": "above",
                           "other": {%1$s: "b"}}]}
                        """
                                .formatted(evil.replace("http://x/y.js", "y")),
                        null);
        // The title of a run has at most 80 characters, which this has.
        assertThat(reading.faults()).isEmpty();
        StudyFolder study = new StudyFolder(folder);
        study.keep(StudyFile.write(reading.study()));
        study.publish(new Outcomes(reading.study(), reading.cells(), study));
        String html = Files.readString(study.report());
        assertThat(MARKUP.matcher(html).find()).isFalse();
        assertThat(html).contains("&lt;script src=&#39;y&#39;&gt;alert(1)&lt;/script&gt;");
        assertThat(html).doesNotContain("&amp;&#60;");
    }
}
