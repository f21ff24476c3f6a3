package stackelberg.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.engine.Steering;

class FigureTest {
    @TempDir private Path folder;

    private static Figure figure() {
        double[] x = new double[600];
        double[] y = new double[600];
        double[] low = new double[600];
        double[] high = new double[600];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100 * i;
            y[i] = 1 - Math.exp(-i / 90.0);
            low[i] = 0.9 * y[i];
            high[i] = Math.min(1, 1.1 * y[i]);
        }
        return new Figure(
                "Leader reward",
                "#1 Escape & Co.",
                5,
                "leader transitions",
                Scale.LINEAR,
                Scale.LINEAR,
                0.02,
                List.of(
                        new ChartLine("greedy policy", 0, x, y, null, low, high),
                        ChartLine.single(
                                "exact optimum",
                                ChartLine.REFERENCE,
                                new double[] {0, 59_900},
                                new double[] {1, 1})),
                List.of(new Steering(9, 20_000, "leader.learningRate", 0.01)));
    }

    @Test
    void aDrawingSaysWhatItShows() throws Exception {
        Path file = folder.resolve("chart.svg");
        PictureFormat.SVG.write(figure().chart(), file);
        String svg = Files.readString(file);
        assertThat(svg)
                .contains("Leader reward", "#1 Escape &amp; Co.", "greedy policy", "exact optimum")
                .contains("leader transitions", "n = 5 seeds", "least to largest");
        assertThat(svg.length()).isLessThan(200_000);
    }

    @Test
    void aDocumentHasOnePage() throws Exception {
        Path file = folder.resolve("chart.pdf");
        PictureFormat.PDF.write(figure().chart(), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        Files.copy(
                file,
                pictures.resolve("figure.pdf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aPictureIsSharp() throws Exception {
        Path file = Path.of("target", "screenshots", "figure.png");
        Files.createDirectories(file.getParent());
        PictureFormat.PNG.write(figure().chart(), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getHeight()).isEqualTo(1200);
    }

    @Test
    void numbersAreTheLastOfEachLine() {
        assertThat(figure().numbers())
                .startsWith("line\tat\tvalue\tleast\tlargest\n")
                .contains("greedy policy\t59900\t0.99871", "exact optimum\t59900\t1.00000\t\t\n");
        assertThat(figure().latex())
                .contains("\\begin{tabular}{lrrrr}", "greedy policy & 59900 & 0.99871")
                .contains("n = 5 seeds");
    }

    @Test
    void aChartCanBeToldInASentence() {
        assertThat(figure().words())
                .isEqualTo(
                        "Leader reward chart of #1 Escape & Co.: greedy policy 0 to 0.999; exact"
                                + " optimum 1.");
    }

    @Test
    void laTexIsSafe() {
        assertThat(Latex.escape("50 % & _x_ {Δ} ^ \\"))
                .isEqualTo(
                        "50 \\% \\& \\_x\\_ \\{$\\Delta$\\} \\textasciicircum{}"
                                + " \\textbackslash{}");
    }
}
