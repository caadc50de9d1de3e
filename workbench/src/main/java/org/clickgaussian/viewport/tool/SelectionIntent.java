package org.clickgaussian.viewport.tool;

import org.clickgaussian.document.Combination;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.document.region.Reach;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;

/** What a person wants of the selection. */
public sealed interface SelectionIntent {

  /** What needs nothing more to be said. */
  enum Step implements SelectionIntent {
    SWITCH_LEVEL,
    SWITCH_REACH,
    CLEAR,
    ALL,
    INVERT,
    GROW,
    SHRINK,
    ISOLATE,
    HIDE,
    SHOW_ALL,
    DELETE,
    DUPLICATE,
    UNDO,
    REDO
  }

  /** A file to be written. */
  enum Export implements SelectionIntent {
    SELECTION,
    REST,
    LABELS,
    MASKS
  }

  /** A click on a pixel of the full frame. */
  record Click(int column, int row, Combination combination) implements SelectionIntent {}

  /** Pixels of a camera were surrounded or painted over. */
  record Region(Camera camera, BitMask pixels, Combination combination)
      implements SelectionIntent {}

  /** Whether regions reach through the scene. */
  record UseReach(Reach reach) implements SelectionIntent {}

  /** The level at which clicks select. */
  record UseLevel(Level level) implements SelectionIntent {}

  /** Another threshold for clicks. */
  record Threshold(double cosine) implements SelectionIntent {}

  /** The slider of the threshold, or of the colour, was let go. */
  record Settle() implements SelectionIntent {}

  /** The selection is moved, turned or scaled at once. */
  record Transform(Similarity similarity) implements SelectionIntent {}

  /**
   * The selection is being dragged.
   *
   * @param gesture the same for all of one drag
   * @param whole from where the drag began
   */
  record Drag(Object gesture, Similarity whole) implements SelectionIntent {}

  /** A drag ends, or (abandoned) is taken back. */
  record Drop(Object gesture, boolean abandoned) implements SelectionIntent {}

  /** The colour of the selection is blended with another; goes on while a slider is moved. */
  record Recolour(double red, double green, double blue, double strength)
      implements SelectionIntent {}

  /** The selection is kept under a name. */
  record Save(String name) implements SelectionIntent {}

  /** A named selection joins what is selected. */
  record Load(String name, Combination combination) implements SelectionIntent {}

  /** A named selection gets another name. */
  record Rename(String name, String newName) implements SelectionIntent {}

  /** A named selection is forgotten. */
  record Forget(String name) implements SelectionIntent {}
}
