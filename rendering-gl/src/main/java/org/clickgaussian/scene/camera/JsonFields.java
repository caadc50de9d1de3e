package org.clickgaussian.scene.camera;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * The fields of one JSON object, asked for by name; what is absent or of another kind is told with
 * the file and the place in it.
 *
 * @param file where it stands
 * @param place which object it is, for a person, such as "entry 3"
 * @param node the object
 */
record JsonFields(Path file, String place, JsonNode node) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Checks that it is an object. */
  JsonFields {
    if (!node.isObject()) {
      throw InputException.in(file, "has no JSON object as " + place);
    }
  }

  /** Parses a file. */
  static JsonNode parse(Path file) {
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (root == null || root.isMissingNode()) {
        throw InputException.in(file, "is empty; write it again");
      }
      return root;
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw InputException.in(
          file, "is not JSON%s (%s); write it again".formatted(where, problem), e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  /** Whether the field is there. */
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A finite number. */
  double number(String name) {
    return finite(node.path(name), name);
  }

  /** A finite number, or what stands in for it. */
  double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  /** A number of pixels, at least 1. */
  int pixels(String name) {
    double number = number(name);
    if (number != Math.rint(number) || number < 1 || number > ColmapCameraModel.MAXIMUM_SIDE) {
      throw InputException.in(
          file, "gives %s the %s %s, which is no size of an image".formatted(place, name, number));
    }
    return (int) number;
  }

  /** A text. */
  String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw missing(name, "text");
    }
    return value.textValue();
  }

  /** The first numbers of a list; each entry may be a list of numbers itself. */
  double[] matrix(String name, int rows, int columns) {
    JsonNode list = node.path(name);
    double[] numbers = new double[rows * columns];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode row = list.path(i / columns);
      numbers[i] = finite(row.path(i % columns), name);
    }
    return numbers;
  }

  /** A list of numbers. */
  double[] vector(String name, int count) {
    JsonNode list = node.path(name);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = finite(list.path(i), name);
    }
    return numbers;
  }

  private double finite(JsonNode value, String name) {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!Double.isFinite(number)) {
      throw missing(name, "finite numbers");
    }
    return number;
  }

  private InputException missing(String name, String kind) {
    return InputException.in(file, "has no \"%s\" (%s) in %s".formatted(name, kind, place));
  }
}
