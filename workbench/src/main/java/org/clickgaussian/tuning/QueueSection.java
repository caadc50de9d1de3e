package org.clickgaussian.tuning;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.text.Texts;
import org.clickgaussian.tuning.QueuedTraining.Standing;
import org.clickgaussian.tuning.TuningState.Row;

/** The trainings of this window in their order, and the scene's runs that can be gone on with. */
final class QueueSection {
  private static final Texts TEXTS = Texts.of("tuning");

  private final Consumer<TuningIntent> intents;
  private final Label queueTitle = title("section.queue");
  private final VBox queue = new VBox(2);
  private final Label runsTitle = title("section.runs");
  private final VBox runs = new VBox(2);
  private final VBox node = new VBox(6, queueTitle, queue, runsTitle, runs);
  private TuningState shown;

  QueueSection(Consumer<TuningIntent> intents) {
    this.intents = intents;
    queue.setId("tuning-queue");
    runs.setId("tuning-runs");
  }

  private static Label title(String key) {
    Label title = new Label(TEXTS.get(key));
    title.getStyleClass().add("section");
    return title;
  }

  Node node() {
    return node;
  }

  void show(TuningState state) {
    boolean same =
        shown != null && shown.queue().equals(state.queue()) && shown.runs() == state.runs();
    shown = state;
    if (same) {
      return;
    }
    queue.getChildren().clear();
    for (int i = 0; i < state.queue().size(); i++) {
      queue.getChildren().add(row(state.queue().get(i), i));
    }
    show(queueTitle, !state.queue().isEmpty());
    runs.getChildren().clear();
    for (RunRecord run : state.runs()) {
      if (run.state() != RunRecord.State.TRAINING) {
        runs.getChildren().add(row(run));
      }
    }
    show(runsTitle, !runs.getChildren().isEmpty());
  }

  private static void show(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  private HBox row(Row row, int index) {
    HBox line =
        line(row.name(), TEXTS.get("standing." + row.standing().name().toLowerCase(Locale.ROOT)));
    String id = "queue-" + row.name();
    if (row.standing() == Standing.WAITING) {
      line.getChildren()
          .addAll(
              button(id + "-up", "\u2191", TEXTS.get("queue.up"), new TuningIntent.Move(index, -1)),
              button(
                  id + "-down",
                  "\u2193",
                  TEXTS.get("queue.down"),
                  new TuningIntent.Move(index, 1)));
    }
    if (row.standing() == Standing.KEPT) {
      line.getChildren()
          .add(
              button(
                  id + "-release",
                  TEXTS.get("button.release"),
                  TEXTS.get("queue.release"),
                  new TuningIntent.Release(index)));
    }
    boolean going =
        row.standing().compareTo(Standing.WAITING) > 0
            && row.standing().compareTo(Standing.STOPPED) < 0;
    if (!going) {
      line.getChildren()
          .add(
              button(
                  id + "-remove",
                  "\u2715",
                  TEXTS.get("queue.remove"),
                  new TuningIntent.Remove(index)));
    }
    return line;
  }

  private HBox row(RunRecord run) {
    HBox line = line(run.name(), run.progress());
    if (run.state() == RunRecord.State.STOPPED) {
      line.getChildren()
          .add(
              button(
                  "resume-" + run.name(),
                  TEXTS.get("button.resume"),
                  TEXTS.get("resume.tip"),
                  new TuningIntent.Resume(run.folder())));
    }
    line.getChildren()
        .add(
            button(
                "branch-" + run.name(),
                TEXTS.get("button.branch"),
                TEXTS.get("branch.tip", Integer.toString(run.iteration())),
                new TuningIntent.Branch(run.folder())));
    return line;
  }

  private static HBox line(String name, String words) {
    Label title = new Label(name);
    Label more = new Label(words);
    more.getStyleClass().addAll("muted", "small");
    more.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, title, more, gap);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Button button(String id, String words, String tip, TuningIntent intent) {
    Button button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(event -> intents.accept(intent));
    return button;
  }
}
