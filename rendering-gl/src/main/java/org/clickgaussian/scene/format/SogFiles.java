package org.clickgaussian.scene.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * The files of a SOG: {@value #META} with images beside it, in a folder or in a ZIP archive (there
 * at the root or in one folder).
 */
final class SogFiles implements AutoCloseable {
  static final String META = "meta.json";

  /** No file of a SOG comes near it; what is longer is not read into memory. */
  private static final int MOST_BYTES = 1 << 30;

  private final Path place;
  private final ZipFile archive;
  private final String prefix;
  private final String meta;

  private SogFiles(Path place, ZipFile archive, String prefix, String meta) {
    this.place = place;
    this.archive = archive;
    this.prefix = prefix;
    this.meta = meta;
  }

  /** The files beside a {@value #META}, which may have another name. */
  static SogFiles beside(Path meta) {
    return new SogFiles(
        meta.toAbsolutePath().getParent(), null, "", String.valueOf(meta.getFileName()));
  }

  /**
   * The files in an archive.
   *
   * @throws InputException if it is damaged or holds no {@value #META}
   */
  static SogFiles inArchive(Path file) {
    ZipFile archive;
    try {
      archive = new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
    String found =
        archive.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.equals(META) || name.endsWith("/" + META))
            .min((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
            .orElse(null);
    if (found != null) {
      String prefix = found.substring(0, found.length() - META.length());
      return new SogFiles(file, archive, prefix, META);
    }
    try {
      archive.close();
    } catch (IOException e) {
      throw damaged(file, e);
    }
    throw InputException.in(
        file, "is a ZIP archive without meta.json, so no SOG; unpack it or give another splat");
  }

  /** Name of the file that describes the others. */
  String meta() {
    return meta;
  }

  /** What to call a file in failures. */
  Path path(String name) {
    return place.resolve(name);
  }

  /**
   * The bytes of a file.
   *
   * @param name without folders
   * @throws InputException if it leads elsewhere, is absent, cannot be read, or is too long
   */
  byte[] read(String name) {
    if (name.isEmpty()
        || name.equals("..")
        || name.contains("/")
        || name.contains("\\")
        || name.indexOf(0) >= 0) {
      throw InputException.in(
          path(meta), "names a file that does not lie beside it; export the splat again");
    }
    try (InputStream stream = open(name)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES);
      if (bytes.length == MOST_BYTES) {
        throw InputException.in(path(name), "is longer than 1 GB; export the splat again");
      }
      return bytes;
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw damaged(path(name), e);
    }
  }

  private InputStream open(String name) throws IOException {
    if (archive == null) {
      Path file = place.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw InputException.in(file, "is not there; meta.json names it, copy the whole folder");
      }
      return Files.newInputStream(file);
    }
    ZipEntry entry = archive.getEntry(prefix + name);
    if (entry == null) {
      throw InputException.in(
          place, "lacks %s, which meta.json names; export it again".formatted(name));
    }
    return archive.getInputStream(entry);
  }

  private static InputException damaged(Path file, Exception cause) {
    String reason =
        cause instanceof IOException e ? AtomicFile.reason(e) : String.valueOf(cause.getMessage());
    return InputException.in(
        file,
        "is damaged or cut off (%s); copy it again"
            .formatted(reason.lines().findFirst().orElse("")),
        cause);
  }

  @Override
  public void close() {
    if (archive != null) {
      try {
        archive.close();
      } catch (IOException e) {
        throw damaged(place, e);
      }
    }
  }
}
