package org.clickgaussian.curves;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.DrawnCurve;
import org.clickgaussian.curves.paint.LineDash;
import org.clickgaussian.text.Texts;

/** A chart with its title and what its curves mean; a click there hides a curve, Alt leaves it. */
final class ChartTile extends VBox {
  private static final Texts TEXTS = Texts.of("curves");

  /** As long as the longest dashes with their gaps. */
  private static final double SWATCH = 18;

  private final CurveGroup group;
  private final ChartInk ink;
  private final Consumer<CurvesIntent> intents;
  private final Label title = new Label();
  private final FlowPane legend = new FlowPane(10, 0);
  private final CurveChart chart;
  private List<Object> shown = List.of();

  /**
   * A tile.
   *
   * @param pointed takes the share of the horizontal axis under the pointer
   */
  ChartTile(
      CurveGroup group,
      ChartInk ink,
      Consumer<CurvesIntent> intents,
      Consumer<Optional<Double>> pointed) {
    this.group = group;
    this.ink = ink;
    this.intents = intents;
    this.chart = new CurveChart(group, ink, intents);
    getStyleClass().add("curves-tile");
    title.getStyleClass().add("section");
    title.setMinWidth(USE_PREF_SIZE);
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.getChildren().add(title);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(legend, chart);
    setMinSize(0, 0);
    chart.setOnMouseMoved(event -> pointed.accept(under(event)));
    chart.setOnMouseExited(event -> pointed.accept(Optional.empty()));
  }

  private Optional<Double> under(MouseEvent event) {
    double share = chart.shareAcross(event.getX());
    return share >= 0 && share <= 1 ? Optional.of(share) : Optional.empty();
  }

  CurveGroup group() {
    return group;
  }

  CurveChart chart() {
    return chart;
  }

  /**
   * Shows the chart.
   *
   * @param columns all columns that it could show
   * @param hidden those that a person hid
   * @param colours whether the columns have colours of their own
   */
  void show(ChartContent content, List<String> columns, CurvesState state, boolean colours) {
    chart.show(content);
    List<Object> now = List.of(content.title(), columns, state.hiddenColumns(), colours);
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    title.setText(content.title());
    legend.getChildren().setAll(title);
    for (int i = 0; i < columns.size() && columns.size() > 1; i++) {
      DrawnCurve sample =
          new DrawnCurve(
              "",
              columns.get(i),
              colours ? i : -1,
              colours ? 0 : i,
              null,
              Optional.empty(),
              Optional.empty());
      legend
          .getChildren()
          .add(entry(sample, colours, state.hiddenColumns().contains(columns.get(i))));
    }
  }

  /** Makes the legend anew at the next state, for the colours changed. */
  void recolour() {
    shown = List.of();
  }

  private Label entry(DrawnCurve curve, boolean coloured, boolean hidden) {
    Label entry = new Label(CurveNames.column(curve.column()));
    entry.setId("legend-" + group.key() + "-" + curve.column());
    entry.getStyleClass().addAll("small", "curves-legend");
    Line swatch = new Line(0, 0, SWATCH, 0);
    swatch.setStrokeWidth(3);
    swatch.setStrokeLineCap(StrokeLineCap.BUTT);
    swatch.getStrokeDashArray().setAll(LineDash.of(curve.shade()).lengths());
    swatch.setStroke(
        coloured
            ? ink.curve(curve)
            : ink.words().interpolate(ink.card(), 0.25 * (curve.shade() % LineDash.SHADES)));
    entry.setGraphic(swatch);
    entry.setMinWidth(Region.USE_PREF_SIZE);
    entry.setOpacity(hidden ? 0.4 : 1);
    entry.setTooltip(new Tooltip(TEXTS.get("legend.tip")));
    entry.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            boolean alone = event.isAltDown() || event.getClickCount() % 2 == 0;
            intents.accept(
                alone
                    ? new CurvesIntent.SoloColumn(group, curve.column())
                    : new CurvesIntent.HideColumn(curve.column()));
          }
        });
    return entry;
  }
}
