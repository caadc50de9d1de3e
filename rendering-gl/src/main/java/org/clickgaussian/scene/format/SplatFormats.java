package org.clickgaussian.scene.format;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** The way into splat files of every format, and out to them. */
public final class SplatFormats {
  private SplatFormats() {}

  /**
   * Reads a splat; its format is recognised by its content, whatever its name. Gaussians with NaN,
   * infinite values or no rotation are left out, with a warning.
   *
   * @param file a splat
   * @param workers who share the work; the result does not depend on their number
   * @param progress is told about each piece that is done
   * @return the Gaussians and what a person should know about the file
   * @throws InputException if the file cannot be read, is no splat, or contradicts itself
   * @throws org.clickgaussian.work.CancelledException if the progress says so
   */
  public static LoadedSplat read(Path file, Workers workers, Progress progress) {
    try (MappedFile mapped = MappedFile.open(file)) {
      if (!PlyHeaderParser.looksLikePly(mapped.content())) {
        refuseOtherFormats(mapped);
        return SplatRows.read(mapped, workers, progress);
      }
      PlyHeader header = PlyHeaderParser.parse(file, mapped.content());
      return CompressedPlyReader.isCompressed(header)
          ? new CompressedPlyReader(mapped, header).read(workers, progress)
          : new InriaPlyReader(mapped, header).read(workers, progress);
    }
  }

  private static void refuseOtherFormats(MappedFile file) {
    byte[] bytes =
        file.content().asSlice(0, Math.min(4, file.size())).toArray(ValueLayout.JAVA_BYTE);
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    String other = null;
    if (start.startsWith("\u001f\u008b") || start.equals("NGSP")) {
      other = "a compressed file, perhaps SPZ";
    } else if (start.startsWith("PK")) {
      other = "a ZIP archive, perhaps SOG";
    } else if (start.startsWith("{")) {
      other = "a JSON document";
    }
    if (other != null) {
      throw file.fault("is " + other + "; convert it to .ply or .splat first");
    }
  }

  /**
   * Writes a splat in the format that the file's name ends with: {@code .compressed.ply}, {@code
   * .ply} or {@code .splat}. The rows are in the order of the scene's own file, except in a
   * compressed PLY, which needs neighbours in space side by side.
   *
   * @return what the format could not hold, such as "harmonics above degree 0 are left out"
   * @throws InputException if the name ends otherwise, or the file cannot be written
   */
  public static List<String> write(
      GaussianScene scene, Path file, Workers workers, Progress progress) {
    return write(scene, file, formatOf(file), workers, progress);
  }

  /**
   * Writes a splat in a format; see {@link #write(GaussianScene, Path, Workers, Progress)}.
   *
   * @return what the format could not hold
   * @throws InputException if the file cannot be written
   */
  public static List<String> write(
      GaussianScene scene, Path file, SplatFormat format, Workers workers, Progress progress) {
    switch (format) {
      case INRIA_PLY -> InriaPlyWriter.write(scene, file, workers, progress);
      case COMPRESSED_PLY -> CompressedPlyWriter.write(scene, file, workers, progress);
      case SPLAT -> SplatRows.write(scene, file, workers, progress);
      default -> throw new IllegalArgumentException("no writer for " + format);
    }
    return losses(scene, format);
  }

  private static SplatFormat formatOf(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    // The longer ending first: ".compressed.ply" also ends with ".ply".
    for (SplatFormat format :
        List.of(SplatFormat.COMPRESSED_PLY, SplatFormat.INRIA_PLY, SplatFormat.SPLAT)) {
      if (name.endsWith(format.extension())) {
        return format;
      }
    }
    throw InputException.in(
        file, "the name of a splat must end with .ply, .compressed.ply or .splat");
  }

  private static List<String> losses(GaussianScene scene, SplatFormat format) {
    List<String> losses = new ArrayList<>();
    if (format == SplatFormat.SPLAT && scene.harmonicsDegree() > 0) {
      losses.add("harmonics above degree 0 are left out: a .splat has one colour a Gaussian");
    }
    if (format != SplatFormat.INRIA_PLY && !scene.extraProperties().isEmpty()) {
      losses.add("further columns are left out: only a plain .ply holds them");
    }
    return losses;
  }
}
