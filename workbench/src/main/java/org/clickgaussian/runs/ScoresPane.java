package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.text.Texts;

/** The scores of one run, object by object and view by view, with pictures of the predictions. */
final class ScoresPane implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("runs");

  private final Consumer<RunsIntent> intents;
  private final ChoiceBox<RunRecord> run = new ChoiceBox<>();
  private final ChoiceBox<String> method = new ChoiceBox<>();
  private final ToggleButton wholeView = new ToggleButton(TEXTS.get("scores.whole-view"));
  private final ToggleButton object = new ToggleButton(TEXTS.get("scores.worst-view"));
  private final Button jump = new Button(TEXTS.get("scores.jump"));
  private final ScoresTable table = new ScoresTable();
  private final PredictionView picture;
  private final Label hint = new Label();
  private final SplitPane split;
  private final StackPane pane;
  private Optional<SceneScores> scored = Optional.empty();
  private Optional<Path> chosen = Optional.empty();
  private boolean showing;

  ScoresPane(TaskExecutor tasks, Consumer<RunsIntent> intents) {
    this.intents = intents;
    picture = new PredictionView(tasks);
    run.setId("scores-run");
    run.setConverter(new RunNames());
    method.setId("scores-method");
    jump.setId("scores-jump");
    wholeView.setId("scores-whole-view");
    object.setId("scores-object");
    ToggleGroup group = new ToggleGroup();
    wholeView.setToggleGroup(group);
    object.setToggleGroup(group);
    wholeView.setSelected(true);
    ToolBar bar = new ToolBar(run, method, wholeView, object, jump);
    BorderPane left = new BorderPane(table);
    left.setTop(bar);
    split = new SplitPane(left, picture.node());
    split.setDividerPositions(0.6);
    hint.setId("scores-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    pane = new StackPane(split, hint);
    pane.setId("scores-pane");
    pane.getStyleClass().add("panel");
    listen();
  }

  private void listen() {
    run.valueProperty().addListener((value, before, now) -> chosen(now));
    method.valueProperty().addListener((value, before, now) -> showRows());
    wholeView.setOnAction(event -> pressed(wholeView));
    object.setOnAction(event -> pressed(object));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((item, before, now) -> showPicture());
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            jump();
          }
        });
    jump.setOnAction(event -> jump());
  }

  /** One of the two is always pressed in. */
  private void pressed(ToggleButton button) {
    button.setSelected(true);
    showPicture();
  }

  private void jump() {
    ScoreRow row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      intents.accept(new RunsIntent.GoTo(row.score().view()));
    }
  }

  Node node() {
    return pane;
  }

  /** Whether a picture can be seen. */
  boolean showsPicture() {
    return picture.isShown();
  }

  private void chosen(RunRecord now) {
    if (!showing && now != null) {
      chosen = Optional.of(now.folder());
      showScores(now);
    }
  }

  void show(RunsState state) {
    List<RunRecord> evaluated =
        state.runs().stream().filter(each -> each.scores().isPresent()).toList();
    hint.setText(TEXTS.get(state.open() ? "hint.no-scores" : "hint.no-scene"));
    hint.setVisible(evaluated.isEmpty());
    split.setVisible(!evaluated.isEmpty());
    showing = true;
    if (!run.getItems().equals(evaluated)) {
      run.getItems().setAll(evaluated);
    }
    Optional<RunRecord> wanted =
        find(evaluated, chosen)
            .or(() -> find(evaluated, state.picked().stream().map(RunRecord::folder).findFirst()))
            .or(() -> find(evaluated, state.used()))
            .or(() -> evaluated.stream().findFirst());
    run.setValue(wanted.orElse(null));
    showing = false;
    wanted.ifPresentOrElse(this::showScores, () -> scored = Optional.empty());
  }

  private static Optional<RunRecord> find(List<RunRecord> runs, Optional<Path> folder) {
    return folder.flatMap(
        path -> runs.stream().filter(each -> each.folder().equals(path)).findFirst());
  }

  private void showScores(RunRecord record) {
    if (!record.scores().equals(scored)) {
      scored = record.scores();
      List<String> methods = scored.map(SceneScores::methods).orElse(List.of());
      String before = method.getValue();
      if (!method.getItems().equals(methods)) {
        method.getItems().setAll(methods);
      }
      method.setValue(
          methods.contains(before) ? before : methods.stream().findFirst().orElse(null));
      showRows();
      picture.refresh();
    }
  }

  private void showRows() {
    ScoreRow before = table.getSelectionModel().getSelectedItem();
    table
        .getItems()
        .setAll(
            scored
                .filter(any -> method.getValue() != null)
                .map(scores -> ScoreRow.of(scores, method.getValue()))
                .orElse(List.of()));
    table.sort();
    table.getItems().stream()
        .filter(
            row ->
                before != null
                    && row.object().equals(before.object())
                    && row.score().view().equals(before.score().view()))
        .findFirst()
        .ifPresent(row -> table.getSelectionModel().select(row));
    showPicture();
  }

  private void showPicture() {
    ScoreRow row = table.getSelectionModel().getSelectedItem();
    RunRecord of = run.getValue();
    jump.setDisable(row == null);
    if (row == null || of == null || method.getValue() == null) {
      picture.show(Optional.empty());
      return;
    }
    Path folder = PredictionPictures.folder(new RunFolder(of.folder()).report());
    picture.show(
        Optional.of(
            object.isSelected()
                ? PredictionPictures.ofObject(folder, method.getValue(), row.object().name())
                : PredictionPictures.ofView(
                    folder, method.getValue(), row.score().view(), row.object().level())));
  }

  @Override
  public void close() {
    picture.close();
  }

  /** Names of runs in the choice. */
  private static final class RunNames extends StringConverter<RunRecord> {
    @Override
    public String toString(RunRecord run) {
      return run == null ? "" : run.name();
    }

    @Override
    public RunRecord fromString(String name) {
      return null;
    }
  }
}
