package org.clickgaussian.masks;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.DepthSource;
import org.clickgaussian.sam.ModelsFolder;

/** What the parts of the masks pane share: the state, and where it is shown. */
final class MaskBoard {
  private final WorkbenchContext context;
  private final ModelsFolder models;
  private final MaskStage stage;
  private final Consumer<MasksState> screen;
  private MasksState state;

  MaskBoard(
      WorkbenchContext context, ModelsFolder models, MaskStage stage, Consumer<MasksState> screen) {
    this.context = context;
    this.models = models;
    this.stage = stage;
    this.screen = screen;
    this.state = MasksState.empty(models.path());
  }

  WorkbenchContext context() {
    return context;
  }

  ModelsFolder models() {
    return models;
  }

  MaskStage stage() {
    return stage;
  }

  MasksState state() {
    return state;
  }

  /** Shows another state. */
  void put(UnaryOperator<MasksState> change) {
    state = change.apply(state);
    screen.accept(state);
  }

  Optional<SceneDocument> document() {
    return context.document().get();
  }

  /** The depth of a scene, for as long as the window shows it. */
  DepthSource depth(SceneDocument document) {
    return new DocumentDepth(document, () -> shows(document));
  }

  /** Whether a document is the one that the window shows. */
  boolean shows(SceneDocument document) {
    return document().filter(now -> now == document).isPresent();
  }
}
