package org.clickgaussian.viewport.tool;

import java.util.function.UnaryOperator;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;

/**
 * A step that goes on while something is dragged: each change is made from the state at which the
 * drag began, and all of them are undone together.
 */
final class LiveStep {
  private Object gesture;
  private Object merge;
  private EditState start;
  private EditState last;

  /**
   * Begins or goes on; a step that something else came between begins anew.
   *
   * @param next what is being dragged
   * @param change makes the state from that at the beginning
   */
  void change(SceneDocument document, String name, Object next, UnaryOperator<EditState> change) {
    if (!next.equals(gesture) || document.state() != last) {
      gesture = next;
      merge = new Object();
      start = document.state();
    }
    document.change(name, merge, state -> change.apply(start));
    last = document.state();
  }

  /** Ends the step; the next change begins another one. */
  void end(SceneDocument document) {
    if (merge != null) {
      document.endMerging();
      forget();
    }
  }

  /** Takes the step back as if it had never begun. */
  void abandon(SceneDocument document) {
    if (merge != null) {
      document.abandon(merge);
      forget();
    }
  }

  private void forget() {
    gesture = null;
    merge = null;
    start = null;
    last = null;
  }
}
