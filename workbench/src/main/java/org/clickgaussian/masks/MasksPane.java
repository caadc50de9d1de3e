package org.clickgaussian.masks;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;

/**
 * The masks: a column with the sets and what can be done, beside it the check (or the form, or a
 * hint) and a picture.
 */
final class MasksPane {
  private static final Texts TEXTS = Texts.of("masks");
  private static final double TABLE_SHARE = 0.66;

  private final BorderPane pane = new BorderPane();
  private final MasksBar bar;
  private final GenerationPane form;
  private final CheckTable table;
  private final PreviewPane preview;
  private final Label hint = new Label();
  private final Button clickable = new Button(TEXTS.get("clickable.button"));
  private final VBox hints = new VBox(hint, clickable);
  private final ProgressBar progress = new ProgressBar();
  private final Label working = new Label();
  private final VBox work;
  private final SplitPane split = new SplitPane();

  MasksPane(Consumer<MasksIntent> intents) {
    bar = new MasksBar(intents);
    form = new GenerationPane(intents);
    table = new CheckTable(intents);
    preview = new PreviewPane();
    pane.setId("masks-pane");
    pane.getStyleClass().addAll("panel", "masks");
    hint.setId("masks-hint");
    hint.getStyleClass().add("hint");
    clickable.setId("masks-clickable");
    clickable.setDefaultButton(false);
    clickable.setOnAction(event -> intents.accept(new MasksIntent.MakeClickable()));
    hints.setAlignment(Pos.CENTER);
    work = work(intents);
    StackPane middle = new StackPane(hints, table.node());
    middle.setMinSize(0, 0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox left = new VBox(work, middle);
    left.getStyleClass().add("panel");
    split.getItems().addAll(left, preview.node());
    split.setId("masks-split");
    split.setDividerPositions(TABLE_SHARE);
    pane.setLeft(bar.node());
    pane.setCenter(new StackPane(split, form.node()));
  }

  private VBox work(Consumer<MasksIntent> intents) {
    progress.setId("masks-progress");
    working.setId("masks-working");
    working.getStyleClass().addAll("muted", "small");
    working.setWrapText(true);
    Button stop = new Button(TEXTS.get("work.stop"));
    stop.setId("masks-stop");
    stop.setMinWidth(Button.USE_PREF_SIZE);
    stop.setOnAction(event -> intents.accept(new MasksIntent.Stop()));
    HBox.setHgrow(progress, Priority.ALWAYS);
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(10, progress, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(row, working);
    box.getStyleClass().add("masks-work");
    return box;
  }

  Node node() {
    return pane;
  }

  /** Shows a state. */
  void show(MasksState state) {
    bar.show(state);
    form.show(state);
    table.show(state);
    preview.show(state);
    boolean formShown = state.making().open() && state.scene().photos() > 0;
    boolean tableShown = !formShown && state.check().report().isPresent();
    form.node().setVisible(formShown);
    split.setVisible(!formShown);
    table.node().setVisible(tableShown);
    hints.setVisible(!formShown && !tableShown);
    hint.setText(hint(state));
    boolean offered = state.scene().open() && !state.scene().hasRun() && state.idle();
    clickable.setVisible(offered);
    clickable.setManaged(offered);
    work.setVisible(!state.idle());
    work.setManaged(!state.idle());
    state.making().work().ifPresent(this::show);
  }

  private void show(MasksState.Work running) {
    progress.setProgress(Double.isNaN(running.fraction()) ? -1 : running.fraction());
    working.setText(running.title() + ": " + running.message());
  }

  private static String hint(MasksState state) {
    if (!state.scene().open()) {
      return TEXTS.get("hint.no-scene");
    }
    if (!state.idle()) {
      return state.scene().photos() == 0 ? "" : TEXTS.get("hint.working");
    }
    if (state.scene().photos() == 0) {
      return TEXTS.get("hint.no-photos");
    }
    return state
        .sets()
        .chosenEntry()
        .map(set -> set.usable() ? TEXTS.get("hint.check", set.name()) : set.problem())
        .orElse(TEXTS.get("hint.no-masks"));
  }
}
