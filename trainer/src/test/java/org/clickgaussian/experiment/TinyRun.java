package org.clickgaussian.experiment;

import java.util.List;
import org.clickgaussian.scene.View;
import org.clickgaussian.training.TinyTraining;

/** What runs of tests are told. */
final class TinyRun {
  private TinyRun() {}

  /** A run that learns from all views of a tiny scene. */
  static RunConfig config(TinyTraining training, String backend, int iterations) {
    return new RunConfig(
        "tiny",
        SceneFingerprint.of(training.scene().gaussians()),
        "stripes",
        training.scene().views().stream().map(View::key).toList(),
        List.of(),
        List.of(),
        backend,
        TinyTraining.settings(iterations));
  }
}
