package org.clickgaussian.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.mask.Level;

/** The means over the objects of a scene that summaries show. */
public enum ScoreColumn {
  /** Mean IoU of the coarse objects by coarse features. */
  COARSE("coarse", Optional.of(Level.COARSE), Metric.IOU, true),
  /** Mean IoU of the fine objects by fine features. */
  FINE("fine", Optional.of(Level.FINE), Metric.IOU, true),
  /** Mean IoU of all objects, each at its own level. */
  ALL("all", Optional.empty(), Metric.IOU, true),
  /** The same without the reference views. */
  ALL_WITHOUT_REFERENCE("all without reference", Optional.empty(), Metric.IOU, false),
  /** Mean boundary IoU of all objects. */
  BOUNDARY("boundary", Optional.empty(), Metric.BOUNDARY_IOU, true),
  /** Mean IoU of all objects, each at whichever level is better. */
  BEST_OF_BOTH("best of both", Optional.empty(), Metric.IOU, true);

  private final String title;
  private final Optional<Level> level;
  private final Metric metric;
  private final boolean withReference;

  ScoreColumn(String title, Optional<Level> level, Metric metric, boolean withReference) {
    this.title = title;
    this.level = level;
    this.metric = metric;
    this.withReference = withReference;
  }

  /** The column's heading. */
  public String title() {
    return title;
  }

  /** The heading as JSON has it, such as "bestOfBoth". */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (String word : title.split(" ")) {
      key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return key.toString();
  }

  /** A method's mean in a scene; empty where there are no such objects. */
  public OptionalDouble of(SceneScores scene, String method) {
    return this == BEST_OF_BOTH
        ? scene.meanBestOfBoth(method, withReference)
        : scene.mean(method, level, metric, withReference);
  }
}
