package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskReport;
import org.clickgaussian.mask.NeighbourDisagreement;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.FailedWork;
import org.clickgaussian.work.CancelledException;

/** Paints the view that is looked at, on a thread of its own. */
final class MaskPreviews implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("masks");

  /** What is to be painted. */
  private record Wanted(
      SceneDocument document, Path masks, String view, Level level, boolean disagreement) {}

  /** What was painted. */
  private record Painted(Wanted wanted, MaskPreview preview, Optional<HeatMap> heat) {}

  private final MaskBoard board;
  private final LatestRequest<Wanted> painter = new LatestRequest<>("mask-preview", this::paint);

  MaskPreviews(MaskBoard board) {
    this.board = board;
  }

  /** Has the view painted that the state looks at. */
  void want() {
    MasksState state = board.state();
    if (!state.look().disagreement()) {
      board.stage().lay(Optional.empty());
    }
    Optional<Wanted> wanted = wanted(state);
    wanted.ifPresent(painter::submit);
  }

  private Optional<Wanted> wanted(MasksState state) {
    Optional<SceneDocument> document = board.document();
    Optional<Path> masks = state.sets().chosen();
    MasksState.Look look = state.look();
    if (document.isEmpty() || masks.isEmpty() || look.view().isEmpty()) {
      return Optional.empty();
    }
    Level level = document.get().state().level();
    return Optional.of(
        new Wanted(document.get(), masks.get(), look.view().get(), level, look.disagreement()));
  }

  private void paint(Wanted wanted) {
    try {
      Painted painted = painted(wanted);
      board.context().tasks().onWindowThread(() -> show(painted));
    } catch (CancelledException e) {
      // Something newer is wanted, or the scene is closed.
    } catch (RuntimeException e) {
      board
          .context()
          .tasks()
          .onWindowThread(
              () -> FailedWork.report(board.context().tasks(), TEXTS.get("preview.task"), e));
    }
  }

  private Painted painted(Wanted wanted) {
    List<View> views = wanted.document().folder().requireViews();
    View view = wanted.document().folder().view(wanted.view());
    MaskFolder masks =
        MaskFolder.open(wanted.masks(), views, AssignmentOptions.ALL, wanted.document().folder());
    Optional<TwoLevelMasks> own = masks.masks(view);
    RgbImage photo = photo(wanted.document(), view);
    if (own.isEmpty()) {
      String words = TEXTS.get("preview.none", view.key());
      return new Painted(wanted, new MaskPreview(view.key(), words, photo), Optional.empty());
    }
    return wanted.disagreement()
        ? heat(wanted, masks, views.stream().filter(masks::has).toList(), view, photo)
        : segments(wanted, wanted.level().of(own.get()), photo);
  }

  private static RgbImage photo(SceneDocument document, View view) {
    return document.folder().hasPhoto(view)
        ? document.folder().photo(view)
        : RgbImage.black(view.camera().width(), view.camera().height());
  }

  private static Painted segments(Wanted wanted, SegmentMap map, RgbImage photo) {
    String words = TEXTS.get("preview." + wanted.level().key(), wanted.view(), map.count());
    MaskPreview preview = new MaskPreview(wanted.view(), words, MaskPictures.segments(photo, map));
    return new Painted(wanted, preview, Optional.empty());
  }

  private Painted heat(
      Wanted wanted, MaskFolder masks, List<View> views, View view, RgbImage photo) {
    NeighbourDisagreement found =
        NeighbourDisagreement.of(
                masks,
                views,
                view,
                board.depth(wanted.document()),
                MaskReport.NEIGHBOURS,
                this::giveUpIfOvertaken)
            .orElseThrow();
    HeatMap heat =
        new HeatMap(
            view.key(), found.width(), found.height(), MaskPictures.heat(found.of(wanted.level())));
    String words =
        TEXTS.get(
            "preview.disagreement",
            view.key(),
            found.neighbours().isEmpty() ? "–" : String.join(", ", found.neighbours()));
    return new Painted(
        wanted,
        new MaskPreview(view.key(), words, MaskPictures.heat(photo, heat)),
        Optional.of(heat));
  }

  private void giveUpIfOvertaken(double fraction, String message) {
    if (painter.isOvertaken()) {
      throw new CancelledException(message);
    }
  }

  private void show(Painted painted) {
    if (wanted(board.state()).filter(painted.wanted()::equals).isPresent()) {
      board.put(state -> state.withLook(state.look().withPreview(Optional.of(painted.preview()))));
      board.stage().lay(painted.heat());
    }
  }

  @Override
  public void close() {
    painter.close();
  }
}
