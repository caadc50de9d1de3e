package org.clickgaussian.scene.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
   * @param file a splat; a SOG may be named by its archive, its folder or its {@code meta.json}
   * @param workers who share the work; the result does not depend on their number
   * @param progress is told about each piece that is done
   * @return the Gaussians and what a person should know about the file
   * @throws InputException if the file cannot be read, is no splat, or contradicts itself
   * @throws org.clickgaussian.work.CancelledException if the progress says so
   */
  public static LoadedSplat read(Path file, Workers workers, Progress progress) {
    if (Files.isRegularFile(file.resolve(SogFiles.META))) {
      return readSog(SogFiles.beside(file.resolve(SogFiles.META)), file, workers, progress);
    }
    try (MappedFile mapped = MappedFile.open(file)) {
      if (PlyHeaderParser.looksLikePly(mapped.content())) {
        PlyHeader header = PlyHeaderParser.parse(file, mapped.content());
        return CompressedPlyReader.isCompressed(header)
            ? new CompressedPlyReader(mapped, header).read(workers, progress)
            : new InriaPlyReader(mapped, header).read(workers, progress);
      }
      if (SpzReader.looksLikeSpz(mapped)) {
        return SpzReader.read(mapped, workers, progress);
      }
      if (startsWith(mapped, "PK")) {
        return readSog(SogFiles.inArchive(file), file, workers, progress);
      }
      if (startsWith(mapped, "{")) {
        return readSog(SogFiles.beside(file), file, workers, progress);
      }
      return SplatRows.read(mapped, workers, progress);
    }
  }

  private static LoadedSplat readSog(
      SogFiles files, Path file, Workers workers, Progress progress) {
    try (files) {
      return SogReader.read(files, String.valueOf(file.getFileName()), workers, progress);
    }
  }

  private static boolean startsWith(MappedFile file, String start) {
    byte[] bytes =
        file.content()
            .asSlice(0, Math.min(start.length(), file.size()))
            .toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, StandardCharsets.ISO_8859_1).equals(start);
  }

  /**
   * Whether a file is the {@code meta.json} of a SOG: of that name, and with its parts inside.
   *
   * @param file any path; what is not there or cannot be read is none
   */
  public static boolean isSogMeta(Path file) {
    if (!String.valueOf(file.getFileName()).equals(SogFiles.META) || !Files.isRegularFile(file)) {
      return false;
    }
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      int parts = 0;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parts += name.equals("means") || name.equals("quats") ? 1 : 0;
        parser.nextToken();
        parser.skipChildren();
      }
      return parts == 2;
    } catch (IOException e) {
      // Another program's meta.json need not be JSON at all; then it is simply no splat.
      return false;
    }
  }

  /**
   * Writes a splat in the format that the file's name ends with: {@code .compressed.ply}, {@code
   * .ply}, {@code .splat} or {@code .spz}. The rows are in the order of the scene's own file,
   * except in a compressed PLY, which needs neighbours in space side by side.
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
    List<String> losses = losses(scene, format);
    switch (format) {
      case INRIA_PLY -> InriaPlyWriter.write(scene, file, workers, progress);
      case COMPRESSED_PLY -> CompressedPlyWriter.write(scene, file, workers, progress);
      case SPLAT -> SplatRows.write(scene, file, workers, progress);
      case SPZ -> losses.addAll(SpzWriter.write(scene, file, workers, progress));
      default -> throw new IllegalArgumentException("no writer for " + format);
    }
    return losses;
  }

  private static SplatFormat formatOf(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    // The longer ending first: ".compressed.ply" also ends with ".ply".
    for (SplatFormat format :
        List.of(
            SplatFormat.COMPRESSED_PLY,
            SplatFormat.INRIA_PLY,
            SplatFormat.SPLAT,
            SplatFormat.SPZ)) {
      if (name.endsWith(format.extension())) {
        return format;
      }
    }
    throw InputException.in(
        file,
        "the name of a splat to be written must end with .ply, .compressed.ply, .splat or .spz");
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
