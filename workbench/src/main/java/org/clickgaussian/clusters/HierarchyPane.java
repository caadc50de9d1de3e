package org.clickgaussian.clusters;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;

/** The condensed tree with its cut, and the parameters by which clusters are found anew. */
final class HierarchyPane {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final int LARGEST_CLUSTER = 500;
  private static final double CONTROLS = 300;

  private final ClustersController controller;
  private final ClusterButtons buttons;
  private final CondensedTreeChart chart;
  private final ToggleButton coarse = new ToggleButton(TEXTS.get("level.coarse"));
  private final ToggleButton fine = new ToggleButton(TEXTS.get("level.fine"));
  private final Spinner<Integer> smallest = new Spinner<>(2, LARGEST_CLUSTER, 5);
  private final Spinner<Integer> samples = new Spinner<>(1, LARGEST_CLUSTER, 5);
  private final TextField epsilon = new TextField();
  private final ChoiceBox<HdbscanParameters.Selection> selection = new ChoiceBox<>();
  private final MenuButton kept = new MenuButton(TEXTS.get("button.kept"));
  private final Label counts = new Label();
  private final Label cut = new Label();
  private final Label hint = new Label();
  private final BorderPane content = new BorderPane();
  private final StackPane root = new StackPane(content, hint);
  private boolean showing;

  HierarchyPane(ClustersController controller, ActionRegistry actions) {
    this.controller = controller;
    this.buttons = new ClusterButtons(actions);
    this.chart = new CondensedTreeChart(controller::handle);
    root.setId("cluster-tree-pane");
    root.getStyleClass().add("panel");
    hint.getStyleClass().add("hint");
    hint.setId("cluster-tree-hint");
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    ScrollPane controls = new ScrollPane(controls());
    controls.setFitToWidth(true);
    controls.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    controls.setMinWidth(CONTROLS);
    controls.setPrefWidth(CONTROLS);
    controls.getStyleClass().add("edge-to-edge");
    BorderPane tree = new BorderPane(chart);
    tree.setTop(bar());
    content.setLeft(controls);
    content.setCenter(tree);
  }

  private Node bar() {
    cut.setId("cluster-cut");
    cut.getStyleClass().add("muted");
    FlowPane bar =
        new FlowPane(
            6,
            6,
            buttons.button("clusters.cut.finer", TEXTS.get("button.finer")),
            buttons.button("clusters.cut.coarser", TEXTS.get("button.coarser")),
            buttons.button("clusters.cut.remove", TEXTS.get("button.no-cut")));
    HBox levels = new HBox(coarse, fine);
    bar.getChildren().addFirst(levels);
    bar.setRowValignment(VPos.CENTER);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(coarse, fine);
    coarse.setMinWidth(Region.USE_PREF_SIZE);
    fine.setMinWidth(Region.USE_PREF_SIZE);
    coarse.setId("cluster-tree-coarse");
    fine.setId("cluster-tree-fine");
    coarse.setOnAction(event -> controller.handle(new ClustersIntent.ShowLevel(Level.COARSE)));
    fine.setOnAction(event -> controller.handle(new ClustersIntent.ShowLevel(Level.FINE)));
    // One line whatever it says: the tree must not move under the pointer.
    cut.setMinHeight(Region.USE_PREF_SIZE);
    VBox top = new VBox(6, bar, cut);
    top.getStyleClass().add("pane-content");
    return top;
  }

  private Node controls() {
    smallest.setId("cluster-smallest");
    samples.setId("cluster-samples");
    for (Spinner<Integer> spinner : List.of(smallest, samples)) {
      spinner.setEditable(true);
      spinner.setPrefWidth(110);
      spinner.valueProperty().addListener((property, before, now) -> changed());
    }
    epsilon.setId("cluster-epsilon");
    epsilon.setPrefWidth(110);
    epsilon.setOnAction(event -> changed());
    selection.setId("cluster-selection");
    selection.setPrefWidth(140);
    selection.getItems().setAll(HdbscanParameters.Selection.values());
    selection.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(HdbscanParameters.Selection value) {
            return value == HdbscanParameters.Selection.LEAF
                ? TEXTS.get("selection.leaf")
                : TEXTS.get("selection.mass");
          }

          @Override
          public HdbscanParameters.Selection fromString(String words) {
            return selection.getValue();
          }
        });
    selection.valueProperty().addListener((property, before, now) -> changed());
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(4);
    grid.addRow(0, new Label(TEXTS.get("smallest")), smallest);
    grid.addRow(1, new Label(TEXTS.get("samples")), samples);
    grid.addRow(2, new Label(TEXTS.get("epsilon")), epsilon);
    grid.addRow(3, new Label(TEXTS.get("selection")), selection);
    counts.setId("cluster-counts");
    counts.setWrapText(true);
    counts.setMaxWidth(270);
    FlowPane row =
        new FlowPane(
            6,
            6,
            buttons.button("clusters.accept", TEXTS.get("button.accept")),
            buttons.button("clusters.discard", TEXTS.get("button.discard")),
            buttons.button("clusters.trained", TEXTS.get("button.trained")),
            kept);
    kept.setId("cluster-kept");
    kept.setTooltip(new Tooltip(TEXTS.get("kept.tip")));
    kept.setOnShowing(event -> listKept());
    // A menu without entries would not open.
    kept.getItems().add(new MenuItem());
    VBox box = new VBox(6, grid, counts, row);
    box.getStyleClass().add("pane-content");
    return box;
  }

  /** The files may be others than when the menu was shown last. */
  private void listKept() {
    kept.getItems().clear();
    String now = controller.state().shown().map(each -> each.edits().source()).orElse("");
    for (String source : controller.keptClusters()) {
      CheckMenuItem item = new CheckMenuItem(source);
      item.setMnemonicParsing(false);
      item.setSelected(source.equals(now));
      item.setOnAction(event -> controller.handle(new ClustersIntent.OpenKept(source)));
      kept.getItems().add(item);
    }
  }

  private void changed() {
    if (showing || controller.state().parameters().isEmpty()) {
      return;
    }
    HdbscanParameters now = controller.state().parameters().get();
    try {
      HdbscanParameters wanted =
          new HdbscanParameters(
              smallest.getValue(),
              samples.getValue(),
              Double.parseDouble(epsilon.getText().strip()),
              selection.getValue(),
              now.metric());
      epsilon.getStyleClass().remove("danger");
      controller.handle(new ClustersIntent.Recluster(controller.state().level(), wanted));
    } catch (IllegalArgumentException e) {
      // Includes what is no number: the field says so until it is one.
      epsilon.getStyleClass().add("danger");
    }
  }

  Node node() {
    return root;
  }

  void show(ClustersState state) {
    showing = true;
    boolean any = state.survey().isPresent();
    content.setVisible(any);
    hint.setVisible(!any);
    hint.setText(state.hint());
    coarse.setSelected(state.level() == Level.COARSE);
    fine.setSelected(state.level() == Level.FINE);
    if (!state.searching()) {
      state.parameters().ifPresent(this::showParameters);
    }
    Optional<LevelClusters> computed = state.computed();
    counts.setText(
        computed
            .map(
                level ->
                    state.searching()
                        ? TEXTS.get("counts.searching")
                        : TEXTS.get("counts", level.count(), level.noise(), level.segments()))
            .orElse(""));
    int shown = state.shown().map(each -> each.level(state.level()).count()).orElse(0);
    cut.setText(
        state.hierarchy().isEmpty()
            ? TEXTS.get("cut.no-tree")
            : state.cut().isPresent()
                ? TEXTS.get("cut.at", "%.3g".formatted(state.cut().getAsDouble()), shown)
                : TEXTS.get("cut.none"));
    chart.show(state);
    buttons.show();
    showing = false;
  }

  private void showParameters(HdbscanParameters parameters) {
    smallest.getValueFactory().setValue(parameters.minClusterSize());
    samples.getValueFactory().setValue(parameters.minSamples());
    if (!epsilon.isFocused()) {
      epsilon.setText(Double.toString(parameters.epsilon()));
    }
    selection.setValue(parameters.selection());
  }
}
