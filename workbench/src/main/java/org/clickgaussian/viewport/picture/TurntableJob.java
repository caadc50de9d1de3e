package org.clickgaussian.viewport.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.clickgaussian.document.EditState;
import org.clickgaussian.image.AnimatedPng;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.work.Progress;

/**
 * Saves a film of cameras: as one animated PNG, or as a folder of PNGs, of which those that were
 * written stay when the job is cancelled.
 *
 * @param sources makes a source of frames; called on the job's thread, closed by the job
 * @param cameras of the pictures, in order; all of one size
 * @param mode what they show
 * @param state what is selected, hidden and so on
 * @param framesPerSecond of the animated file
 * @param animated whether {@code target} is one file
 * @param target the file, or the folder for turntable_0000.png, turntable_0001.png, …
 */
public record TurntableJob(
    Supplier<? extends FrameSource> sources,
    List<Camera> cameras,
    ViewportMode mode,
    EditState state,
    int framesPerSecond,
    boolean animated,
    Path target)
    implements BackgroundJob<Path> {
  private static final Texts TEXTS = Texts.of("viewport");

  @Override
  public Path run(Progress progress) {
    try (FrameSource source = sources.get()) {
      if (animated) {
        AnimatedPng.write(
            target, cameras.size(), framesPerSecond, i -> picture(source, i, progress));
      } else {
        for (int i = 0; i < cameras.size(); i++) {
          Path file = target.resolve("turntable_%04d.png".formatted(i));
          ImageFiles.writePng(file, picture(source, i, progress));
        }
      }
    }
    return target;
  }

  private RgbImage picture(FrameSource source, int i, Progress progress) {
    progress.update(
        i / (double) cameras.size(), TEXTS.get("turntable.rendering", i + 1, cameras.size()));
    FrameRequest request =
        new FrameRequest(cameras.get(i), mode, state, null, OptionalInt.empty(), false);
    return Pictures.of(source.render(request));
  }
}
