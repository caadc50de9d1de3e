package org.clickgaussian.scene.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.io.InputException;

/**
 * The {@code meta.json} of a SOG, of version 2 or of the older form without a version.
 *
 * <p>Version 2 gives {@code count}, {@code means.mins} and {@code means.maxs}, and a {@code
 * codebook} of 256 numbers each for {@code scales}, {@code sh0} and {@code shN} (with {@code
 * bands}). The older form gives {@code shape}s, and {@code mins} and {@code maxs} instead of code
 * books: a byte b stands for mins + (maxs − mins) · b / 255.
 */
final class SogMeta {
  private static final int CODES = 256;
  private static final int NEWEST = 2;

  private final Path file;
  private final JsonNode root;
  private final boolean old;

  /**
   * Parses the text.
   *
   * @param file what to call it in failures
   * @throws InputException if it is no such JSON or of a newer version
   */
  SogMeta(Path file, byte[] text) {
    this.file = file;
    try {
      this.root = new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw InputException.in(file, "is no whole JSON; export the splat again", e);
    }
    if (!looksLikeSog(root)) {
      throw InputException.in(
          file, "is a JSON document but not the meta.json of a SOG; give another splat");
    }
    this.old = !root.hasNonNull("version");
    int version = root.path("version").asInt(1);
    if (!old && version != NEWEST) {
      throw InputException.in(
          file,
          "is SOG of version %s; version %d and the form before it can be read"
              .formatted(root.get("version"), NEWEST));
    }
    if (old && !root.path("quats").path("encoding").asText("").equals("quaternion_packed")) {
      throw InputException.in(
          file, "stores rotations in a way that is not known; export it as version 2");
    }
  }

  /** Whether a JSON has the parts of a SOG. */
  static boolean looksLikeSog(JsonNode root) {
    return root != null && root.isObject() && root.has("means") && root.has("quats");
  }

  /** The number of Gaussians. */
  int count() {
    JsonNode count = old ? root.path("means").path("shape").path(0) : root.path("count");
    if (!count.isInt() || count.intValue() < 0) {
      throw missing(old ? "means.shape" : "count");
    }
    return count.intValue();
  }

  /** Degree of the harmonics. */
  int degree() {
    JsonNode harmonics = root.path("shN");
    if (harmonics.isMissingNode() || harmonics.isNull()) {
      return 0;
    }
    int bands =
        old ? degreeOf(harmonics.path("shape").path(1).asInt()) : harmonics.path("bands").asInt();
    if (bands < 1 || bands > 3) {
      throw missing(old ? "shN.shape" : "shN.bands");
    }
    return bands;
  }

  /** The older form counts coefficients, of one channel or of all three. */
  private static int degreeOf(int coefficients) {
    return switch (coefficients) {
      case 3, 9 -> 1;
      case 8, 24 -> 2;
      case 15, 45 -> 3;
      default -> 0;
    };
  }

  /** The names of the images of a part. */
  List<String> files(String part, int number) {
    JsonNode names = root.path(part).path("files");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      if (!names.path(i).isTextual()) {
        throw missing(part + ".files");
      }
      found.add(names.path(i).textValue());
    }
    return found;
  }

  /** The lower and upper end of the positions along an axis, as sign(x) · log(1 + |x|). */
  double[] range(int axis) {
    return new double[] {
      number(root.path("means").path("mins").path(axis), "means.mins"),
      number(root.path("means").path("maxs").path(axis), "means.maxs")
    };
  }

  /** Whether opacities are fractions (version 2) rather than logits in a range of {@code sh0}. */
  boolean hasPlainOpacity() {
    return !old;
  }

  /**
   * What the bytes of a channel stand for: double[256].
   *
   * @param part "scales", "sh0" or "shN"
   */
  double[] codes(String part, int channel) {
    double[] codes = new double[CODES];
    JsonNode node = root.path(part);
    if (old) {
      JsonNode from = node.path("mins");
      JsonNode to = node.path("maxs");
      double low = number(from.isArray() ? from.path(channel) : from, part + ".mins");
      double high = number(to.isArray() ? to.path(channel) : to, part + ".maxs");
      for (int i = 0; i < CODES; i++) {
        codes[i] = low + (high - low) * i / (CODES - 1);
      }
      return codes;
    }
    JsonNode book = node.path("codebook");
    if (!book.isArray() || book.isEmpty() || book.size() > CODES) {
      throw missing(part + ".codebook");
    }
    for (int i = 0; i < CODES; i++) {
      // Codes past the end of a short book are not used by a whole file; their Gaussians drop out.
      codes[i] = i < book.size() ? number(book.get(i), part + ".codebook") : Double.NaN;
    }
    return codes;
  }

  private double number(JsonNode node, String name) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw missing(name);
    }
    return node.doubleValue();
  }

  private InputException missing(String name) {
    return InputException.in(file, "has no usable \"%s\"; export the splat again".formatted(name));
  }
}
