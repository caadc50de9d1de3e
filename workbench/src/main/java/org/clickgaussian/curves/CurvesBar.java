package org.clickgaussian.curves;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.clickgaussian.app.Icons;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.curves.data.Across;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.text.Texts;

/** How the curves are drawn: which charts, smoothing, axes. */
final class CurvesBar extends FlowPane {
  private static final Texts TEXTS = Texts.of("curves");
  private static final double MOST_SMOOTHING = 0.999;

  private final Map<CurveGroup, CheckMenuItem> charts = new EnumMap<>(CurveGroup.class);
  private final Slider smoothing = new Slider(0, MOST_SMOOTHING, 0);
  private final Label weight = new Label();
  private final CheckBox weighted = box("weighted");
  private final CheckBox mean = box("mean");
  private final ChoiceBox<Across> across = new ChoiceBox<>();
  private final CheckBox acrossLogarithmic = box("log-across");
  private final CheckBox upLogarithmic = box("log-up");
  private final Consumer<CurvesIntent> intents;
  private boolean showing;

  CurvesBar(Consumer<CurvesIntent> intents, ActionRegistry actions) {
    this.intents = intents;
    setId("curves-bar");
    getStyleClass().add("curves-bar");
    smoothing.setId("curves-smoothing");
    smoothing.setPrefWidth(76);
    smoothing.setTooltip(new Tooltip(TEXTS.get("smoothing.tip")));
    smoothing
        .valueProperty()
        .addListener((value, before, now) -> send(new CurvesIntent.Smooth(now.doubleValue())));
    weight.setMinWidth(36);
    weight.getStyleClass().add("muted");
    weighted
        .selectedProperty()
        .addListener((value, before, now) -> send(new CurvesIntent.Weigh(now)));
    mean.selectedProperty()
        .addListener((value, before, now) -> send(new CurvesIntent.Average(now)));
    across.setId("curves-across");
    across.getItems().addAll(Across.values());
    across.setConverter(new AcrossNames());
    across.valueProperty().addListener((value, before, now) -> send(new CurvesIntent.Measure(now)));
    acrossLogarithmic.selectedProperty().addListener(value -> scale());
    upLogarithmic.selectedProperty().addListener(value -> scale());
    var reset = Icons.button("icon-home", TEXTS.get("action.reset"));
    reset.setId("curves-reset");
    reset.setOnAction(event -> send(new CurvesIntent.Reset()));
    getChildren()
        .addAll(
            charts(),
            new Label(TEXTS.get("smoothing")),
            smoothing,
            weight,
            weighted,
            mean,
            across,
            acrossLogarithmic,
            upLogarithmic,
            reset,
            exports(actions));
  }

  private static CheckBox box(String name) {
    CheckBox box = new CheckBox(TEXTS.get("bar." + name));
    box.setId("curves-" + name);
    box.setTooltip(new Tooltip(TEXTS.get("action." + name)));
    return box;
  }

  private MenuButton charts() {
    MenuButton button = new MenuButton(TEXTS.get("bar.charts"));
    button.setId("curves-charts");
    for (CurveGroup group : CurveGroup.values()) {
      CheckMenuItem item = new CheckMenuItem(TEXTS.get("chart." + group.key()));
      item.setOnAction(event -> send(new CurvesIntent.ShowChart(group, item.isSelected())));
      charts.put(group, item);
      button.getItems().add(item);
    }
    return button;
  }

  private static MenuButton exports(ActionRegistry actions) {
    MenuButton button = new MenuButton(TEXTS.get("bar.export"));
    button.setId("curves-export");
    for (String kind : CurvesActions.EXPORTS) {
      MenuItem item = new MenuItem(actions.action(kind).name());
      item.setOnAction(event -> actions.run(kind));
      button.getItems().add(item);
    }
    return button;
  }

  private static final class AcrossNames extends StringConverter<Across> {
    @Override
    public String toString(Across across) {
      return across == null
          ? ""
          : TEXTS.get(across == Across.ITERATION ? "axis.iteration" : "axis.seconds");
    }

    @Override
    public Across fromString(String name) {
      throw new UnsupportedOperationException(name + " cannot be typed");
    }
  }

  private void scale() {
    send(
        new CurvesIntent.Scale(
            scale(acrossLogarithmic.isSelected()), scale(upLogarithmic.isSelected())));
  }

  private static AxisScale scale(boolean logarithmic) {
    return logarithmic ? AxisScale.LOGARITHMIC : AxisScale.LINEAR;
  }

  private void send(CurvesIntent intent) {
    if (!showing) {
      intents.accept(intent);
    }
  }

  void show(CurvesState state) {
    showing = true;
    charts.forEach((group, item) -> item.setSelected(state.groups().contains(group)));
    smoothing.setValue(state.look().smoothing());
    weight.setText(CurveNames.weight(state.look().smoothing()));
    weighted.setSelected(state.look().weighted());
    mean.setSelected(state.look().mean());
    across.setValue(state.look().across());
    acrossLogarithmic.setSelected(state.look().acrossScale() == AxisScale.LOGARITHMIC);
    upLogarithmic.setSelected(state.look().upScale() == AxisScale.LOGARITHMIC);
    showing = false;
  }
}
