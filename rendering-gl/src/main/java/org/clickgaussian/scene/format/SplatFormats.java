package org.clickgaussian.scene.format;

import java.nio.file.Path;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** The way into splat files of every format. */
public final class SplatFormats {
  private SplatFormats() {}

  /**
   * Reads a splat; its format is recognised by its content, whatever its name.
   *
   * @param file a splat
   * @param workers who share the work; the result does not depend on their number
   * @param progress is told about each piece that is done
   * @return the Gaussians and what a person should know about the file
   * @throws org.clickgaussian.io.InputException if the file cannot be read, is no splat, or
   *     contradicts itself
   * @throws org.clickgaussian.work.CancelledException if the progress says so
   */
  public static LoadedSplat read(Path file, Workers workers, Progress progress) {
    try (MappedFile mapped = MappedFile.open(file)) {
      if (!PlyHeaderParser.looksLikePly(mapped.content())) {
        throw mapped.fault("is no splat that is known; a .ply is needed");
      }
      PlyHeader header = PlyHeaderParser.parse(file, mapped.content());
      return new InriaPlyReader(mapped, header).read(workers, progress);
    }
  }
}
