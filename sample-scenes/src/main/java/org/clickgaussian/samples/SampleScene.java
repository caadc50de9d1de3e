package org.clickgaussian.samples;

import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A generated scene: its Gaussians, the label of each at both levels, and the cameras. The same
 * settings give the same bits on any number of threads.
 */
public final class SampleScene implements AutoCloseable {
  private final SampleSettings settings;
  private final GaussianScene gaussians;
  private final SampleLabels labels;
  private final int[] parts;
  private final SubParts subParts;
  private final List<View> views;

  private SampleScene(
      SampleSettings settings,
      GaussianScene gaussians,
      SampleLabels labels,
      int[] parts,
      SubParts subParts) {
    this.settings = settings;
    this.gaussians = gaussians;
    this.labels = labels;
    this.parts = parts;
    this.subParts = subParts;
    this.views = SampleCameras.views(settings);
  }

  /**
   * Generates a scene.
   *
   * @return a scene, to be closed by the caller
   * @throws org.clickgaussian.work.CancelledException if the progress says so
   */
  public static SampleScene generate(SampleSettings settings, Workers workers, Progress progress) {
    List<SampleObject> objects = SampleFurniture.place(settings.seed());
    SampleLabels labels = SampleLabels.of(objects);
    int[] parts = new int[settings.gaussians()];
    int[] pieces = new int[settings.gaussians()];
    GaussianScene gaussians =
        new SampleGaussians(objects, settings.seed())
            .make(settings.gaussians(), parts, pieces, workers, progress);
    SubParts subParts = SubParts.of(gaussians, labels, parts, pieces, settings.seed());
    return new SampleScene(settings, gaussians, labels, parts, subParts);
  }

  /** What the scene was generated from. */
  public SampleSettings settings() {
    return settings;
  }

  /** The Gaussians, with spherical harmonics of degree 3. */
  public GaussianScene gaussians() {
    return gaussians;
  }

  /** The names of objects and parts. */
  public SampleLabels labels() {
    return labels;
  }

  /** The views, sorted by key. */
  public List<View> views() {
    return views;
  }

  /** The part that a Gaussian belongs to, from 1. */
  public int partOf(int gaussian) {
    return parts[gaussian];
  }

  /** The object that a Gaussian belongs to, from 1. */
  public int objectOf(int gaussian) {
    return labels.objectOf(parts[gaussian]);
  }

  SubParts subParts() {
    return subParts;
  }

  /** Frees the memory of the Gaussians. */
  @Override
  public void close() {
    gaussians.close();
  }
}
