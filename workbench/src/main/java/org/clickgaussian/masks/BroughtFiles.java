package org.clickgaussian.masks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.format.MaskImport;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.sam.ModelInstallation;
import org.clickgaussian.scene.View;
import org.clickgaussian.text.Texts;

/** Asks for files, and brings them where they belong: models, masks of other programs. */
final class BroughtFiles {
  private static final Texts TEXTS = Texts.of("masks");
  private static final List<String> MODEL_FILES = List.of("onnx", "json");
  private static final List<String> MASK_FILES = List.of("json", "npy", "png");

  private final MaskBoard board;
  private final PaneWork work;

  BroughtFiles(MaskBoard board, PaneWork work) {
    this.board = board;
    this.work = work;
  }

  /**
   * Asks for a file of a model, and brings it into the models folder if it is what it should be.
   */
  void installModel() {
    board
        .context()
        .choosers()
        .open(TEXTS.get("chooser.model"), MODEL_FILES)
        .ifPresent(this::installModel);
  }

  private void installModel(Path file) {
    work.submit(
        TEXTS.get("install.task", file.getFileName()),
        progress ->
            new ModelInstallation(board.models())
                .install(file.toString(), Optional.empty(), progress),
        installed -> board.context().notices().accept(TEXTS.get("install.done", installed.file())));
  }

  /**
   * Asks for masks of another program, and imports them into a set of their own.
   *
   * @param folder whether they are a folder, not a file
   * @param done takes the folder of the set
   */
  void importMasks(SceneDocument document, boolean folder, Consumer<Path> done) {
    Optional<Path> source =
        folder
            ? board.context().choosers().folder(TEXTS.get("chooser.masks"))
            : board.context().choosers().open(TEXTS.get("chooser.masks"), MASK_FILES);
    source.ifPresent(chosen -> importMasks(document, chosen, done));
  }

  private void importMasks(SceneDocument document, Path source, Consumer<Path> done) {
    List<String> keys = document.folder().requireViews().stream().map(View::key).toList();
    Path target = freeFolder(document, source);
    work.submit(
        TEXTS.get("import.task", source.getFileName()),
        progress -> MaskImport.run(source, keys, target, board.context().workers(), progress),
        imported -> {
          board.context().notices().accept(words(imported, target));
          if (board.shows(document)) {
            done.accept(target);
          }
        });
  }

  private static String words(MaskImport imported, Path target) {
    return TEXTS.get(
        "import.done",
        imported.kind(),
        target.getFileName(),
        imported.imported().size(),
        imported.withoutMasks().size(),
        imported.leftOver().size());
  }

  /** Named after the source, with a number where there is such a set already. */
  private static Path freeFolder(SceneDocument document, Path source) {
    Path sets = document.folder().folder().resolve(ProjectContent.FOLDER).resolve("masks");
    String name = source.toAbsolutePath().normalize().getFileName().toString();
    String stem = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
    for (int number = 1; ; number++) {
      Path folder = sets.resolve(stem + (number == 1 ? "" : "-" + number));
      if (!Files.exists(folder)) {
        return folder;
      }
    }
  }
}
