package org.clickgaussian.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.scene.format.LoadedSplat;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A scene ready for work: its folder, its Gaussians sorted along a curve (so that neighbours in
 * space are neighbours in memory, the same order every time), and a rasteriser.
 */
public final class OpenScene implements AutoCloseable {
  private final SceneFolder folder;
  private final GaussianScene gaussians;
  private SceneRasterizer rasterizer;
  private RenderingDevice device;
  private final List<String> warnings;

  private OpenScene(
      SceneFolder folder,
      GaussianScene gaussians,
      RenderingDevice device,
      SceneRasterizer rasterizer,
      List<String> warnings) {
    this.folder = folder;
    this.gaussians = gaussians;
    this.device = device;
    this.rasterizer = rasterizer;
    this.warnings = warnings;
  }

  /**
   * Opens a scene folder or a splat, to be splatted on the processor.
   *
   * @throws org.clickgaussian.io.InputException if there is no splat, or it cannot be read
   */
  public static OpenScene open(Path path, Workers workers, Progress progress) {
    return open(path, RenderingDevice.processor(), workers, progress);
  }

  /**
   * Opens a scene folder or a splat.
   *
   * @param device what splats; stays the caller's to close, after the scene
   * @throws org.clickgaussian.io.InputException if there is no splat, or it cannot be read
   */
  public static OpenScene open(
      Path path, RenderingDevice device, Workers workers, Progress progress) {
    SceneFolder folder = SceneFolder.open(path);
    LoadedSplat splat = SplatFormats.read(folder.splatFile(), workers, progress);
    List<String> warnings = new ArrayList<>(folder.warnings());
    warnings.addAll(splat.warnings());
    try (GaussianScene unsorted = splat.scene()) {
      GaussianScene sorted = SceneOrder.sortedAlongCurve(unsorted, workers);
      return new OpenScene(folder, sorted, device, device.rasterizer(sorted, workers), warnings);
    }
  }

  /** What the scene's folder holds besides Gaussians. */
  public SceneFolder folder() {
    return folder;
  }

  /** The Gaussians. */
  public GaussianScene gaussians() {
    return gaussians;
  }

  /** Splats the Gaussians. */
  public SceneRasterizer rasterizer() {
    return rasterizer;
  }

  /** What splats. */
  public RenderingDevice device() {
    return device;
  }

  /**
   * Goes over to another device; not while anybody splats. Views of the rasteriser before cannot be
   * used any more, only closed.
   *
   * @param other what splats from now on; stays the caller's to close, after the scene
   */
  public void moveTo(RenderingDevice other, Workers workers) {
    SceneRasterizer next = other.rasterizer(gaussians, workers);
    rasterizer.close();
    rasterizer = next;
    device = other;
  }

  /** What was odd about the folder and the splat, a sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    rasterizer.close();
    gaussians.close();
  }
}
