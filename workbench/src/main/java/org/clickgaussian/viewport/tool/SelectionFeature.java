package org.clickgaussian.viewport.tool;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.document.Combination;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.frame.FrameSource;

/** Selecting and editing as the window takes it in: tools, pane and actions. */
public final class SelectionFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("document");

  private final SelectionController controller;
  private final Viewport viewport;
  private final ToolBelt tools;
  private final ActionButtons bar;
  private SelectionPane pane;

  private SelectionFeature(WorkbenchContext context, Viewport viewport) {
    this.viewport = viewport;
    controller = new SelectionController(context, asker(viewport), this::show);
    tools = new ToolBelt(viewport, controller::handle);
    SelectionActions.register(context.actions(), controller, tools, this::show);
    bar = new ActionButtons(context.actions());
    pane = new SelectionPane(controller, tools, context.actions());
    viewport.addToToolBar(toolButtons());
    viewport.use(tools.select());
    show();
  }

  /** Makes the tools and the pane of a viewport, and registers their actions. */
  public static SelectionFeature create(WorkbenchContext context, ViewportFeature viewport) {
    return new SelectionFeature(context, viewport.viewport());
  }

  private static RenderThread asker(Viewport viewport) {
    return new RenderThread() {
      @Override
      public <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer) {
        viewport.ask(question, answer);
      }
    };
  }

  private HBox toolButtons() {
    HBox buttons =
        new HBox(
            bar.icon("tool.select", "icon-tool-select"),
            bar.icon("tool.rectangle", "icon-tool-rectangle"),
            bar.icon("tool.lasso", "icon-tool-lasso"),
            bar.icon("tool.brush", "icon-tool-brush"),
            bar.icon("tool.transform", "icon-tool-transform"));
    buttons.setId("selection-tools");
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private void show() {
    if (pane != null) {
      bar.show();
      pane.show();
    }
  }

  /** Answers intents. */
  public SelectionController controller() {
    return controller;
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane(
            "selection", TEXTS.get("pane.title"), FeaturePane.Place.RIGHT, pane.node()));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return List.of(
        new GalleryStop(
            "selection-click", this::clickInTheMiddle, () -> controller.lastClick().isPresent()),
        new GalleryStop(
            "selection-gizmo",
            () -> tools.use(tools.transform()),
            () -> tools.transform().gizmo().isPresent() || !controller.hasSelection()),
        GalleryStop.of("selection-isolated", () -> controller.handle(SelectionIntent.Step.ISOLATE)),
        GalleryStop.of("selection-brush", this::showAllAndBrush),
        GalleryStop.of("selection-none", this::clear));
  }

  private void clickInTheMiddle() {
    viewport
        .camera()
        .ifPresent(
            camera ->
                controller.handle(
                    new SelectionIntent.Click(
                        camera.width() / 2, camera.height() / 2, Combination.REPLACE)));
  }

  private void showAllAndBrush() {
    controller.handle(SelectionIntent.Step.SHOW_ALL);
    tools.use(tools.brush());
    show();
  }

  private void clear() {
    controller.handle(SelectionIntent.Step.CLEAR);
    tools.use(tools.select());
    show();
  }

  @Override
  public void close() {
    // No threads of its own: questions are answered by the viewport's, jobs by the window's.
  }
}
