package org.clickgaussian.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * {@code clickgaussian/sample.json}: marks a folder as a sample scene and says what it was
 * generated from. A folder with this file may be replaced by another sample; no other folder with
 * content may.
 */
final class SampleMarker {
  private static final int VERSION = 1;
  private static final Path FILE = Path.of("clickgaussian", "sample.json");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SampleMarker() {}

  static void write(Path folder, SampleSettings settings) {
    ObjectNode root = MAPPER.createObjectNode().put("version", VERSION);
    root.put("seed", settings.seed()).put("gaussians", settings.gaussians());
    root.put("views", settings.views());
    root.put("width", settings.width()).put("height", settings.height());
    root.put("noise", settings.noise());
    AtomicFile.write(
        folder.resolve(FILE),
        stream -> stream.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root)));
  }

  /** Whether a folder has a marker, of whatever version. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * The settings of a folder's sample; empty where an older version of the generator made it.
   *
   * @throws InputException if the file cannot be read, is damaged, or is newer than this program
   */
  static Optional<SampleSettings> read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      int version = root.path("version").asInt();
      if (version > VERSION) {
        throw InputException.in(
            file,
            "has version %d, this program knows versions up to %d; name another folder"
                .formatted(version, VERSION));
      }
      if (version < 1) {
        throw InputException.in(file, "is damaged, it has no version; name another folder");
      }
      return version == VERSION ? Optional.of(settings(file, root)) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw InputException.in(file, "is no whole JSON file; name another folder", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static SampleSettings settings(Path file, JsonNode root) {
    try {
      return new SampleSettings(
          root.path("seed").asLong(),
          root.path("gaussians").asInt(),
          root.path("views").asInt(),
          root.path("width").asInt(),
          root.path("height").asInt(),
          root.path("noise").asDouble(Double.NaN));
    } catch (InputException e) {
      throw InputException.in(file, "is damaged; name another folder. " + e.getMessage(), e);
    }
  }
}
