package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.ComparisonTable;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.experiment.compare.RunGroup;
import org.clickgaussian.experiment.compare.ScoreComparison;
import org.clickgaussian.experiment.compare.WorstObjects;
import org.clickgaussian.text.Texts;

/** The picked runs beside each other: means, objects, the worst ones, settings. */
final class ComparisonPane {
  private static final Texts TEXTS = Texts.of("runs");
  private static final int MOST_WORST = 100;

  /** What the table shows. */
  private enum Part {
    MEANS,
    OBJECTS,
    WORST,
    SETTINGS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Consumer<RunsIntent> intents;
  private final BorderPane pane = new BorderPane();
  private final ToggleGroup parts = new ToggleGroup();
  private final ChoiceBox<String> method = new ChoiceBox<>();
  private final ChoiceBox<Optional<Path>> baseline = new ChoiceBox<>();
  private final CheckBox together = new CheckBox(TEXTS.get("compare.together"));
  private final CheckBox reference = new CheckBox(TEXTS.get("compare.reference"));
  private final CheckBox boundary = new CheckBox(TEXTS.get("compare.boundary"));
  private final Button jump = new Button(TEXTS.get("scores.jump"));
  private final Label warning = new Label();
  private final Label hint = new Label(TEXTS.get("hint.pick"));
  private final Label none = new Label();
  private final ComparisonGrid grid = new ComparisonGrid("runs-comparison");
  private Part part = Part.MEANS;
  private Optional<RunComparison> shown = Optional.empty();
  private boolean showing;

  ComparisonPane(Consumer<RunsIntent> intents) {
    this.intents = intents;
    pane.setId("runs-comparison-pane");
    hint.setId("runs-comparison-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    none.setId("runs-comparison-none");
    none.getStyleClass().add("hint");
    grid.setPlaceholder(none);
    warning.setId("runs-warning");
    warning.getStyleClass().addAll("warning", "small");
    warning.setWrapText(true);
    warning.setPadding(new Insets(4, 8, 4, 8));
    method.setId("runs-method");
    baseline.setId("runs-baseline");
    baseline.setConverter(new RunNames());
    together.setId("runs-together");
    reference.setId("runs-reference");
    boundary.setId("runs-boundary");
    ToolBar bar = new ToolBar();
    for (Part each : Part.values()) {
      bar.getItems().add(toggle(each));
    }
    jump.setId("runs-jump");
    bar.getItems()
        .addAll(
            jump,
            labelled("compare.method", method),
            labelled("compare.baseline", baseline),
            together,
            reference,
            boundary);
    pane.setTop(new VBox(bar, warning));
    pane.setCenter(new StackPane(grid, hint));
    listen();
  }

  private ToggleButton toggle(Part each) {
    ToggleButton button = new ToggleButton(TEXTS.get("part." + each.key()));
    button.setId("runs-part-" + each.key());
    button.setToggleGroup(parts);
    button.setSelected(each == part);
    button.setOnAction(
        event -> {
          part = each;
          button.setSelected(true);
          showTable();
        });
    return button;
  }

  private static Node labelled(String key, Node control) {
    Label label = new Label(TEXTS.get(key));
    label.getStyleClass().add("muted");
    label.setLabelFor(control);
    HBox row = new HBox(5, label, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void listen() {
    method
        .valueProperty()
        .addListener((value, before, now) -> send(now == null ? null : byMethod(now)));
    baseline
        .valueProperty()
        .addListener((value, before, now) -> send(now == null ? null : new RunsIntent.Pin(now)));
    together.setOnAction(event -> send(new RunsIntent.SeedsTogether(together.isSelected())));
    reference.setOnAction(event -> send(new RunsIntent.WithReference(reference.isSelected())));
    boundary.setOnAction(
        event -> send(new RunsIntent.By(boundary.isSelected() ? Metric.BOUNDARY_IOU : Metric.IOU)));
    grid.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            jump();
          }
        });
    jump.setOnAction(event -> jump());
    grid.getSelectionModel()
        .selectedItemProperty()
        .addListener((item, before, now) -> jump.setDisable(worst().isEmpty()));
  }

  /** Flies to the view in which the selected object was found worst. */
  private void jump() {
    worst().ifPresent(each -> send(new RunsIntent.GoTo(each.view())));
  }

  private static RunsIntent byMethod(String method) {
    return new RunsIntent.ByMethod(method);
  }

  private void send(RunsIntent intent) {
    if (!showing && intent != null) {
      intents.accept(intent);
    }
  }

  Node node() {
    return pane;
  }

  /** The object that is selected among the worst. */
  Optional<WorstObjects.Worst> worst() {
    // The row tells, for columns may be sorted by a click on their headings.
    var row = grid.getSelectionModel().getSelectedItem();
    if (part != Part.WORST || shown.isEmpty() || row == null) {
      return Optional.empty();
    }
    List<WorstObjects.Worst> all = shown.get().worst();
    int index = WorstObjects.table(all, MOST_WORST).rows().indexOf(row);
    return index < 0 ? Optional.empty() : Optional.of(all.get(index));
  }

  void show(RunsState state) {
    showing = true;
    shown = state.comparison();
    hint.setVisible(shown.isEmpty());
    grid.setVisible(shown.isPresent());
    pane.getTop().setVisible(shown.isPresent());
    shown.ifPresent(comparison -> show(state, comparison));
    showTable();
    showing = false;
  }

  private void show(RunsState state, RunComparison comparison) {
    List<String> methods = ScoreComparison.methods(RunGroup.each(state.picked()));
    if (!method.getItems().equals(methods)) {
      method.getItems().setAll(methods);
    }
    method.setDisable(methods.isEmpty());
    method.setValue(comparison.method().isEmpty() ? null : comparison.method());
    List<Optional<Path>> choices = new ArrayList<>();
    choices.add(Optional.empty());
    state.picked().stream()
        .map(RunRecord::folder)
        .map(folder -> folder.toAbsolutePath().normalize())
        .forEach(folder -> choices.add(Optional.of(folder)));
    if (!baseline.getItems().equals(choices)) {
      baseline.getItems().setAll(choices);
    }
    baseline.setValue(state.baseline().filter(path -> choices.contains(Optional.of(path))));
    together.setSelected(state.choice().seedsTogether());
    reference.setSelected(state.choice().withReference());
    boundary.setSelected(state.choice().metric() == Metric.BOUNDARY_IOU);
    List<String> warnings = comparison.warnings();
    warning.setText(
        warnings.isEmpty()
            ? ""
            : warnings.size() == 1
                ? warnings.getFirst()
                : TEXTS.get("compare.warnings", warnings.getFirst(), warnings.size() - 1));
    warning.setTooltip(warnings.isEmpty() ? null : new Tooltip(String.join("\n", warnings)));
    warning.setManaged(!warnings.isEmpty());
    warning.setVisible(!warnings.isEmpty());
  }

  private void showTable() {
    shown.ifPresent(comparison -> grid.show(table(comparison)));
    jump.setDisable(worst().isEmpty());
    none.setText(TEXTS.get(part == Part.SETTINGS ? "hint.same" : "hint.not-evaluated"));
  }

  private ComparisonTable table(RunComparison comparison) {
    if (part != Part.SETTINGS && comparison.method().isEmpty()) {
      return new ComparisonTable("", List.of(), List.of());
    }
    return switch (part) {
      case MEANS -> comparison.scores().summary();
      case OBJECTS -> comparison.scores().byObject();
      case WORST -> WorstObjects.table(comparison.worst(), MOST_WORST);
      case SETTINGS -> comparison.settings();
    };
  }

  /** Names of runs in the choice of the baseline. */
  private static final class RunNames extends StringConverter<Optional<Path>> {
    @Override
    public String toString(Optional<Path> run) {
      return run == null
          ? ""
          : run.map(path -> path.getFileName().toString()).orElse(TEXTS.get("compare.none"));
    }

    @Override
    public Optional<Path> fromString(String name) {
      return Optional.empty();
    }
  }
}
