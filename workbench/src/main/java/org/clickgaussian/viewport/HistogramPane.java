package org.clickgaussian.viewport;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.clickgaussian.document.Combination;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.GaussianQuantity;
import org.clickgaussian.viewport.frame.Histogram;
import org.controlsfx.control.RangeSlider;

/** The histogram with a range to drag: what is in the range is selected. */
final class HistogramPane extends VBox {
  private static final Texts TEXTS = Texts.of("viewport");

  private final Consumer<HistogramIntent> intents;
  private final ChoiceBox<GaussianQuantity> quantity = new ChoiceBox<>();
  private final CheckBox logarithmic = new CheckBox(TEXTS.get("histogram.logarithmic"));
  private final HistogramChart chart = new HistogramChart();
  private final RangeSlider range = new RangeSlider(0, 1, 0, 1);
  private final Label from = new Label();
  private final Label to = new Label();
  private final Label count = new Label();
  private final Label hint = new Label();
  private boolean showing;
  private boolean dragging;

  HistogramPane(Consumer<HistogramIntent> intents) {
    this.intents = intents;
    setId("histogram");
    getStyleClass().add("histogram");
    quantity.setId("histogram-quantity");
    quantity.getItems().addAll(GaussianQuantity.values());
    quantity.setConverter(new NamesOnly<>(HistogramPane::name));
    quantity.setMaxWidth(Double.MAX_VALUE);
    quantity.valueProperty().addListener((property, before, value) -> send(show(value)));
    logarithmic.setId("histogram-logarithmic");
    logarithmic
        .selectedProperty()
        .addListener((property, before, on) -> send(new HistogramIntent.LogarithmicCounts(on)));
    range.setId("histogram-range");
    range.setBlockIncrement(0.01);
    range.setTooltip(new Tooltip(TEXTS.get("histogram.tip")));
    range.lowValueProperty().addListener(property -> ranged());
    range.highValueProperty().addListener(property -> ranged());
    range.addEventFilter(MouseEvent.MOUSE_PRESSED, this::begin);
    range.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> end());
    from.setId("histogram-from");
    to.setId("histogram-to");
    count.setId("histogram-count");
    hint.setId("histogram-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    HBox top = new HBox(quantity, logarithmic);
    top.setAlignment(Pos.CENTER_LEFT);
    top.setSpacing(10);
    HBox.setHgrow(quantity, Priority.ALWAYS);
    logarithmic.setMinWidth(USE_PREF_SIZE);
    BorderPane ends = new BorderPane();
    ends.setLeft(from);
    ends.setRight(to);
    Label how = new Label(TEXTS.get("histogram.how"));
    how.getStyleClass().addAll("muted", "small");
    how.setWrapText(true);
    getChildren().addAll(top, hint, chart, range, ends, count, how);
  }

  private static String name(GaussianQuantity quantity) {
    return switch (quantity) {
      case OPACITY -> TEXTS.get("histogram.opacity");
      case SIZE -> TEXTS.get("histogram.size");
      case DISTANCE -> TEXTS.get("histogram.distance");
      case COSINE -> TEXTS.get("histogram.cosine");
    };
  }

  private static HistogramIntent show(GaussianQuantity value) {
    return new HistogramIntent.Show(value);
  }

  private void send(HistogramIntent intent) {
    if (!showing) {
      intents.accept(intent);
    }
  }

  private void begin(MouseEvent event) {
    dragging = true;
    PointerInput input =
        new PointerInput(
            0,
            0,
            PointerInput.Button.PRIMARY,
            1,
            event.isShiftDown(),
            event.isShortcutDown(),
            event.isAltDown());
    send(new HistogramIntent.Begin(input.combination()));
  }

  private void end() {
    dragging = false;
    send(new HistogramIntent.End());
  }

  private void ranged() {
    if (showing) {
      return;
    }
    // Moved by the arrow keys: a step of its own.
    boolean single = !dragging;
    if (single) {
      send(new HistogramIntent.Begin(Combination.REPLACE));
    }
    send(new HistogramIntent.Range(range.getLowValue(), range.getHighValue()));
    if (single) {
      send(new HistogramIntent.End());
    }
  }

  /** Shows a state. */
  void show(HistogramState state) {
    showing = true;
    quantity.setValue(state.quantity());
    logarithmic.setSelected(state.logarithmic());
    if (!dragging) {
      range.setLowValue(Math.min(state.from(), range.getHighValue()));
      range.setHighValue(state.to());
      range.setLowValue(state.from());
    }
    boolean counted = state.histogram().filter(histogram -> !histogram.isEmpty()).isPresent();
    String words =
        state.histogram().isPresent() && !counted ? TEXTS.get("histogram.empty") : state.hint();
    hint.setText(words);
    hint.setVisible(!words.isEmpty());
    hint.setManaged(!words.isEmpty());
    chart.setVisible(words.isEmpty());
    chart.setManaged(words.isEmpty());
    range.setDisable(!counted);
    chart.show(state);
    from.setText(state.histogram().map(h -> end(h, state.from())).orElse(""));
    to.setText(state.histogram().map(h -> end(h, state.to())).orElse(""));
    count.setText(counted ? TEXTS.get("histogram.count", state.inRange(), state.total()) : "");
    showing = false;
  }

  private static String end(Histogram histogram, double place) {
    return "%.3g".formatted(histogram.valueAt(place));
  }
}
