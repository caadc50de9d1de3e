package org.clickgaussian.tuning;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;

/** The pane beside the scene: what trains, what is to be trained, and with what settings. */
final class TrainingPane {
  private static final Texts TEXTS = Texts.of("tuning");

  private final Label hint = new Label();
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final NowSection now;
  private final DraftSection draft;
  private final SettingSheet sheet;
  private final QueueSection queue;
  private final ToggleButton ofDraft = new ToggleButton(TEXTS.get("steer.draft"));
  private final ToggleButton ofRunning = new ToggleButton();
  private final HBox steer = new HBox(ofDraft, ofRunning);

  TrainingPane(Consumer<TuningIntent> intents) {
    now = new NowSection(intents);
    draft = new DraftSection(intents);
    sheet = new SettingSheet(intents);
    queue = new QueueSection(intents);
    ToggleGroup either = new ToggleGroup();
    ofDraft.setId("tuning-of-draft");
    ofRunning.setId("tuning-of-running");
    for (ToggleButton button : new ToggleButton[] {ofDraft, ofRunning}) {
      button.setToggleGroup(either);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(event -> intents.accept(new TuningIntent.Steer(button == ofRunning)));
    }
    content.getStyleClass().add("pane-content");
    Label settings = new Label(TEXTS.get("section.settings"));
    settings.getStyleClass().add("section");
    content
        .getChildren()
        .addAll(
            now.node(), draft.above(), draft.below(), settings, steer, sheet.node(), queue.node());
    hint.setId("tuning-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    scroll.setId("tuning-pane");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("panel", "edge-to-edge");
  }

  Node node() {
    return scroll;
  }

  /** Shows a state. */
  void show(TuningState state) {
    boolean usable = state.hint().isEmpty() || state.active().isPresent();
    hint.setText(state.hint());
    scroll.setFitToHeight(!usable);
    Node wanted = usable ? content : hint;
    if (scroll.getContent() != wanted) {
      scroll.setContent(wanted);
    }
    if (usable) {
      now.show(state);
      draft.show(state);
      queue.show(state);
      boolean running = state.active().filter(active -> active.told() != null).isPresent();
      steer.setVisible(running);
      steer.setManaged(running);
      state
          .active()
          .ifPresent(active -> ofRunning.setText(TEXTS.get("steer.running", active.name())));
      ofRunning.setSelected(state.steered().isPresent());
      ofDraft.setSelected(state.steered().isEmpty());
      state.steered().ifPresentOrElse(sheet::show, () -> sheet.show(state.draft()));
    }
  }
}
