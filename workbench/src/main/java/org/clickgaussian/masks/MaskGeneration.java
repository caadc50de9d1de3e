package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.ShownMasks;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.TwoLevelAssignment;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.sam.MaskGeneratorSettings;
import org.clickgaussian.sam.MaskSetGeneration;
import org.clickgaussian.sam.SegmentAnything;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Progress;

/** Has masks made, photo by photo, and shows each as soon as it is finished. */
final class MaskGeneration {
  private static final Texts TEXTS = Texts.of("masks");

  private final MaskBoard board;
  private final PaneWork work;
  private final Runnable refresh;

  /**
   * Nothing is made yet.
   *
   * @param refresh has the files looked at again
   */
  MaskGeneration(MaskBoard board, PaneWork work, Runnable refresh) {
    this.board = board;
    this.work = work;
    this.refresh = refresh;
  }

  /**
   * Makes masks of the open scene's photos; those that are there already are kept.
   *
   * @param done takes the folder of the masks when all are there
   */
  void begin(SceneDocument document, GenerationForm form, Consumer<Path> done) {
    Optional<String> here = board.stage().standingAt();
    List<View> views = form.views().of(withPhotos(document.folder()), here);
    if (views.isEmpty()) {
      board.context().notices().accept(TEXTS.get("generate.no-views"));
      return;
    }
    MaskGeneratorSettings settings = form.settings();
    Path folder = folder(document, form);
    board.put(
        state ->
            state.withMaking(
                state.making().withOpen(false).withForm(state.making().form().goingOn())));
    work.submit(
        TEXTS.get("generate.task", document.name()),
        progress -> run(document, form, settings, views, folder, progress),
        summary -> finished(document, folder, summary, done));
  }

  /** Where masks that are made so belong. */
  static Path folder(SceneDocument document, GenerationForm form) {
    return document
        .folder()
        .folder()
        .resolve(ProjectContent.FOLDER)
        .resolve("masks")
        .resolve(form.setName());
  }

  /** The views of which masks can be made. */
  static List<View> withPhotos(SceneFolder scene) {
    return scene.views().stream().filter(scene::hasPhoto).toList();
  }

  private MaskSetGeneration.Summary run(
      SceneDocument document,
      GenerationForm form,
      MaskGeneratorSettings settings,
      List<View> views,
      Path folder,
      Progress progress) {
    progress.update(0, TEXTS.get("generate.opening", form.model()));
    try (SegmentAnything model =
        SegmentAnything.open(
            board.models().catalog().model(form.model()),
            board.models(),
            board.context().workers().threads())) {
      return new MaskSetGeneration(document.folder(), model, settings, folder)
          .run(
              views,
              form.startAgain(),
              board.context().workers(),
              progress,
              (view, photo, segments) -> show(document, folder, view, photo, segments));
    }
  }

  /** On the job's thread. */
  private void show(
      SceneDocument document, Path folder, View view, RgbImage photo, List<SegmentRecord> found) {
    TwoLevelMasks masks =
        TwoLevelAssignment.assign(found, photo.width(), photo.height(), AssignmentOptions.ALL);
    RgbImage picture = MaskPictures.segments(photo, document.state().level().of(masks));
    String words = TEXTS.get("preview.finished", view.key(), found.size());
    board
        .context()
        .tasks()
        .onWindowThread(
            () -> {
              if (board.shows(document)) {
                MaskPreview preview = new MaskPreview(view.key(), words, picture);
                board.put(state -> state.withLook(state.look().withPreview(Optional.of(preview))));
                refreshShown(document, folder);
                refresh.run();
              }
            });
  }

  /** The viewport reads the masks anew where it shows this set. */
  private static void refreshShown(SceneDocument document, Path folder) {
    if (document.masks().map(ShownMasks::folder).filter(folder::equals).isPresent()) {
      document.showMasks(folder);
    }
  }

  private void finished(
      SceneDocument document, Path folder, MaskSetGeneration.Summary summary, Consumer<Path> done) {
    board
        .context()
        .notices()
        .accept(TEXTS.get("generate.done", folder.getFileName(), summary.made(), summary.kept()));
    if (board.shows(document)) {
      done.accept(folder);
    }
  }
}
