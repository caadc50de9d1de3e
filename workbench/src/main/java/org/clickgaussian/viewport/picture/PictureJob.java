package org.clickgaussian.viewport.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.work.Progress;

/**
 * Saves what the viewport shows as a PNG.
 *
 * @param sources makes a source of frames; called on the job's thread, closed by the job
 * @param requests the pictures, all of one size, from the left
 * @param sheets what is drawn over each of them, or empty
 * @param file to be written
 */
public record PictureJob(
    Supplier<? extends FrameSource> sources,
    List<FrameRequest> requests,
    List<Sheet> sheets,
    Path file)
    implements BackgroundJob<Path> {
  private static final Texts TEXTS = Texts.of("viewport");

  @Override
  public Path run(Progress progress) {
    try (FrameSource source = sources.get()) {
      FrameRequest first = requests.getFirst();
      int width = first.camera().width();
      RgbImage all = RgbImage.black(width * requests.size(), first.camera().height());
      for (int i = 0; i < requests.size(); i++) {
        progress.update(i / (double) requests.size(), TEXTS.get("picture.rendering"));
        Optional<Sheet> sheet = sheets.isEmpty() ? Optional.empty() : Optional.of(sheets.get(i));
        Pictures.draw(source.render(requests.get(i)), sheet, all, i * width);
      }
      progress.update(1, TEXTS.get("picture.writing"));
      ImageFiles.writePng(file, all);
    }
    return file;
  }
}
