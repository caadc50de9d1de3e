package org.clickgaussian.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunFolders;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.training.Hyperparameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ComparisonReportTest {
  @TempDir private Path folder;

  private Document page(Optional<Path> baseline) throws Exception {
    RunComparison comparison =
        RunComparison.of(
            new RunStore().list(folder),
            new RunComparison.Choice(baseline, Optional.empty(), Metric.IOU, true, true));
    Path file = folder.resolve("out/report.html");
    ComparisonReport.write(file, comparison);
    String html = Files.readString(file);
    assertThat(html).startsWith("<!DOCTYPE html>\n");
    assertThat(html).doesNotContain("http://localhost", "src=\"h", "href=");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.substring(html.indexOf('\n')))));
  }

  @Test
  void aPageHoldsSettingsScoresCurvesAndPictures() throws Exception {
    RunFolders runs = new RunFolders(folder);
    RunFolder first = runs.finished("full-0", 0, Map.of());
    RunFolder second = runs.finished("full-1", 1, Map.of());
    RunFolder odd = runs.finished("<no> & \"gfl\"", 0, Map.of(Hyperparameter.GLOBAL_WEIGHT, 0.0));
    RunFolders.score(first, 0.9, 0.8, 0.7);
    RunFolders.score(second, 0.8, 0.8, 0.7);
    RunFolders.score(odd, 0.5, 0.4, 0.3);
    ImageFiles.writePng(
        PredictionPictures.ofObject(
            PredictionPictures.folder(odd.report()), "propagation", "cup.handle"),
        RgbImage.black(5, 4));
    Document page = page(Optional.of(first.path()));
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2);
    // A line for each of two groups, and a band for the one with two seeds.
    assertThat(page.getElementsByTagName("path").getLength()).isEqualTo(2 * 3);
    assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(4);
    assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(1);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("full (baseline)", "0.825 ± 0.035", "<no> & \"gfl\"", "(−0.375)");
  }

  @Test
  void runsWithoutMeasurementsMakeAPageAllTheSame() throws Exception {
    RunFolders runs = new RunFolders(folder);
    RunFolder cut = runs.finished("cut", 0, Map.of());
    Files.writeString(cut.metrics(), "iteration,loss/total\n1,x\n2,3\n");
    RunFolder broken = runs.finished("broken", 0, Map.of());
    Files.delete(broken.config());
    Files.delete(broken.metrics());
    Document page = page(Optional.empty());
    assertThat(page.getElementsByTagName("svg").getLength()).isZero();
    assertThat(page.getDocumentElement().getTextContent())
        .contains("line 2 is no row of numbers", "broken is broken", "None of the runs");
  }

  @Test
  void bandsHaveGapsWhereTheirCurvesHave() throws IOException {
    double[] x = {0, 1, 2, 3};
    double[] y = {1, 2, Double.NaN, 2};
    String svg =
        new LineChart("t").add("a", x, y, new double[] {1, Double.NaN, 1, 1}).withoutLegend().svg();
    List<String> paths = svg.lines().filter(line -> line.startsWith("<path")).toList();
    assertThat(paths).hasSize(2);
    assertThat(paths.getFirst()).contains("Z").doesNotContain("NaN");
    assertThat(paths.getFirst().split("Z", -1)).hasSize(3);
    assertThat(svg).doesNotContain(">a</text>");
  }
}
