package org.clickgaussian.viewport.tool;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.clickgaussian.app.EqualRow;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;

/** The pane beside the scene: what is selected, and all that can be done with it. */
final class SelectionPane {
  private static final Texts TEXTS = Texts.of("document");

  private final SelectionController controller;
  private final ActionButtons buttons;
  private final ScrollPane scroll = new ScrollPane();
  private final VBox content = new VBox();
  private final Label hint = new Label(TEXTS.get("hint.no-scene"));
  private final SelectionCounts counts;
  private final ClickSection clicks;
  private final TransformSection transform;
  private final ColourSection colour;
  private final NamedSection named;
  private final HistorySection history;

  SelectionPane(SelectionController controller, ToolBelt tools, ActionRegistry actions) {
    this.controller = controller;
    buttons = new ActionButtons(actions);
    counts = new SelectionCounts();
    clicks = new ClickSection(controller);
    transform = new TransformSection(controller::handle, tools.transform());
    colour = new ColourSection(controller::handle);
    named = new NamedSection(controller::handle);
    history = new HistorySection(buttons);
    content.getStyleClass().add("pane-content");
    content
        .getChildren()
        .addAll(
            counts.node(),
            new EqualRow(
                buttons.words("selection.all", TEXTS.get("button.all")),
                buttons.words("selection.clear", TEXTS.get("button.clear")),
                buttons.words("selection.invert", TEXTS.get("button.invert"))),
            new EqualRow(
                buttons.words("selection.grow", TEXTS.get("button.grow")),
                buttons.words("selection.shrink", TEXTS.get("button.shrink"))),
            clicks.node(),
            section(TEXTS.get("section.show")),
            new EqualRow(
                buttons.words("visible.isolate", TEXTS.get("button.isolate")),
                buttons.words("visible.hide", TEXTS.get("button.hide")),
                buttons.words("visible.show-all", TEXTS.get("button.show-all"))),
            section(TEXTS.get("section.change")),
            new EqualRow(
                buttons.words("gaussians.duplicate", TEXTS.get("button.duplicate")),
                buttons.words("gaussians.delete", TEXTS.get("button.delete"))),
            transform.node(),
            colour.node(),
            section(TEXTS.get("section.named")),
            named.node(),
            section(TEXTS.get("section.export")),
            new EqualRow(
                buttons.words("export.selection", TEXTS.get("button.export-selection")),
                buttons.words("export.rest", TEXTS.get("button.export-rest"))),
            new EqualRow(
                buttons.words("export.labels", TEXTS.get("button.export-labels")),
                buttons.words("export.masks", TEXTS.get("button.export-masks"))),
            section(TEXTS.get("section.history")),
            history.node());
    hint.setId("selection-hint");
    hint.getStyleClass().add("hint");
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    scroll.setId("selection-pane");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("panel", "edge-to-edge");
  }

  /** A title between parts of the pane. */
  static Label section(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("section");
    return label;
  }

  Node node() {
    return scroll;
  }

  /** Shows what the controller knows. */
  void show() {
    Optional<SceneDocument> document = controller.document();
    boolean open = document.isPresent();
    scroll.setFitToHeight(!open);
    Node wanted = open ? content : hint;
    if (scroll.getContent() != wanted) {
      scroll.setContent(wanted);
    }
    if (open) {
      SceneDocument scene = document.get();
      counts.show(scene);
      clicks.show(scene);
      boolean selected = controller.hasSelection();
      transform.show(selected);
      colour.show(selected);
      named.show(scene.state(), selected);
      history.show(scene);
    }
    buttons.show();
  }
}
