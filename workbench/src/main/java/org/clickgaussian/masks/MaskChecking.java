package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.MaskReport;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Progress;

/** Has mask sets checked, and keeps which views are left out. */
final class MaskChecking {
  private static final Texts TEXTS = Texts.of("masks");

  /** What a check found, and what was odd about the files. */
  private record Checked(MaskReport report, List<String> warnings) {}

  private final MaskBoard board;
  private final PaneWork work;
  private final Runnable refresh;

  /**
   * Checks what the board shows.
   *
   * @param refresh has the files looked at again
   */
  MaskChecking(MaskBoard board, PaneWork work, Runnable refresh) {
    this.board = board;
    this.work = work;
    this.refresh = refresh;
  }

  /** Checks the chosen set. */
  void check(SceneDocument document, Path masks) {
    work.submit(
        TEXTS.get("check.task", masks.getFileName()),
        progress -> run(document, masks, progress),
        checked -> show(document, masks, checked));
  }

  private Checked run(SceneDocument document, Path masks, Progress progress) {
    List<View> views = document.folder().requireViews();
    MaskFolder folder = MaskFolder.open(masks, views, AssignmentOptions.ALL, document.folder());
    MaskReport report =
        MaskReport.of(folder, views, board.depth(document), board.context().workers(), progress);
    return new Checked(report, folder.warnings());
  }

  private void show(SceneDocument document, Path masks, Checked checked) {
    checked.warnings().forEach(board.context().notices());
    if (board.shows(document) && isChosen(masks)) {
      board.put(
          state ->
              state.withCheck(
                  new MasksState.Check(Optional.of(checked.report()), state.check().leftOut())));
    }
  }

  private boolean isChosen(Path masks) {
    return board.state().sets().chosen().filter(masks::equals).isPresent();
  }

  /** Leaves views out of the chosen set, or takes them in again; kept with the masks. */
  void leaveOut(Path masks, Collection<String> views, boolean leftOut) {
    LeftOutViews next = board.state().check().leftOut().with(views, leftOut);
    board.put(state -> state.withCheck(new MasksState.Check(state.check().report(), next)));
    board
        .context()
        .tasks()
        .submit(
            TEXTS.get("left-out.task"),
            progress -> {
              try {
                next.write(masks);
              } catch (RuntimeException e) {
                // What is shown must be what is kept.
                board.context().tasks().onWindowThread(refresh);
                throw e;
              }
              return next;
            },
            kept -> {});
  }
}
