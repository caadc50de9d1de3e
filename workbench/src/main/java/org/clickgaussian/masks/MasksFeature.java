package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.ShellController;
import org.clickgaussian.app.ShellIntent;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportFeature;

/** The masks as the window takes them in: their pane, their actions, their overlay. */
public final class MasksFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("masks");

  private final MasksPane pane;
  private final MasksController controller;

  private MasksFeature(
      WorkbenchContext context, ViewportFeature viewport, SceneShell shell, ModelsFolder models) {
    this.pane = new MasksPane(this::handle);
    this.controller =
        new MasksController(
            context,
            models,
            new ViewportStage(viewport, view -> handle(new MasksIntent.Arrive(view))),
            shell,
            ClickableSplat.Effort.USUAL,
            pane::show);
    MasksActions.register(context.actions(), controller);
  }

  /** Makes the pane and registers its actions; models are those of the user's folder. */
  public static MasksFeature create(
      WorkbenchContext context, ViewportFeature viewport, ShellController shell) {
    return create(context, viewport, shell, ModelsFolder.ofUser());
  }

  /** The same with models in a folder. */
  public static MasksFeature create(
      WorkbenchContext context,
      ViewportFeature viewport,
      ShellController shell,
      ModelsFolder models) {
    return new MasksFeature(context, viewport, new Frame(shell), models);
  }

  /** The window's frame. */
  private record Frame(ShellController shell) implements SceneShell {
    @Override
    public void open(Path scene, Consumer<SceneDocument> shown) {
      shell.open(scene, Optional.empty(), shown);
    }

    @Override
    public void train(Path masks) {
      shell.handle(new ShellIntent.TrainQuickly(masks));
    }
  }

  private void handle(MasksIntent intent) {
    controller.handle(intent);
  }

  /** Answers intents, and tells what is shown. */
  public MasksController controller() {
    return controller;
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("masks", TEXTS.get("pane.title"), FeaturePane.Place.BOTTOM, pane.node()));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return new MasksGallery(controller).stops();
  }

  @Override
  public void close() {
    controller.close();
  }
}
