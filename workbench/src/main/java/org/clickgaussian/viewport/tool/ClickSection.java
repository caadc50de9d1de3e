package org.clickgaussian.viewport.tool;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.document.Clicks;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.region.Reach;
import org.clickgaussian.mask.Level;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.text.Texts;

/** How clicks and regions select: level, threshold, reach; and what the last click hit. */
final class ClickSection {
  private static final Texts TEXTS = Texts.of("document");
  private static final double LEAST = 0;

  private final SelectionController controller;
  private final ToggleButton coarse = choice("level-coarse", TEXTS.get("level.coarse"));
  private final ToggleButton fine = choice("level-fine", TEXTS.get("level.fine"));
  private final ToggleButton front = choice("reach-front", TEXTS.get("reach.front"));
  private final ToggleButton through = choice("reach-through", TEXTS.get("reach.through"));
  private final Slider threshold = new Slider(LEAST, 1, EditState.PAPER_THRESHOLD);
  private final Label value = new Label();
  private final Label hit = new Label();
  private final Label noRun = new Label(TEXTS.get("hint.no-run"));
  private final VBox node = new VBox();
  private boolean showing;

  ClickSection(SelectionController controller) {
    this.controller = controller;
    coarse.setOnAction(event -> controller.handle(new SelectionIntent.UseLevel(Level.COARSE)));
    fine.setOnAction(event -> controller.handle(new SelectionIntent.UseLevel(Level.FINE)));
    front.setOnAction(event -> controller.handle(new SelectionIntent.UseReach(Reach.FRONT)));
    through.setOnAction(event -> controller.handle(new SelectionIntent.UseReach(Reach.THROUGH)));
    front.setTooltip(new Tooltip(TEXTS.get("reach.front.tip")));
    through.setTooltip(new Tooltip(TEXTS.get("reach.through.tip")));
    group(coarse, fine);
    group(front, through);
    threshold.setId("selection-threshold");
    threshold.setTooltip(new Tooltip(TEXTS.get("threshold.tip")));
    threshold.setBlockIncrement(0.01);
    threshold.valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    threshold
        .valueChangingProperty()
        .addListener((property, before, changing) -> released(changing));
    value.setId("selection-threshold-value");
    value.setMinWidth(40);
    value.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(threshold, Priority.ALWAYS);
    hit.setId("selection-click");
    hit.setWrapText(true);
    hit.getStyleClass().add("small");
    noRun.setId("selection-no-run");
    noRun.setWrapText(true);
    noRun.getStyleClass().addAll("muted", "small");
    node.setSpacing(6);
    node.getChildren()
        .addAll(
            SelectionPane.section(TEXTS.get("section.click")),
            noRun,
            new HBox(coarse, fine),
            row(TEXTS.get("threshold"), threshold, value),
            hit,
            SelectionPane.section(TEXTS.get("section.region")),
            new HBox(front, through));
  }

  private static HBox row(String name, Node... nodes) {
    Label words = new Label(name);
    words.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, words);
    row.getChildren().addAll(nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static ToggleButton choice(String id, String words) {
    ToggleButton button = new ToggleButton(words);
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  private static void group(ToggleButton first, ToggleButton second) {
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(first, second);
    // One of the two always stays pressed in.
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
  }

  private void moved(double cosine) {
    if (!showing) {
      double rounded = Math.round(cosine * 1000) / 1000.0;
      controller.handle(new SelectionIntent.Threshold(rounded));
    }
  }

  private void released(boolean changing) {
    if (!changing) {
      controller.handle(new SelectionIntent.Settle());
    }
  }

  Node node() {
    return node;
  }

  void show(SceneDocument document) {
    EditState state = document.state();
    showing = true;
    coarse.setSelected(state.level() == Level.COARSE);
    fine.setSelected(state.level() == Level.FINE);
    front.setSelected(controller.reach() == Reach.FRONT);
    through.setSelected(controller.reach() == Reach.THROUGH);
    if (!threshold.isValueChanging()) {
      threshold.setValue(state.threshold());
    }
    showing = false;
    boolean run = document.run().isPresent();
    value.setText("%.3f".formatted(state.threshold()));
    threshold.setDisable(!run);
    coarse.setDisable(!run);
    fine.setDisable(!run);
    noRun.setVisible(!run);
    noRun.setManaged(!run);
    String words = controller.lastClick().map(match -> words(match, state)).orElse("");
    hit.setText(words);
    hit.setVisible(!words.isEmpty());
    hit.setManaged(!words.isEmpty());
    hit.getStyleClass().remove("warning");
    if (controller.lastClick().filter(match -> isDoubtful(match, state)).isPresent()) {
      hit.getStyleClass().add("warning");
    }
  }

  private static boolean isDoubtful(PointMatch match, EditState state) {
    return !Clicks.hits(match, state.level()) || Clicks.isWeak(match, state);
  }

  private static String words(PointMatch match, EditState state) {
    if (!Clicks.hits(match, state.level())) {
      return TEXTS.get("click.nothing", "%.2f".formatted(match.alpha()));
    }
    String both =
        TEXTS.get(
            "click.clusters",
            Integer.toString(match.coarse().cluster()),
            "%.3f".formatted(match.coarse().cosine()),
            Integer.toString(match.fine().cluster()),
            "%.3f".formatted(match.fine().cosine()));
    return Clicks.isWeak(match, state) ? both + "\n" + TEXTS.get("click.weak") : both;
  }
}
