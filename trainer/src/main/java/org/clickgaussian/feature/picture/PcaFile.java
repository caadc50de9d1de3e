package org.clickgaussian.feature.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/**
 * {@code pca.json}: the bases of a run on disk, so that its maps keep their colours.
 *
 * <pre>{@code
 * {"version": 1, "features": "1a2b3c4d",
 *  "coarse": {"mean": […], "axes": [[…], […], […]], "covariance": [[…], …], "spectrum": […]},
 *  "fine": {…},
 *  "aligned": {"run": "first", "coarse": {"rotation": [[…], …], "agreement": 0.97}, "fine": {…}}}
 * }</pre>
 *
 * <p>{@code features} is a checksum of the feature table that the bases were found for; {@code
 * aligned} is absent where the own bases are used. Numbers have the digits that bring back the same
 * bits.
 */
public final class PcaFile {
  /** The file's name in a run's folder. */
  public static final String NAME = "pca.json";

  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What a file holds.
   *
   * @param bases of both levels
   * @param features checksum of the features that they were found for
   */
  public record Content(PcaBases bases, String features) {}

  /**
   * The bases to look at a run with.
   *
   * @param bases those kept, or where they cannot be read the run's own
   * @param problem why the kept ones cannot be read; empty if nothing is wrong
   */
  public record Kept(PcaBases bases, Optional<InputException> problem) {}

  private PcaFile() {}

  /** As {@link #of}, but with the run's own components where the kept file cannot be used. */
  public static Kept orOwn(Path runFolder, FeatureField field) {
    try {
      return new Kept(of(runFolder, field), Optional.empty());
    } catch (InputException e) {
      return new Kept(PcaBases.of(field), Optional.of(e));
    }
  }

  /**
   * The bases to look at a run with: those kept in its folder; where the features have changed
   * since, new ones that follow them; where none are kept, new ones.
   *
   * @throws InputException if the kept file is damaged, newer than this program, or of a run with
   *     another layout
   */
  public static PcaBases of(Path runFolder, FeatureField field) {
    Optional<Content> kept = read(runFolder.resolve(NAME));
    if (kept.isEmpty()) {
      return PcaBases.of(field);
    }
    PcaBases bases = kept.get().bases();
    for (Level level : Level.values()) {
      if (bases.own(level).dimensions() != field.layout().dimensions(level)) {
        throw InputException.in(
            runFolder.resolve(NAME), "is of a run with another feature layout; delete it");
      }
    }
    return kept.get().features().equals(checksum(field))
        ? bases
        : PcaBases.of(field).follow(bases.withoutTarget());
  }

  /** Keeps the bases of a run in its folder; those kept before are replaced. */
  public static void write(Path runFolder, PcaBases bases, FeatureField field) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("features", checksum(field));
    for (Level level : Level.values()) {
      PcaBasis basis = bases.own(level);
      ObjectNode node = root.putObject(level.key());
      put(node.putArray("mean"), basis.mean());
      put(node.putArray("axes"), basis.axes());
      put(node.putArray("covariance"), basis.covariance());
      put(node.putArray("spectrum"), basis.spectrum());
    }
    bases.target().ifPresent(target -> put(root.putObject("aligned"), target));
    AtomicFile.write(runFolder.resolve(NAME), stream -> stream.write(JSON.writeValueAsBytes(root)));
  }

  private static void put(ObjectNode node, PcaBases.Target target) {
    node.put("run", target.run());
    for (Level level : Level.values()) {
      ObjectNode turned = node.putObject(level.key());
      put(turned.putArray("rotation"), target.level(level).rotation());
      turned.put("agreement", target.level(level).agreement());
    }
  }

  private static void put(ArrayNode array, double[] values) {
    for (double value : values) {
      array.add(value);
    }
  }

  private static void put(ArrayNode array, double[][] rows) {
    for (double[] row : rows) {
      put(array.addArray(), row);
    }
  }

  /**
   * Reads a file; empty if there is none.
   *
   * @throws InputException if it is damaged or newer than this program
   */
  public static Optional<Content> read(Path file) {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (NoSuchFileException | FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw damaged(file, e);
    }
    int version = root == null ? 0 : root.path("version").asInt(0);
    if (version > VERSION) {
      throw InputException.in(
          file, "was written by a newer version of this program; update to read it");
    }
    try {
      if (version != VERSION || !root.path("features").isTextual()) {
        throw new IllegalArgumentException("no version or no checksum");
      }
      PcaBases bases =
          new PcaBases(basis(root.path("coarse")), basis(root.path("fine")), target(root));
      return Optional.of(new Content(bases, root.path("features").asText()));
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static InputException damaged(Path file, Exception cause) {
    return InputException.in(
        file, "is damaged; delete it to look at the run's own components", cause);
  }

  private static PcaBasis basis(JsonNode node) {
    return new PcaBasis(
        row(node.path("mean")),
        rows(node.path("axes")),
        rows(node.path("covariance")),
        row(node.path("spectrum")));
  }

  private static Optional<PcaBases.Target> target(JsonNode root) {
    JsonNode aligned = root.path("aligned");
    return aligned.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new PcaBases.Target(
                aligned.path("run").asText(),
                alignment(aligned.path("coarse")),
                alignment(aligned.path("fine"))));
  }

  private static PcaAlignment alignment(JsonNode node) {
    return new PcaAlignment(rows(node.path("rotation")), number(node.path("agreement")));
  }

  private static double[][] rows(JsonNode array) {
    double[][] rows = new double[array.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(array.get(i));
    }
    return rows;
  }

  private static double[] row(JsonNode array) {
    double[] row = new double[array.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = number(array.get(i));
    }
    return row;
  }

  private static double number(JsonNode node) {
    if (node == null || !node.isNumber()) {
      throw new IllegalArgumentException("a number is missing");
    }
    return node.asDouble();
  }

  /** CRC-32C of a feature table, as eight hexadecimal digits. */
  private static String checksum(FeatureField field) {
    CRC32C checksum = new CRC32C();
    long bytes = field.table().byteSize();
    long part = 1 << 24;
    for (long at = 0; at < bytes; at += part) {
      checksum.update(field.table().asSlice(at, Math.min(part, bytes - at)).asByteBuffer());
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
