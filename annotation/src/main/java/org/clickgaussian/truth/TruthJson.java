package org.clickgaussian.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** What the JSON files of a ground truth set share: small objects with a version. */
final class TruthJson {
  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TruthJson() {}

  /**
   * Reads an object whose version this program knows.
   *
   * @throws InputException if the file cannot be read, is cut off, is no object, or is newer
   */
  static JsonNode read(Path file) {
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw InputException.in(file, "is no whole JSON file: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    if (!root.isObject()) {
      throw InputException.in(file, "is no JSON object with a \"version\"");
    }
    int version = integer(file, root, "version");
    if (version < 1 || version > VERSION) {
      throw InputException.in(
          file,
          "has version %d, this program knows versions up to %d; use a newer program"
              .formatted(version, VERSION));
    }
    return root;
  }

  /** Writes an object, indented. */
  static void write(Path file, JsonNode root) {
    AtomicFile.write(
        file,
        stream -> stream.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root)));
  }

  /** The whole number in a field. */
  static int integer(Path file, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw InputException.in(file, "lacks a whole number as \"" + field + "\"");
    }
    return value.intValue();
  }

  /** The text in a field. */
  static String text(Path file, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw InputException.in(file, "lacks a text as \"" + field + "\"");
    }
    return value.textValue();
  }

  /** The object in a field. */
  static JsonNode object(Path file, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isObject()) {
      throw InputException.in(file, "lacks an object as \"" + field + "\"");
    }
    return value;
  }

  /**
   * The name of a label, a key of the file.
   *
   * @throws InputException if it is none
   */
  static String labelName(Path file, String name) {
    if (!TruthLabel.isPossibleName(name)) {
      throw InputException.in(
          file, "\"" + name + "\" can be no label, as no file can be named so everywhere");
    }
    return name;
  }
}
