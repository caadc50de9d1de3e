package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.experiment.TrainingForecast;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.Durations;
import org.clickgaussian.text.Texts;

/** The run that is being prepared: name, masks, views, seed, preset; its forecast and its start. */
final class DraftSection {
  private static final Texts TEXTS = Texts.of("tuning");
  private static final int MOST_HELD_OUT = 1000;

  private final Consumer<TuningIntent> intents;
  private final Label title = new Label();
  private final TextField name = new TextField();
  private final ChoiceBox<Path> masks = new ChoiceBox<>();
  private final Spinner<Integer> holdOut = new Spinner<>(0, MOST_HELD_OUT, RunDraft.HOLD_OUT);
  private final TextField leftOut = new TextField();
  private final TextField seed = new TextField();
  private final ChoiceBox<Optional<Backend>> device = new ChoiceBox<>();
  private final MenuButton presets = new MenuButton(TEXTS.get("presets"));
  private final Button noBranch = new Button(TEXTS.get("button.no-branch"));
  private final Button forecast = new Button(TEXTS.get("button.forecast"));
  private final Button start = new Button();
  private final Label forecastWords = new Label();
  private final VBox above;
  private final VBox below;
  private boolean showing;

  DraftSection(Consumer<TuningIntent> intents) {
    this.intents = intents;
    title.getStyleClass().add("section");
    title.setId("tuning-draft");
    title.setWrapText(true);
    name.setId("tuning-name");
    name.textProperty().addListener((p, before, now) -> send(new TuningIntent.Name(now)));
    masks.setId("tuning-masks");
    masks.setMaxWidth(Double.MAX_VALUE);
    masks.setConverter(chosen(path -> path.getFileName().toString()));
    masks.valueProperty().addListener((p, before, now) -> send(now));
    holdOut.setId("tuning-hold-out");
    holdOut.setEditable(true);
    holdOut.setTooltip(new Tooltip(TEXTS.get("hold-out.tip")));
    holdOut.valueProperty().addListener((p, before, now) -> send(new TuningIntent.HoldOut(now)));
    leftOut.setId("tuning-left-out");
    leftOut.setPromptText(TEXTS.get("leave-out.none"));
    leftOut.setTooltip(new Tooltip(TEXTS.get("leave-out.tip")));
    leftOut.textProperty().addListener((p, before, now) -> send(new TuningIntent.LeaveOut(now)));
    seed.setId("tuning-seed");
    seed.textProperty().addListener((p, before, now) -> sendSeed(now));
    device.setId("tuning-device");
    device.setMaxWidth(Double.MAX_VALUE);
    device.setTooltip(new Tooltip(TEXTS.get("device.tip")));
    device.getItems().add(Optional.empty());
    Arrays.stream(Backend.values()).map(Optional::of).forEach(device.getItems()::add);
    device.setConverter(chosen(DraftSection::words));
    device.valueProperty().addListener((p, before, now) -> send(new TuningIntent.TrainOn(now)));
    presets.setId("tuning-presets");
    for (TrainingPreset preset : TrainingPreset.values()) {
      MenuItem item = new MenuItem(TEXTS.get("preset." + preset.key()));
      item.setId("preset-" + preset.key());
      item.setOnAction(event -> intents.accept(new TuningIntent.UsePreset(preset)));
      presets.getItems().add(item);
    }
    noBranch.setId("tuning-no-branch");
    noBranch.setOnAction(event -> intents.accept(TuningIntent.Step.NO_BRANCH));
    forecast.setId("tuning-forecast");
    forecast.setTooltip(new Tooltip(TEXTS.get("forecast.tip")));
    forecast.setOnAction(event -> intents.accept(TuningIntent.Step.FORECAST));
    start.setId("tuning-start");
    start.setOnAction(event -> intents.accept(TuningIntent.Step.START));
    forecastWords.setId("tuning-forecast-words");
    forecastWords.getStyleClass().addAll("muted", "small");
    forecastWords.setWrapText(true);
    above = new VBox(6, title, grid());
    below = new VBox(6, new HBox(6, start, forecast, noBranch), forecastWords);
  }

  private GridPane grid() {
    GridPane grid = new GridPane(8, 6);
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, fields);
    grid.addRow(0, label("name", name), name);
    grid.addRow(1, label("masks", masks), masks);
    grid.addRow(2, label("hold-out", holdOut), holdOut);
    grid.addRow(3, label("leave-out", leftOut), leftOut);
    HBox seeds = new HBox(6, seed, presets);
    HBox.setHgrow(seed, Priority.ALWAYS);
    seed.setPrefColumnCount(5);
    presets.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(4, label("seed", seed), seeds);
    grid.addRow(5, label("device", device), device);
    return grid;
  }

  private static Label label(String key, Node field) {
    Label label = new Label(TEXTS.get("label." + key));
    label.setLabelFor(field);
    return label;
  }

  private static <T> StringConverter<T> chosen(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T choice) {
        return choice == null ? "" : words.apply(choice);
      }

      @Override
      public T fromString(String typed) {
        throw new UnsupportedOperationException("this is chosen, not typed");
      }
    };
  }

  private static String words(Optional<Backend> device) {
    return TEXTS.get("device." + device.map(Backend::key).orElse("usual"));
  }

  private void send(TuningIntent intent) {
    if (!showing) {
      intents.accept(intent);
    }
  }

  private void send(Path chosen) {
    if (chosen != null) {
      send(new TuningIntent.UseMasks(chosen));
    }
  }

  private void sendSeed(String typed) {
    boolean whole = typed.strip().matches("-?\\d{1,18}");
    seed.getStyleClass().remove("problem");
    if (whole) {
      send(new TuningIntent.Seed(Long.parseLong(typed.strip())));
    } else {
      seed.getStyleClass().add("problem");
    }
  }

  /** What stands above the settings. */
  Node above() {
    return above;
  }

  /** What stands below the settings. */
  Node below() {
    return below;
  }

  void show(TuningState state) {
    showing = true;
    RunDraft draft = state.draft();
    boolean branch = draft.branch().isPresent();
    title.setText(
        draft
            .branch()
            .map(from -> TEXTS.get("draft.branch", from.name(), Integer.toString(from.iteration())))
            .orElse(TEXTS.get("draft.new")));
    set(name, draft.name());
    if (!masks.getItems().equals(state.masks())) {
      masks.getItems().setAll(state.masks());
    }
    masks.setValue(draft.masks().orElse(null));
    holdOut.getValueFactory().setValue(draft.holdOut());
    set(leftOut, draft.leftOut());
    if (!seed.isFocused()) {
      set(seed, Long.toString(draft.settings().seed()));
    }
    device.setValue(draft.device());
    List.of(masks, holdOut, leftOut).forEach(node -> node.setDisable(branch));
    noBranch.setVisible(branch);
    noBranch.setManaged(branch);
    forecast.setDisable(state.forecasting() || !branch && draft.masks().isEmpty());
    start.setDisable(!branch && draft.masks().isEmpty());
    start.setText(TEXTS.get(state.active().isPresent() ? "button.queue" : "button.start"));
    forecastWords.setText(
        state.forecasting()
            ? TEXTS.get("forecast.measuring")
            : state.forecast().map(DraftSection::words).orElse(TEXTS.get("forecast.none")));
    showing = false;
  }

  private static void set(TextField field, String words) {
    if (!field.getText().equals(words)) {
      field.setText(words);
    }
  }

  private static String words(TrainingForecast forecast) {
    String parts =
        forecast.seconds().entrySet().stream()
            .filter(part -> part.getValue() >= 0.5)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(part -> part.getKey() + " " + Durations.words(part.getValue()))
            .collect(Collectors.joining(", "));
    return TEXTS.get(
        "forecast",
        Durations.words(forecast.totalSeconds()),
        "%.2f".formatted(forecast.memory().total() / 1e9),
        forecast.sampledIterations(),
        parts,
        forecast.learner());
  }
}
