package org.clickgaussian.masks;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.text.Texts;

/** What masks are to be made with. */
final class GenerationPane {
  private static final Texts TEXTS = Texts.of("masks");
  private static final int MOST_POINTS = 128;
  private static final int MOST_CROPS = 4;
  private static final int MOST_AREA = 100_000;

  private final Consumer<MasksIntent> intents;
  private final ChoiceBox<String> model = new ChoiceBox<>();
  private final Spinner<Integer> points = new Spinner<>(1, MOST_POINTS, 32);
  private final Spinner<Integer> crops = new Spinner<>(0, MOST_CROPS, 0);
  private final Spinner<Double> iou = new Spinner<>(0, 1, 0.88, 0.02);
  private final Spinner<Double> stability = new Spinner<>(0, 1, 0.95, 0.01);
  private final Spinner<Integer> area = new Spinner<>(0, MOST_AREA, 0, 50);
  private final ChoiceBox<ViewPart> views = new ChoiceBox<>();
  private final CheckBox again = new CheckBox(TEXTS.get("form.again"));
  private final Label about = new Label();
  private final Label target = new Label();
  private final Button install = new Button(TEXTS.get("form.install"));
  private final Button generate = new Button(TEXTS.get("form.generate"));
  private final BorderPane pane;
  private MasksState state;
  private boolean showing;

  GenerationPane(Consumer<MasksIntent> intents) {
    this.intents = intents;
    model.setConverter(new Names<>(this::title));
    views.getItems().setAll(ViewPart.values());
    views.setConverter(new Names<>(part -> TEXTS.get("form.views." + part.key())));
    GridPane grid = new GridPane(14, 8);
    row(grid, 0, 0, "model", model);
    row(grid, 0, 2, "views", views);
    row(grid, 1, 0, "points", points);
    row(grid, 1, 2, "crops", crops);
    row(grid, 2, 0, "iou", iou);
    row(grid, 2, 2, "stability", stability);
    row(grid, 3, 0, "area", area);
    again.setId("masks-form-again");
    again.setOnAction(event -> enter());
    grid.add(again, 2, 3, 2, 1);
    about.setId("masks-form-about");
    about.setWrapText(true);
    about.getStyleClass().add("small");
    target.setId("masks-form-target");
    target.getStyleClass().addAll("muted", "small");
    target.setWrapText(true);
    VBox content = new VBox(about, grid, target);
    content.getStyleClass().add("pane-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setMinSize(0, 0);
    pane = new BorderPane(scroll);
    pane.setId("masks-form");
    pane.getStyleClass().add("panel");
    pane.setMinSize(0, 0);
    // Never scrolled away.
    pane.setBottom(buttons());
    listen();
  }

  private void row(GridPane grid, int row, int column, String name, Control control) {
    Label label = new Label(TEXTS.get("form." + name));
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    control.setId("masks-form-" + name);
    control.setPrefWidth(150);
    control.setMinWidth(80);
    control.setTooltip(new Tooltip(TEXTS.get("form." + name + ".tip")));
    grid.add(label, column, row);
    grid.add(control, column + 1, row);
  }

  private HBox buttons() {
    install.setId("masks-form-install");
    install.setOnAction(event -> intents.accept(new MasksIntent.InstallModel()));
    Button cancel = new Button(TEXTS.get("form.cancel"));
    cancel.setId("masks-form-cancel");
    cancel.setOnAction(event -> intents.accept(new MasksIntent.OpenForm(false)));
    generate.setId("masks-form-generate");
    generate.setOnAction(event -> intents.accept(new MasksIntent.Generate()));
    HBox buttons = new HBox(8, generate, cancel, install);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.getStyleClass().add("masks-form-buttons");
    return buttons;
  }

  private void listen() {
    model.valueProperty().addListener(value -> enter());
    views.valueProperty().addListener(value -> enter());
    for (Spinner<?> spinner : new Spinner<?>[] {points, crops, iou, stability, area}) {
      spinner.setEditable(true);
      spinner.valueProperty().addListener(value -> enter());
    }
  }

  private void enter() {
    if (!showing && model.getValue() != null) {
      intents.accept(
          new MasksIntent.Enter(
              new GenerationForm(
                  model.getValue(),
                  points.getValue(),
                  crops.getValue(),
                  iou.getValue(),
                  stability.getValue(),
                  area.getValue(),
                  views.getValue(),
                  again.isSelected())));
    }
  }

  Node node() {
    return pane;
  }

  void show(MasksState next) {
    showing = true;
    state = next;
    MasksState.Making making = next.making();
    var names = making.models().stream().map(ModelChoice::name).toList();
    if (!model.getItems().equals(names)) {
      model.getItems().setAll(names);
    }
    GenerationForm form = making.form();
    model.setValue(names.contains(form.model()) ? form.model() : null);
    points.getValueFactory().setValue(form.pointsPerSide());
    crops.getValueFactory().setValue(form.cropLayers());
    iou.getValueFactory().setValue(form.predictedIou());
    stability.getValueFactory().setValue(form.stability());
    area.getValueFactory().setValue(form.minRegionArea());
    views.setValue(form.views());
    again.setSelected(form.startAgain());
    boolean ready = making.model().filter(ModelChoice::ready).isPresent();
    about.setText(making.model().map(choice -> about(choice, making)).orElse(""));
    about.getStyleClass().removeAll("warning", "muted");
    about.getStyleClass().add(ready ? "muted" : "warning");
    target.setText(TEXTS.get("form.target", form.setName()));
    generate.setDisable(!ready || !next.idle());
    install.setDisable(!next.idle());
    showing = false;
  }

  private static String about(ModelChoice choice, MasksState.Making making) {
    return choice.ready()
        ? choice.description().title()
        : TEXTS.get(
            "form.missing",
            choice.description().title(),
            String.join(", ", choice.missing()),
            making.modelsFolder());
  }

  private String title(String name) {
    boolean ready =
        state != null
            && state.making().models().stream()
                .anyMatch(choice -> choice.name().equals(name) && choice.ready());
    return ready ? name : TEXTS.get("form.not-there", name);
  }

  /** Names for what is chosen, not typed. */
  private static final class Names<T> extends StringConverter<T> {
    private final Function<T, String> names;

    Names(Function<T, String> names) {
      this.names = names;
    }

    @Override
    public String toString(T thing) {
      return thing == null ? "" : names.apply(thing);
    }

    @Override
    public T fromString(String words) {
      throw new UnsupportedOperationException(words + " cannot be typed");
    }
  }
}
