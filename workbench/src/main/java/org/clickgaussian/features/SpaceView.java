package org.clickgaussian.features;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.text.Texts;

/** The points, with what they can be laid out and coloured by. */
final class SpaceView extends VBox {
  private static final Texts TEXTS = Texts.of("features");
  private static final Integer[] SIZES = {1_000, 3_000, 10_000, 30_000};

  private final Consumer<FeaturesIntent> intents;
  private final IntFunction<String> describe;
  private final ChoiceBox<EmbeddingMethod> method = new ChoiceBox<>();
  private final ChoiceBox<Integer> size = new ChoiceBox<>();
  private final ChoiceBox<Colouring> colouring = new ChoiceBox<>();
  private final Button layOut = new Button(TEXTS.get("lay-out"));
  private final ToggleButton lasso = new ToggleButton(TEXTS.get("lasso"));
  private final ToggleButton inSpace = new ToggleButton(TEXTS.get("solid"));
  private final ScatterPlot plot;
  private final StackPane stack;
  private ScatterSolid solid;
  private FeaturesState state = FeaturesState.initial();
  private final Label hint = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final Label pointed = new Label(" ");
  private final VarianceBars variance = new VarianceBars();
  private boolean showing;

  /**
   * A view.
   *
   * @param describe what there is to say of a point
   */
  SpaceView(Consumer<FeaturesIntent> intents, IntFunction<String> describe) {
    this.intents = intents;
    this.describe = describe;
    this.plot = new ScatterPlot(intents, this::pointed);
    setId("features-space");
    getStyleClass().add("features-part");
    choice(
        method, "features-method", EmbeddingMethod.values(), m -> TEXTS.get("method." + m.key()));
    choice(size, "features-size", SIZES, points -> TEXTS.get("size", String.valueOf(points)));
    choice(
        colouring,
        "features-colouring",
        Colouring.values(),
        c -> TEXTS.get("colouring." + c.key()));
    method.valueProperty().addListener((p, before, now) -> send(new FeaturesIntent.Use(now)));
    size.valueProperty().addListener((p, before, now) -> send(new FeaturesIntent.Size(now)));
    colouring.valueProperty().addListener((p, before, now) -> send(new FeaturesIntent.Colour(now)));
    layOut.setId("features-lay-out");
    layOut.setOnAction(event -> intents.accept(new FeaturesIntent.LayOut()));
    lasso.setId("features-lasso");
    lasso.setSelected(true);
    lasso.setTooltip(new Tooltip(TEXTS.get("lasso.tip")));
    lasso.selectedProperty().addListener((p, before, on) -> useLasso(on));
    inSpace.setId("features-in-space");
    inSpace.setTooltip(new Tooltip(TEXTS.get("solid.tip")));
    inSpace.setSelected(ScatterSolid.isSupported());
    inSpace.setManaged(ScatterSolid.isSupported());
    inSpace.setVisible(ScatterSolid.isSupported());
    inSpace.selectedProperty().addListener((p, before, on) -> show(state));
    hint.setId("features-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    busy.setId("features-busy");
    busy.setMaxSize(40, 40);
    pointed.setId("features-pointed");
    pointed.getStyleClass().addAll("muted", "small");
    pointed.setMinHeight(USE_PREF_SIZE);
    VBox middle = new VBox(hint, layOut, busy);
    middle.getStyleClass().add("features-part");
    middle.setAlignment(Pos.CENTER);
    middle.setPickOnBounds(false);
    FlowPane choices = new FlowPane(method, colouring, size, lasso, inSpace);
    choices.getStyleClass().add("features-choices");
    stack = new StackPane(plot, middle);
    stack.getStyleClass().add("features-plot-frame");
    stack.setMinSize(0, 120);
    VBox.setVgrow(stack, Priority.ALWAYS);
    Label how = new Label(TEXTS.get("how"));
    how.getStyleClass().addAll("muted", "small");
    how.setWrapText(true);
    how.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(choices, stack, pointed, how, variance);
  }

  private <T> void choice(
      ChoiceBox<T> box, String id, T[] values, java.util.function.Function<T, String> name) {
    box.setId(id);
    box.getItems().addAll(values);
    box.setConverter(new OneWay<>(name));
  }

  private void send(FeaturesIntent intent) {
    if (!showing) {
      intents.accept(intent);
    }
  }

  private void pointed(int point) {
    pointed.setText(point < 0 ? " " : describe.apply(point));
  }

  private void useLasso(boolean wanted) {
    plot.useLasso(wanted);
    if (solid != null) {
      solid.useLasso(wanted);
    }
  }

  /** Shows all points. */
  void fit() {
    plot.fit();
    if (solid != null) {
      solid.fit();
    }
  }

  /** Whether points can be shown in space here. */
  boolean canBeInSpace() {
    return inSpace.isVisible() && !inSpace.isDisabled();
  }

  /** Whether points of three coordinates are shown in space. */
  boolean isInSpace() {
    return inSpace.isSelected();
  }

  /** Shows points of three coordinates in space, or their first two in a plane. */
  void showInSpace(boolean wanted) {
    inSpace.setSelected(wanted);
  }

  /** Space is made when it is first looked at: it takes a while, and not every machine has it. */
  private void showPoints() {
    boolean three = state.method().dimensions() == 3;
    boolean wanted = three && inSpace.isSelected();
    inSpace.setDisable(!three);
    if (wanted && solid == null) {
      solid = new ScatterSolid(intents, this::pointed);
      solid.useLasso(lasso.isSelected());
      stack.getChildren().add(1, solid);
    }
    plot.setVisible(!wanted);
    plot.show(state);
    if (solid != null) {
      solid.setVisible(wanted);
      if (wanted) {
        solid.show(state);
      }
    }
  }

  void show(FeaturesState next) {
    state = next;
    showing = true;
    method.setValue(state.method());
    size.setValue(state.size());
    colouring.setValue(state.colouring());
    showing = false;
    boolean ready = state.table().isPresent() && !state.busy();
    boolean empty = state.points().isEmpty();
    hint.setText(state.busy() ? "" : state.hint());
    hint.setVisible(!hint.getText().isEmpty());
    hint.setManaged(hint.isVisible());
    layOut.setVisible(empty && ready);
    layOut.setManaged(layOut.isVisible());
    busy.setVisible(state.busy() && empty);
    busy.setManaged(busy.isVisible());
    showPoints();
    variance.show(state.components().map(bases -> bases.own(state.level())).orElse(null));
  }
}
