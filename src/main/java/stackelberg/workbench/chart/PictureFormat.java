package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jfree.chart.JFreeChart;

/** Formats in which a chart can be taken home, {@value #WIDTH} × {@value #HEIGHT} units large. */
enum PictureFormat {
    /** At twice that number of pixels. */
    PNG("PNG picture", ".png") {
        @Override
        void write(JFreeChart chart, Path file) throws IOException {
            if (!ImageIO.write(image(chart), "png", file.toFile())) {
                throw new IOException(tr("this Java cannot write PNG files"));
            }
        }
    },
    /** Text stays text. */
    SVG("SVG drawing", ".svg") {
        @Override
        void write(JFreeChart chart, Path file) throws IOException {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                SVGGraphics2D graphics =
                        new SVGGraphics2D(
                                DocumentBuilderFactory.newInstance()
                                        .newDocumentBuilder()
                                        .getDOMImplementation()
                                        .createDocument("http://www.w3.org/2000/svg", "svg", null));
                graphics.setSVGCanvasSize(new java.awt.Dimension(WIDTH, HEIGHT));
                chart.draw(graphics, AREA);
                graphics.stream(out, true);
            } catch (ParserConfigurationException e) {
                throw new IOException(tr("this Java cannot write XML"), e);
            }
        }
    },
    /** One page; text is drawn. */
    PDF("PDF document", ".pdf") {
        @Override
        void write(JFreeChart chart, Path file) throws IOException {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
                document.addPage(page);
                PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, WIDTH, HEIGHT);
                chart.draw(graphics, AREA);
                graphics.dispose();
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawForm(graphics.getXFormObject());
                }
                document.save(file.toFile());
            }
        }
    };

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final int SCALE = 2;
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);

    private final String words;
    private final String ending;

    PictureFormat(String words, String ending) {
        this.words = words;
        this.ending = ending;
    }

    /** What a person calls it. */
    String words() {
        return words;
    }

    String ending() {
        return ending;
    }

    /**
     * Writes a chart.
     *
     * @throws IOException if the file cannot be written
     */
    abstract void write(JFreeChart chart, Path file) throws IOException;

    /** A chart as an image. */
    static BufferedImage image(JFreeChart chart) {
        return chart.createBufferedImage(WIDTH * SCALE, HEIGHT * SCALE, WIDTH, HEIGHT, null);
    }
}
