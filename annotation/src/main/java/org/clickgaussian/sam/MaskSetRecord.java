package org.clickgaussian.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * What made the masks of a folder: model, checksums, settings. Kept in the folder as the hidden
 * file {@value #NAME}, which readers of masks pass over.
 */
final class MaskSetRecord {
  static final String NAME = ".made-with.json";
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode content;

  MaskSetRecord(ModelDescription model, MaskGeneratorSettings settings) {
    content = MAPPER.createObjectNode();
    content.put("version", VERSION);
    content.put("model", model.name());
    for (ModelDescription.File file : model.files()) {
      content.put(file.name(), file.sha256());
    }
    content.set("settings", MAPPER.valueToTree(settings));
  }

  /**
   * Writes the record into a folder that has none, or makes sure that the folder's is the same.
   *
   * @throws InputException if the folder's masks were made otherwise, or cannot be known
   */
  void claim(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      requireNoMasks(folder);
      AtomicFile.write(
          file, stream -> MAPPER.writerWithDefaultPrettyPrinter().writeValue(stream, content));
      return;
    }
    List<String> differences = differences(read(file));
    if (!differences.isEmpty()) {
      throw InputException.in(
          folder,
          "holds masks made with other settings (%s); choose another folder (--out), or"
                  .formatted(String.join("; ", differences))
              + " start again (--start-again) to replace them");
    }
  }

  private static void requireNoMasks(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      if (files.anyMatch(MaskSetRecord::isMasks)) {
        throw InputException.in(
            folder,
            "holds masks of which nobody knows how they were made; choose another folder"
                + " (--out), or start again (--start-again) to replace those of this scene's"
                + " photos");
      }
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }

  /** Hidden files are about masks. */
  private static boolean isMasks(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".");
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode there = MAPPER.readTree(file.toFile());
      if (there.path("version").asInt(0) > VERSION) {
        throw InputException.in(file, "was written by a newer program; update this one");
      }
      return there;
    } catch (IOException e) {
      throw InputException.in(
          file, "is damaged; start again (--start-again) to make the masks of this folder anew", e);
    }
  }

  private List<String> differences(JsonNode there) {
    TreeSet<String> found = new TreeSet<>();
    content
        .properties()
        .forEach(
            entry -> {
              JsonNode own = entry.getValue();
              JsonNode other = there.get(entry.getKey());
              if (own.isObject() && other != null) {
                own.properties()
                    .forEach(s -> compare(s.getKey(), s.getValue(), other.get(s.getKey()), found));
              } else {
                compare(entry.getKey(), own, other, found);
              }
            });
    return List.copyOf(found);
  }

  private static void compare(String name, JsonNode own, JsonNode other, TreeSet<String> found) {
    String there = other == null ? "unknown" : other.asText();
    if (!Objects.equals(own.asText(), there)) {
      found.add("%s: %s there, %s now".formatted(name, there, own.asText()));
    }
  }

  static void delete(Path folder) {
    deleteFile(folder.resolve(NAME));
  }

  static void deleteFile(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be replaced: " + AtomicFile.reason(e), e);
    }
  }
}
