package org.clickgaussian.tuning;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.clickgaussian.task.Durations;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.tuning.QueuedTraining.Standing;
import org.clickgaussian.tuning.TuningState.Active;

/** The training that goes on: how far it is, what was changed, pause and stop. */
final class NowSection {
  private static final Texts TEXTS = Texts.of("tuning");
  private static final int CHANGES_SHOWN = 5;

  private final Label title = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = new Label();
  private final Button pause = new Button();
  private final Button stop = new Button(TEXTS.get("button.stop"));
  private final Label device = new Label();
  private final Label changes = new Label();
  private final CheckBox live = new CheckBox(TEXTS.get("live"));
  private final VBox node;
  private boolean paused;
  private boolean showing;

  NowSection(Consumer<TuningIntent> intents) {
    title.getStyleClass().add("title");
    title.setId("tuning-now");
    bar.setId("tuning-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    progress.setId("tuning-progress-words");
    progress.getStyleClass().addAll("muted", "small");
    progress.setWrapText(true);
    device.setId("tuning-device-words");
    device.getStyleClass().addAll("muted", "small");
    device.setWrapText(true);
    pause.setId("tuning-pause");
    pause.setOnAction(
        event -> intents.accept(paused ? TuningIntent.Step.GO_ON : TuningIntent.Step.PAUSE));
    stop.setId("tuning-stop");
    stop.setOnAction(event -> intents.accept(TuningIntent.Step.STOP));
    changes.setId("tuning-changes");
    changes.getStyleClass().add("small");
    changes.setWrapText(true);
    live.setId("tuning-live");
    live.selectedProperty()
        .addListener(
            (property, before, on) -> {
              if (!showing) {
                intents.accept(new TuningIntent.ShowLive(on));
              }
            });
    node = new VBox(6, title, bar, progress, device, new HBox(6, pause, stop), changes, live);
    node.setId("tuning-running");
  }

  Node node() {
    return node;
  }

  void show(TuningState state) {
    boolean any = state.active().isPresent();
    node.setVisible(any);
    node.setManaged(any);
    if (any) {
      showing = true;
      show(state.active().get());
      live.setSelected(state.live());
      showing = false;
    }
  }

  private void show(Active active) {
    title.setText(active.name());
    paused = active.standing() == Standing.PAUSED;
    pause.setText(TEXTS.get(paused ? "button.go-on" : "button.pause"));
    boolean ending = active.standing() == Standing.STOPPING;
    pause.setDisable(ending);
    stop.setDisable(ending);
    TrainingProgress at = active.progress();
    bar.setProgress(at.iteration() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : at.fraction());
    progress.setText(words(active, at));
    device.setText(active.learning().map(NowSection::words).orElse(""));
    device.setVisible(active.learning().isPresent());
    device.setManaged(active.learning().isPresent());
    String recorded = recorded(active.changes());
    changes.setText(recorded);
    changes.setVisible(!recorded.isEmpty());
    changes.setManaged(!recorded.isEmpty());
  }

  private static String words(RunningTraining.Learning learning) {
    String where =
        learning.learner().equals(BackendChoice.CPU)
            ? TEXTS.get("device.processor")
            : learning.learner();
    return learning
        .reason()
        .map(why -> TEXTS.get("progress.device.reason", where, why))
        .orElseGet(() -> TEXTS.get("progress.device", where));
  }

  private static String words(Active active, TrainingProgress at) {
    if (active.standing() == Standing.STOPPING) {
      return TEXTS.get("progress.stopping");
    }
    if (at.iteration() == 0) {
      return TEXTS.get("progress.beginning");
    }
    String words = TEXTS.get("progress.iteration", at.iteration(), at.iterations());
    if (active.standing() == Standing.PAUSED) {
      return words + TEXTS.get("progress.paused");
    }
    return Double.isNaN(at.perSecond())
        ? words
        : words
            + TEXTS.get(
                "progress.pace",
                "%.1f".formatted(at.perSecond()),
                Durations.words(at.secondsLeft()),
                "%.4g".formatted(at.loss()));
  }

  /** The last changes, the latest first. */
  private static String recorded(List<SettingChange> changes) {
    return changes.reversed().stream()
        .limit(CHANGES_SHOWN)
        .map(
            change ->
                TEXTS.get(
                    "change",
                    Integer.toString(change.iteration()),
                    change.parameter().key(),
                    change.parameter().format(change.from()),
                    change.parameter().format(change.to())))
        .collect(Collectors.joining("\n"));
  }
}
