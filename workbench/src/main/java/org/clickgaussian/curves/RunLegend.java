package org.clickgaussian.curves;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.clickgaussian.curves.CurvesState.ListedRun;
import org.clickgaussian.text.Texts;

/** The runs: a tick for those that are compared, their colours, a click on the name to hide. */
final class RunLegend extends ScrollPane {
  private static final Texts TEXTS = Texts.of("curves");

  private final ChartInk ink;
  private final Consumer<CurvesIntent> intents;
  private final VBox rows = new VBox();
  private List<Object> shown = List.of();

  RunLegend(ChartInk ink, Consumer<CurvesIntent> intents) {
    this.ink = ink;
    this.intents = intents;
    setId("curves-runs");
    getStyleClass().add("curves-runs");
    rows.setId("curves-run-rows");
    setContent(rows);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /** Makes the rows anew at the next state, for the colours changed. */
  void recolour() {
    shown = List.of();
  }

  void show(CurvesState state) {
    List<Object> now = List.of(state.runs(), state.hiddenRuns());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    rows.getChildren().clear();
    for (ListedRun run : state.runs()) {
      rows.getChildren().add(row(run, state));
    }
  }

  private HBox row(ListedRun run, CurvesState state) {
    CheckBox tick = new CheckBox();
    tick.setId("curves-pick-" + run.name());
    tick.setSelected(run.picked());
    tick.setAccessibleText(run.name());
    tick.setOnAction(
        event -> intents.accept(new CurvesIntent.Pick(run.folder(), tick.isSelected())));
    Label name = new Label(run.name());
    name.setId("curves-run-" + run.name());
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(new Tooltip(run.folder() + "\n" + TEXTS.get("legend.tip")));
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(6, tick, name);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("curves-run");
    if (run.picked()) {
      Rectangle swatch = new Rectangle(10, 10);
      swatch.setFill(ink.curve(run.colour()));
      name.setGraphic(state.picked().size() > 1 ? swatch : null);
      name.setOpacity(state.hiddenRuns().contains(run.folder()) ? 0.4 : 1);
      name.setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
              boolean alone = event.isAltDown() || event.getClickCount() % 2 == 0;
              intents.accept(
                  alone
                      ? new CurvesIntent.SoloRun(run.folder())
                      : new CurvesIntent.HideRun(run.folder()));
            }
          });
    } else {
      name.getStyleClass().add("muted");
      name.setOnMouseClicked(event -> intents.accept(new CurvesIntent.Pick(run.folder(), true)));
    }
    return row;
  }
}
