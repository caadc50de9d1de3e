package org.clickgaussian.clusters;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.cluster.edit.FeatureSplit;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;

/** The clusters as a tree, and what can be done with those that are picked. */
final class ClustersPane {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final int LONGEST_NAME = 60;

  private final ClustersController controller;
  private final ClusterButtons buttons;
  private final ClusterTable table;
  private final TextField filter = new TextField();
  private final TextField name = new TextField();
  private final ColorPicker colour = new ColorPicker();
  private final Spinner<Integer> parts = new Spinner<>(2, FeatureSplit.MOST_PARTS, 2);
  private final Button split = new Button(TEXTS.get("button.split"));
  private final Label count = new Label();
  private final Label hint = new Label();
  private final BorderPane content = new BorderPane();
  private final StackPane root = new StackPane(content, hint);
  private boolean showing;

  ClustersPane(ClustersController controller, ActionRegistry actions) {
    this.controller = controller;
    this.buttons = new ClusterButtons(actions);
    this.table = new ClusterTable(controller::handle);
    root.setId("clusters-pane");
    root.getStyleClass().add("panel");
    hint.setId("clusters-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    filter.setId("clusters-filter");
    filter.setPromptText(TEXTS.get("filter.prompt"));
    filter.textProperty().addListener((property, before, words) -> table.filter(words));
    count.getStyleClass().addAll("muted", "small");
    count.setId("clusters-count");
    VBox top = new VBox(4, filter, count);
    top.getStyleClass().add("pane-content");
    content.setTop(top);
    content.setCenter(table.node());
    content.setBottom(edits());
  }

  private Node edits() {
    name.setId("clusters-name");
    name.setPromptText(TEXTS.get("name.prompt"));
    name.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().length() <= LONGEST_NAME ? change : null));
    name.setOnAction(event -> controller.handle(new ClustersIntent.Rename(name.getText())));
    colour.setId("clusters-colour");
    colour.setStyle("-fx-color-label-visible: false;");
    colour.setPrefWidth(64);
    colour.setMinWidth(64);
    colour.setOnAction(event -> recolour());
    parts.setId("clusters-parts");
    parts.setPrefWidth(64);
    parts.setMinWidth(64);
    split.setId("clusters-split");
    split.setMinWidth(Region.USE_PREF_SIZE);
    split.setOnAction(event -> controller.handle(new ClustersIntent.Split(parts.getValue())));
    FlowPane rows =
        flow(
            buttons.button("clusters.merge", TEXTS.get("button.merge")),
            buttons.button("clusters.take-apart", TEXTS.get("button.take-apart")),
            buttons.button("clusters.hide", TEXTS.get("button.hide")),
            buttons.button("clusters.show", TEXTS.get("button.show")),
            buttons.button("clusters.show-all", TEXTS.get("button.show-all")),
            buttons.button("clusters.view", TEXTS.get("button.view")));
    Button own = buttons.button("clusters.own-colour", TEXTS.get("button.own-colour"));
    FlowPane splitting = flow(split, parts, new Label(TEXTS.get("parts")));
    VBox box = new VBox(6, name, flow(colour, own), rows, splitting);
    box.getStyleClass().add("pane-content");
    return box;
  }

  /** Side by side, on further lines where the pane is narrow. */
  private static FlowPane flow(Node... nodes) {
    FlowPane flow = new FlowPane(6, 6, nodes);
    flow.setRowValignment(VPos.CENTER);
    return flow;
  }

  private void recolour() {
    if (!showing) {
      Color chosen = colour.getValue();
      int rgb =
          (int) Math.round(255 * chosen.getRed()) << 16
              | (int) Math.round(255 * chosen.getGreen()) << 8
              | (int) Math.round(255 * chosen.getBlue());
      controller.handle(new ClustersIntent.Recolour(rgb));
    }
  }

  Node node() {
    return root;
  }

  void show(ClustersState state) {
    showing = true;
    boolean any = state.survey().isPresent();
    hint.setText(state.hint());
    hint.setVisible(!any);
    content.setVisible(any);
    table.show(state);
    count.setText(
        TEXTS.get("count", state.rows(Level.COARSE).size(), state.rows(Level.FINE).size()));
    boolean editable = controller.canEdit();
    name.setDisable(controller.onlyPicked().isEmpty());
    if (!name.isFocused()) {
      name.setText(controller.onlyPicked().map(ClusterRow::name).orElse(""));
    }
    colour.setDisable(!editable);
    controller
        .onlyPicked()
        .ifPresent(
            row ->
                colour.setValue(
                    Color.rgb(
                        row.colour() >> 16 & 255, row.colour() >> 8 & 255, row.colour() & 255)));
    split.setDisable(!controller.canSplit());
    parts.setDisable(!controller.canSplit());
    buttons.show();
    showing = false;
  }
}
