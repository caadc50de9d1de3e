package org.clickgaussian.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clickgaussian.experiment.MetricsRow;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LossChartsTest {

  @Test
  void everyChartIsWellFormedAndShowsItsCurves() throws Exception {
    List<MetricsRow> rows = new ArrayList<>();
    for (int iteration = 1; iteration <= 250; iteration++) {
      rows.add(
          new MetricsRow(
              iteration,
              Map.of("loss/total", 1.0 / iteration, "loss/norm-3d", 2.0, "loss/norm-2d", 3.0)));
    }
    List<String> charts = LossCharts.of(rows);
    assertThat(charts).hasSize(6);
    int curves = 0;
    for (String chart : charts) {
      curves += parse(chart).getElementsByTagName("path").getLength();
    }
    assertThat(curves).isEqualTo(3);
  }

  @Test
  void aFallingCurveFallsAndGapsStayOpen() throws Exception {
    double[] x = {0, 1, 2, 3};
    double[] y = {4, 3, Double.NaN, 0};
    Document chart = parse(new LineChart("a < b & c").add("y", x, y).svg());
    NodeList paths = chart.getElementsByTagName("path");
    String path = paths.item(0).getAttributes().getNamedItem("d").getNodeValue();
    assertThat(path).matches("M58\\.0 28\\.0L\\S+ \\S+M408\\.0 190\\.0");
  }

  @Test
  void nothingMeasuredIsAnEmptyChart() throws Exception {
    for (String chart : LossCharts.of(List.of())) {
      assertThat(parse(chart).getElementsByTagName("path").getLength()).isZero();
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
