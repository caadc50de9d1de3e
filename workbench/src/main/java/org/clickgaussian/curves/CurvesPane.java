package org.clickgaussian.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.text.Texts;

/** The curves: charts side by side, what is drawn in them, and how. */
final class CurvesPane extends BorderPane {
  private static final Texts TEXTS = Texts.of("curves");
  private static final double SECONDS_BETWEEN_LOOKS = 1;
  private static final double RUNS_WIDTH = 150;

  /** What the pane asks for charts. */
  interface Charts {
    /** What a chart shows now. */
    ChartContent chart(CurveGroup group);

    /** The columns of a chart that were measured. */
    List<String> columns(CurveGroup group);
  }

  private final Charts charts;
  private final Consumer<CurvesIntent> intents;
  private final ChartInk ink = new ChartInk(this::recolour);
  private final CurvesBar bar;
  private final RunLegend runs;
  private final HBox tiles = new HBox();
  private final Label hint = new Label();
  private final Label problem = new Label();
  private final Timeline clock;
  private CurvesState state;

  CurvesPane(Charts charts, Consumer<CurvesIntent> intents, ActionRegistry actions) {
    this.charts = charts;
    this.intents = intents;
    this.bar = new CurvesBar(intents, actions);
    this.runs = new RunLegend(ink, intents);
    setId("curves");
    getStyleClass().add("curves");
    setMinSize(0, 0);
    runs.setPrefWidth(RUNS_WIDTH);
    runs.setMinWidth(0);
    tiles.setId("curves-tiles");
    tiles.getStyleClass().add("curves-tiles");
    tiles.setMinSize(0, 0);
    hint.setId("curves-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    problem.setId("curves-problem");
    problem.getStyleClass().addAll("warning", "small", "curves-problem");
    problem.setWrapText(true);
    StackPane middle = new StackPane(tiles, hint);
    middle.setMinSize(0, 0);
    setTop(bar);
    setLeft(runs);
    setCenter(middle);
    setBottom(problem);
    getChildren().add(ink);
    clock = new Timeline(new KeyFrame(Duration.seconds(SECONDS_BETWEEN_LOOKS), event -> look()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  /** Looks for what is new only while someone can see it. */
  private void look() {
    if (isOnScreen()) {
      intents.accept(new CurvesIntent.Refresh());
    }
  }

  private boolean isOnScreen() {
    if (getScene() == null || getScene().getWindow() == null) {
      return false;
    }
    for (Node at = this; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void recolour() {
    if (state != null) {
      runs.recolour();
      tiles().forEach(ChartTile::recolour);
      show(state);
    }
  }

  /** Shows a state. */
  void show(CurvesState next) {
    state = next;
    bar.show(next);
    runs.show(next);
    List<CurveGroup> groups = next.groups().stream().sorted().toList();
    if (!tiles().stream().map(ChartTile::group).toList().equals(groups)) {
      tiles.getChildren().setAll(groups.stream().map(this::tile).toList());
    }
    boolean any = false;
    for (ChartTile tile : tiles()) {
      ChartContent content = charts.chart(tile.group());
      List<String> columns = charts.columns(tile.group());
      any |= !columns.isEmpty();
      tile.show(content, columns, next, next.picked().size() == 1);
    }
    String words = words(next, any);
    hint.setText(words);
    hint.setVisible(!words.isEmpty());
    tiles.setVisible(words.isEmpty());
    problem.setText(String.join("\n", next.problems()));
    problem.setVisible(!next.problems().isEmpty());
    problem.setManaged(!next.problems().isEmpty());
  }

  private static String words(CurvesState state, boolean any) {
    if (state.runs().isEmpty()) {
      return TEXTS.get("hint.no-runs");
    }
    if (state.picked().isEmpty()) {
      return TEXTS.get("hint.none-picked");
    }
    if (state.groups().isEmpty()) {
      return TEXTS.get("hint.no-charts");
    }
    return any ? "" : TEXTS.get("hint.nothing-measured");
  }

  private ChartTile tile(CurveGroup group) {
    ChartTile tile = new ChartTile(group, ink, intents, share -> point(group, share));
    HBox.setHgrow(tile, Priority.ALWAYS);
    tile.setPrefWidth(0);
    return tile;
  }

  private void point(CurveGroup group, Optional<Double> share) {
    tiles().forEach(tile -> tile.chart().front().point(share, tile.group() == group));
  }

  /** The charts from left to right. */
  List<ChartTile> tiles() {
    List<ChartTile> all = new ArrayList<>();
    tiles.getChildren().forEach(child -> all.add((ChartTile) child));
    return all;
  }

  /** What a picture of the charts is taken of. */
  Node picture() {
    return tiles;
  }

  /** The colours that curves have now. */
  ChartInk ink() {
    return ink;
  }

  void close() {
    clock.stop();
  }
}
