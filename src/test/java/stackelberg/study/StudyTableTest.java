package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two cells came to, in every form that a study is read in; the numbers are by hand. */
class StudyTableTest {
    private static final String MORE =
            """
            , "measures": [{"column": "greedy policy"}, {"column": "gap", "take": "best"}],
              "references": [{"cell": {}, "value": 0.5, "source": ""},
                             {"cell": {"messages": "2"}, "value": 0.75, "source": "by hand"}],
              "claims": [{"says": "two | one", "cell": {"messages": "2"}, "relation": "above",
                          "other": {"messages": "1"}},
                         {"says": "a half", "cell": {"messages": "1"}, "relation": "near",
                          "value": 0.5, "tolerance": 0.1}]
            """;

    @TempDir Path folder;

    /** Seeds 1, 2, 3 of one message and 1, 2 of two; one job has measured a gap. */
    private Trained trained() throws IOException {
        return new Trained(Trained.messages(MORE), folder)
                .over(0, null, 0.25, 0.5, 0.75)
                .over(1, 1.0, 0.5, 1.0)
                .measured(0, 1, "transitions,gap\n10,1.0\n20,4.0\n30,2.0\n");
    }

    /**
     * t(2; .975) = 4.30265 × .25/√3 = .6210; t(1; .975) = 12.7062 × .25 = 3.177. The differences
     * .25 and .5 have t = 3 with one degree of freedom: p = 1 − 2 arctan(3)/π = .2048.
     */
    @Test
    void asMarkdown() throws IOException {
        assertThat(trained().text().markdown())
                .isEqualToNormalizingNewlines(
                        """
                        # Messages

                        How many?

                        ## What was published, and what came out

                        | published | pairs | difference | p (one-sided, Holm) | verdict |
                        | --- | --- | --- | --- | --- |
                        | two \\| one | 2 | +0.3750 | 0.10 | not settled |
                        | a half | 3 | +0.000 | – | agrees |

                        ## Leader reward

                        | messages | seeds | mean ± 95 % | middle half | best | worst | optimum | reached | reference |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | 1 | 3 | 0.5000 ± 0.6210 | 0.5000 | 0.7500 | 0.2500 | – | – | 0.5000 |
                        | 2 | 2 | 0.7500 ± 3.177 | 0.7500 | 1.000 | 0.5000 | 1.000 | 1 of 2 | 0.7500, by hand |

                        Against the first row, seed by seed:

                        | messages | pairs | difference | 95 % (bootstrap) | p (t, Holm) |
                        | --- | --- | --- | --- | --- |
                        | 2 | 2 | 0.3750 | 0.2500 to 0.5000 | 0.20 |

                        ## Best gap

                        | messages | seeds | mean ± 95 % | middle half | best | worst | optimum | reached | reference |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | 1 | 1 | 4.000 | 4.000 | 4.000 | 4.000 | – | – | – |
                        | 2 | 0 | – | – | – | – | – | – | – |

                        Against the first row, seed by seed:

                        | messages | pairs | difference | 95 % (bootstrap) | p (t, Holm) |
                        | --- | --- | --- | --- | --- |
                        | 2 | 0 | – | – to – | – |
                        """);
    }

    @Test
    void asCommaSeparatedValuesWhatIsNotKnownBeingEmpty() throws IOException {
        List<String> lines = trained().text().csv().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "messages,measure,n,mean,standardError,low95,high95,interquartileMean,best,"
                                + "worst,optimum,reached,reference");
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1))
                .startsWith("1,leader reward,3.0,0.5,0.1443")
                .endsWith(",0.5,0.75,0.25,,0.0,0.5");
        assertThat(lines.get(2))
                .startsWith("2,leader reward,2.0,0.75,0.25,-2.42")
                .endsWith(",0.75,1.0,0.5,1.0,1.0,0.75");
        assertThat(lines.get(3)).isEqualTo("1,best gap,1.0,4.0,,,,4.0,4.0,4.0,,0.0,");
        assertThat(lines.get(4)).isEqualTo("2,best gap,0.0,,,,,,,,,0.0,");
    }

    @Test
    void textsWithCommasAndQuotesAreQuoted() throws IOException {
        Study plain = Trained.messages(", \"measures\": [{\"column\": \"price, \\\"1\\\"\"}]");
        Axis axis = new Axis("a,b", plain.axes().get(0).levels());
        Study study =
                new Study(
                        plain.title(),
                        "",
                        "",
                        plain.base(),
                        List.of(axis),
                        plain.seeds(),
                        plain.measures(),
                        List.of(),
                        List.of());
        StudyText text = new Trained(study, folder).text();
        assertThat(text.csv())
                .startsWith("\"a,b\",measure,n,")
                .contains("\n1,\"price, \"\"1\"\"\",0.0,");
        assertThat(text.markdown()).startsWith("# Messages\n\n## Price, \"1\"\n");
    }

    @Test
    void asOneJsonObjectALine() throws IOException {
        List<String> lines = trained().text().json().lines().toList();
        assertThat(lines).hasSize(4);
        JsonNode one = new ObjectMapper().readTree(lines.get(0));
        JsonNode two = new ObjectMapper().readTree(lines.get(1));
        assertThat(one.get("levels").get("messages").asText()).isEqualTo("1");
        assertThat(one.get("measure").asText()).isEqualTo("leader reward");
        assertThat(one.get("n").asInt()).isEqualTo(3);
        assertThat(one.get("mean").asDouble()).isEqualTo(0.5);
        assertThat(one.get("standardError").asDouble()).isCloseTo(0.1443376, within(1e-6));
        assertThat(one.get("ci95").get(0).asDouble()).isCloseTo(-0.1210344, within(1e-6));
        assertThat(one.get("ci95").get(1).asDouble()).isCloseTo(1.1210344, within(1e-6));
        assertThat(one.get("interquartileMean").asDouble()).isEqualTo(0.5);
        assertThat(one.get("best").asDouble()).isEqualTo(0.75);
        assertThat(one.get("worst").asDouble()).isEqualTo(0.25);
        assertThat(one.get("optimum").isNull()).isTrue();
        assertThat(one.get("reached").isNull()).isTrue();
        assertThat(one.get("cpuSeconds").asDouble()).isEqualTo(9);
        assertThat(one.get("reference").asDouble()).isEqualTo(0.5);
        assertThat(one.has("againstFirst")).isFalse();
        assertThat(two.get("optimum").asDouble()).isEqualTo(1);
        assertThat(two.get("reached").asInt()).isEqualTo(1);
        assertThat(two.get("source").asText()).isEqualTo("by hand");
        JsonNode against = two.get("againstFirst");
        assertThat(against.get("pairs").asInt()).isEqualTo(2);
        assertThat(against.get("difference").asDouble()).isEqualTo(0.375);
        assertThat(against.get("ci95").toString()).isEqualTo("[0.25,0.5]");
        assertThat(against.get("p").asDouble()).isCloseTo(0.2048328, within(1e-6));
        JsonNode none = new ObjectMapper().readTree(lines.get(3));
        assertThat(none.get("mean").isNull()).isTrue();
        assertThat(none.get("reference").isNull()).isTrue();
        assertThat(none.get("source").isNull()).isTrue();
        assertThat(none.get("againstFirst").get("p").isNull()).isTrue();
    }

    /** 6.354 is the wider interval; one that is not known counts as wide. */
    @Test
    void moreSeedsAreWantedWhileAnIntervalIsWide() throws IOException {
        Trained some = trained();
        assertThat(some.text().widerThan(6.3)).isTrue();
        assertThat(some.text().widerThan(6.4)).isFalse();
        Path other = folder.resolve("other");
        assertThat(new Trained(Trained.messages(""), other).text().widerThan(100)).isTrue();
        Trained wide = new Trained(Trained.messages(""), other).over(0, null, 1, 1).over(1, 1., 2);
        assertThat(wide.text().widerThan(100)).isTrue();
    }

    @Test
    void whatIsPublishedLiesInTheFolder() throws IOException {
        Trained trained = trained();
        trained.folder.publish(trained.outcomes());
        assertThat(folder.resolve("table.csv")).content().isEqualTo(trained.text().csv());
        assertThat(folder.resolve("table.md")).content().isEqualTo(trained.text().markdown());
        assertThat(trained.folder.report()).content().isEqualTo(trained.report());
    }

    @Test
    void theStateAtOneMoment() throws IOException {
        Trained trained = trained();
        Study study = Trained.messages(MORE);
        List<Cell> cells = StudyFile.expand(study).cells();
        StudyState state = StudyState.read(study, cells, trained.folder, true);
        assertThat(state.over()).isEqualTo(5);
        assertThat(state.jobs()).isEqualTo(6);
        assertThat(state.curves()).hasSize(2);
        assertThat(state.findings()).hasSize(2);
        assertThat(state.table().measure()).isEqualTo(Measure.LEADER_REWARD);
        assertThat(state.table().cells()).isEqualTo(cells);
        assertThat(state.table().comparisons()).hasSize(1);
        assertThat(state.table().summaries()).extracting(Summary::n).containsExactly(3, 2);
        assertThat(StudyState.read(study, cells, trained.folder, false).curves()).isEmpty();
    }

    /** A result that an earlier program left without the exact answer is not over. */
    @Test
    void aJobIsOverWhenItsResultIsComplete() throws IOException {
        Trained trained = trained();
        Job job = trained.job(1, 2);
        assertThat(trained.folder.result(job)).isPresent();
        trained.write(job, "result.json", "{\"leaderReward\": 0.5, \"answered\": false}");
        assertThat(trained.folder.result(job)).isEmpty();
        trained.write(job, "result.json", "{\"leaderReward\": 0.125, \"later\": 1}");
        assertThat(trained.folder.result(job).orElseThrow().leaderReward()).isEqualTo(0.125);
    }

    @Test
    void jobsGoSeedBySeedAndArePartedEvenly() {
        Study study = Trained.messages("");
        List<Cell> cells = StudyFile.expand(study).cells();
        List<Job> jobs = Job.all(study, cells);
        assertThat(jobs)
                .extracting(Job::toString)
                .containsExactly(
                        "1, seed 1",
                        "2, seed 1",
                        "1, seed 2",
                        "2, seed 2",
                        "1, seed 3",
                        "2, seed 3");
        assertThat(Job.part(jobs, 1, 4)).containsExactly(jobs.get(1), jobs.get(5));
        assertThat(Job.part(jobs, 3, 4)).containsExactly(jobs.get(3));
        assertThat(Job.part(jobs, 0, 3)).containsExactly(jobs.get(0), jobs.get(3));
        Cell only = new Cell(Map.of(), cells.get(0).scenario(), "f");
        assertThat(new Job(only, 7)).hasToString("seed 7");
    }
}
