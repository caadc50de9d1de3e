package org.clickgaussian.project;

import java.nio.file.Path;

/**
 * A run of a scene.
 *
 * @param folder where it lies
 * @param state how far it came
 * @param modified when it was last written, in milliseconds since 1970
 */
public record RunEntry(Path folder, State state, long modified) {
  /** How far a run came. */
  public enum State {
    /** It has features and clusters. */
    FINISHED,
    /** It is being trained, by this program or another. */
    IN_TRAINING,
    /** It was stopped and can be resumed. */
    UNFINISHED,
    /** What it was told is missing, so that it cannot be used. */
    DAMAGED
  }

  /** The name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }
}
