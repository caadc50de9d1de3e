package org.clickgaussian.compare;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.clickgaussian.app.Icons;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.ViewportMode;

/** How a comparison is shown. */
final class CompareBar extends HBox {
  private static final Texts TEXTS = Texts.of("compare");
  private static final long MEGA = 1_000_000;
  private static final double UNWRAPPED = 2000;
  private static final double WIDE = 900;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Consumer<CompareIntent> intents;
  private final ChoiceBox<ViewportMode> mode = new ChoiceBox<>();
  private final ChoiceBox<Arrangement> arrangement = new ChoiceBox<>();
  private final ChoiceBox<Integer> first = new ChoiceBox<>();
  private final ChoiceBox<Integer> second = new ChoiceBox<>();
  private final CheckMenuItem masks = new CheckMenuItem(TEXTS.get("masks.item"));
  private final CheckMenuItem truth = new CheckMenuItem(TEXTS.get("truth.item"));
  private final MenuButton besides = new MenuButton(TEXTS.get("besides"), null, masks, truth);
  private final Tooltip placeTip = new Tooltip();
  private final Label place = new Label();
  private CompareState state = CompareState.CLOSED;
  private boolean showing;

  CompareBar(Consumer<CompareIntent> intents) {
    this.intents = intents;
    setId("compare-bar");
    getStyleClass().addAll("viewport-bar", "compare-bar");
    choice(mode, "compare-mode", each -> TEXTS.get("mode." + each.key()));
    mode.getItems().addAll(CompareMode.ALL);
    choice(arrangement, "compare-arrangement", each -> TEXTS.get("arrangement." + each.key()));
    arrangement.getItems().addAll(Arrangement.values());
    choice(first, "compare-first", this::name);
    choice(second, "compare-second", this::name);
    besides.setId("compare-besides");
    besides.setMinWidth(Region.USE_PREF_SIZE);
    besides.setTooltip(new Tooltip(TEXTS.get("besides.tip")));
    masks.setId("compare-masks");
    mode.valueProperty().addListener((p, before, now) -> send(new CompareIntent.Show(now)));
    arrangement
        .valueProperty()
        .addListener((p, before, now) -> send(new CompareIntent.Arrange(now)));
    first.valueProperty().addListener(p -> pair());
    second.valueProperty().addListener(p -> pair());
    masks
        .selectedProperty()
        .addListener((p, before, now) -> send(new CompareIntent.WithMasks(now)));
    truth.setId("compare-truth");
    truth
        .selectedProperty()
        .addListener((p, before, now) -> send(new CompareIntent.WithTruth(now)));
    place.getStyleClass().addAll("muted", "small");
    place.setMinWidth(Region.USE_PREF_SIZE);
    place.managedProperty().bind(place.visibleProperty());
    arrangement.setTooltip(placeTip);
    first.getStyleClass().add("compare-run");
    second.getStyleClass().add("compare-run");
    widthProperty().addListener((p, before, now) -> fit(now.doubleValue()));
    // What does not fit beside each other goes on below instead of losing its words.
    FlowPane choices = new FlowPane(arrangement, first, second, mode, besides, place);
    choices.getStyleClass().add("compare-choices");
    choices.setPrefWrapLength(UNWRAPPED);
    choices.setMinWidth(0);
    setHgrow(choices, Priority.ALWAYS);
    getChildren()
        .addAll(
            choices,
            button("icon-previous", "previous", new CompareIntent.Step(-1)),
            button("icon-next", "next", new CompareIntent.Step(1)),
            button("icon-close", "close", new CompareIntent.Close()));
  }

  /** What is only told, and the ends of long names, give way to what can be chosen. */
  private void fit(double width) {
    boolean wide = width >= WIDE;
    place.setVisible(wide);
    pseudoClassStateChanged(NARROW, !wide);
  }

  private static <T> void choice(ChoiceBox<T> box, String id, Function<T, String> names) {
    box.setId(id);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T thing) {
            return thing == null ? "" : names.apply(thing);
          }

          @Override
          public T fromString(String name) {
            throw new UnsupportedOperationException(name + " cannot be typed");
          }
        });
  }

  private Button button(String icon, String name, CompareIntent intent) {
    Button button = Icons.button(icon, TEXTS.get("bar." + name));
    button.setId("compare-" + name);
    button.setOnAction(event -> send(intent));
    return button;
  }

  private String name(int number) {
    if (number >= state.panels().size()) {
      return "";
    }
    return state.panels().get(number).name();
  }

  /** The whole name of a run whose end may be cut off. */
  private void tell(ChoiceBox<Integer> box) {
    box.setTooltip(box.getValue() == null ? null : new Tooltip(name(box.getValue())));
  }

  private void pair() {
    if (first.getValue() != null && second.getValue() != null) {
      send(new CompareIntent.Pair(first.getValue(), second.getValue()));
    }
  }

  private void send(CompareIntent intent) {
    if (!showing) {
      intents.accept(intent);
    }
  }

  /**
   * Shows a state.
   *
   * @param bytes about how many the open runs take
   * @param annotated whether there is any truth
   */
  void show(CompareState next, long bytes, boolean annotated) {
    showing = true;
    boolean others = !next.panels().equals(state.panels());
    state = next;
    mode.setValue(next.mode());
    arrangement.setValue(next.arrangement());
    boolean two = next.arrangement() != Arrangement.SIDE_BY_SIDE;
    for (ChoiceBox<Integer> box : List.of(first, second)) {
      if (others) {
        // Else a number that stays would keep the name that it had among the panels before.
        box.setValue(null);
        box.getItems().setAll(IntStream.range(0, next.panels().size()).boxed().toList());
      }
      box.setVisible(two);
      box.setManaged(two);
    }
    if (!next.panels().isEmpty()) {
      first.setValue(next.first());
      second.setValue(next.second());
    }
    masks.setSelected(next.panels().contains(ComparedPanel.MASKS));
    masks.setDisable(
        next.panels().size() == CompareState.MOST_PANELS && !masks.isSelected()
            || next.panels().size() == 2 && masks.isSelected());
    truth.setSelected(next.panels().contains(ComparedPanel.TRUTH));
    truth.setDisable(
        !annotated
            || next.panels().size() == CompareState.MOST_PANELS && !truth.isSelected()
            || next.panels().size() == 2 && truth.isSelected());
    String memory = TEXTS.get("memory", Long.toString(Math.ceilDiv(bytes, MEGA)));
    place.setText(next.view().map(view -> view + " · ").orElse("") + memory);
    placeTip.setText(place.getText());
    tell(first);
    tell(second);
    showing = false;
  }
}
