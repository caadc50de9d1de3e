package org.clickgaussian.document.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * A named selection as a file.
 *
 * <pre>{@code
 * {"version": 1, "name": "the vase",
 *  "scene": {"fileCount": 1000, "positions": "9f01c2d3"},
 *  "rows": [12, 5, 100, 1]}
 * }</pre>
 *
 * <p>{@code rows} are rows of the splat file in runs: how many are left out, how many are selected,
 * how many are left out, and so on.
 *
 * @param name of the selection
 * @param scene the scene that it belongs to
 * @param rows bits by row of the splat file
 */
public record SelectionFile(String name, SceneFingerprint scene, BitSet rows) {
  /** The version this program writes, and the newest it reads. */
  public static final int VERSION = 1;

  private static final String REMEDY = "; delete the file, or put back a copy";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Writes the selection.
   *
   * @throws InputException if the file cannot be written
   */
  public void write(Path file) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    root.put("name", name);
    root.putObject("scene").put("fileCount", scene.fileCount()).put("positions", scene.positions());
    ArrayNode runs = root.putArray("rows");
    int end = 0;
    for (int start = rows.nextSetBit(0); start >= 0; start = rows.nextSetBit(end)) {
      runs.add(start - end);
      end = rows.nextClearBit(start);
      runs.add(end - start);
    }
    AtomicFile.write(file, stream -> stream.write(MAPPER.writeValueAsBytes(root)));
  }

  /**
   * Reads a selection of a scene.
   *
   * @throws InputException if the file cannot be read, is damaged, newer, or of another scene
   */
  public static SelectionFile read(Path file, SceneFingerprint scene) {
    JsonNode root = readTree(file);
    int version = integer(file, root, "version");
    if (version > VERSION) {
      throw InputException.in(
          file,
          "was written by a newer program (version %d, this one reads up to %d); update this one"
              .formatted(version, VERSION));
    }
    if (!root.path("name").isTextual() || !root.path("scene").path("positions").isTextual()) {
      throw damaged(file, "has no name or no scene");
    }
    SceneFingerprint found =
        new SceneFingerprint(
            integer(file, root.path("scene"), "fileCount"),
            root.path("scene").path("positions").textValue());
    if (!found.equals(scene)) {
      throw InputException.in(
          file,
          "is a selection of another scene (%d Gaussians; this one has %d)%s"
              .formatted(found.fileCount(), scene.fileCount(), REMEDY));
    }
    return new SelectionFile(
        root.path("name").textValue(), scene, rows(file, root.path("rows"), scene.fileCount()));
  }

  private static JsonNode readTree(Path file) {
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (!root.isObject()) {
        throw damaged(file, "is no JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw damaged(file, "is no whole JSON file");
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static BitSet rows(Path file, JsonNode runs, int fileCount) {
    if (!runs.isArray() || runs.size() % 2 != 0) {
      throw damaged(file, "has no runs of rows");
    }
    BitSet rows = new BitSet(fileCount);
    long end = 0;
    for (int i = 0; i < runs.size(); i += 2) {
      long start = end + length(file, runs.get(i));
      end = start + length(file, runs.get(i + 1));
      if (end > fileCount) {
        throw damaged(file, "names rows that the splat file does not have");
      }
      rows.set((int) start, (int) end);
    }
    return rows;
  }

  private static int length(Path file, JsonNode length) {
    if (!length.isIntegralNumber() || !length.canConvertToInt() || length.intValue() < 0) {
      throw damaged(file, "has a run of rows without a length");
    }
    return length.intValue();
  }

  private static int integer(Path file, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw damaged(file, "lacks a whole number as \"" + field + "\"");
    }
    return value.intValue();
  }

  private static InputException damaged(Path file, String problem) {
    return InputException.in(file, problem + REMEDY);
  }
}
