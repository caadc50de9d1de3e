package org.clickgaussian.masks;

import java.nio.file.Path;

/** What a person wants of the masks pane. */
public sealed interface MasksIntent {
  /** Look again what sets and models there are. */
  record Refresh() implements MasksIntent {}

  /** Look at another mask set. */
  record Choose(Path folder) implements MasksIntent {}

  /** Show or hide the form. */
  record OpenForm(boolean open) implements MasksIntent {}

  /** Something else was entered. */
  record Enter(GenerationForm form) implements MasksIntent {}

  /** Make masks as the form says. */
  record Generate() implements MasksIntent {}

  /** Stop what runs; what is finished stays. */
  record Stop() implements MasksIntent {}

  /** Bring a file of a model into the models folder. */
  record InstallModel() implements MasksIntent {}

  /**
   * Import masks of another program.
   *
   * @param folder whether they are a folder, not a file
   */
  record Import(boolean folder) implements MasksIntent {}

  /** Check the chosen set. */
  record Check() implements MasksIntent {}

  /** Leave a view out, or learn from it again. */
  record LeaveOut(String view, boolean leftOut) implements MasksIntent {}

  /** Leave out all views that are suspicious. */
  record LeaveOutSuspicious() implements MasksIntent {}

  /** Look at a view. */
  record Look(String view) implements MasksIntent {}

  /** The camera stands at a view: where the disagreement is shown, it is that view's. */
  record Arrive(String view) implements MasksIntent {}

  /** Show where views disagree with their neighbours, or their segments. */
  record ShowDisagreement(boolean shown) implements MasksIntent {}

  /** Do whatever is missing until the scene answers clicks. */
  record MakeClickable() implements MasksIntent {}
}
