package org.clickgaussian.viewport.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.export.LabelExport;
import org.clickgaussian.document.export.MaskExport;
import org.clickgaussian.document.export.Part;
import org.clickgaussian.document.export.SplatExport;
import org.clickgaussian.scene.format.SplatFormat;
import org.clickgaussian.text.Texts;

/** Asks where to, and writes files in tasks. */
final class SelectionExports {
  private static final Texts TEXTS = Texts.of("document");
  private static final List<String> SPLATS = List.of("ply", "compressed.ply", "splat");

  private final WorkbenchContext context;

  SelectionExports(WorkbenchContext context) {
    this.context = context;
  }

  /** Writes what a person asked for, unless they change their mind. */
  void export(SceneDocument document, SelectionIntent.Export what) {
    EditState state = document.state();
    switch (what) {
      case SELECTION -> splat(document, state, Part.SELECTION, TEXTS.get("export.selection"));
      case REST -> splat(document, state, Part.ALL_BUT_SELECTION, TEXTS.get("export.rest"));
      case LABELS -> labels(document, state);
      case MASKS -> masks(document, state);
      default -> throw new IllegalArgumentException("no export of " + what);
    }
  }

  private void splat(SceneDocument document, EditState state, Part part, String title) {
    String suffix = part == Part.SELECTION ? "-selection" : "-rest";
    String suggested = document.name() + suffix + SplatFormat.INRIA_PLY.extension();
    Optional<Path> file = context.choosers().save(title, suggested, SPLATS);
    file.ifPresent(
        to ->
            context
                .tasks()
                .submit(
                    title,
                    progress -> SplatExport.write(document, state, part, to, progress),
                    losses -> {
                      written(to);
                      losses.forEach(context.notices());
                    }));
  }

  private void labels(SceneDocument document, EditState state) {
    String title = TEXTS.get("export.labels");
    Optional<Path> file =
        context.choosers().save(title, document.name() + "-labels.npy", List.of("npy"));
    file.ifPresent(
        to ->
            context
                .tasks()
                .submit(
                    title,
                    progress -> LabelExport.write(document, state, to, progress),
                    sidecar -> written(to)));
  }

  private void masks(SceneDocument document, EditState state) {
    String title = TEXTS.get("export.masks");
    Optional<Path> folder = context.choosers().folder(title);
    folder.ifPresent(
        to ->
            context
                .tasks()
                .submit(
                    title,
                    progress -> MaskExport.write(document, state, to, progress),
                    this::written));
  }

  private void written(Path file) {
    context.notices().accept(TEXTS.get("export.written", file));
  }
}
