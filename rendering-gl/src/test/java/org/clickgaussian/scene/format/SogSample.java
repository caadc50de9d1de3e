package org.clickgaussian.scene.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.GaussianScene;

/**
 * A SOG made of a small scene, with PNG images (the format allows any lossless ones). Each Gaussian
 * has an entry of its own for its harmonics.
 */
final class SogSample {
  static final double SCALE_FROM = -5;
  static final double SCALE_TO = -1;
  static final double CODE_REACH = 2;

  private static final String[] NAMES = {
    "means_l", "means_u", "scales", "quats", "sh0", "shN_labels", "shN_centroids"
  };

  private final GaussianScene scene;
  private final int version;
  private final ObjectNode meta = new ObjectMapper().createObjectNode();
  private final byte[][] images = new byte[7][];
  private final int width;
  private final int height;
  private final int perEntry;

  private SogSample(GaussianScene scene, int version) {
    this.scene = scene;
    this.version = version;
    this.width = 17;
    this.height = Math.max(1, (scene.count() + width - 1) / width);
    this.perEntry = scene.harmonicsCoefficients() - 1;
  }

  /** Writes a folder; positions must lie within −2 … 2. */
  static void write(GaussianScene scene, int version, Path folder) throws IOException {
    SogSample sample = new SogSample(scene, version);
    sample.fillMeta();
    sample.fillImages();
    sample.save(folder);
  }

  /** Puts a folder's files into an archive, below a folder in it. */
  static void zip(Path folder, Path archive, String prefix) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        zip.putNextEntry(new ZipEntry(prefix + file.getFileName()));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
  }

  private void fillMeta() {
    int count = scene.count();
    if (version == 2) {
      meta.put("version", 2).put("count", count);
    }
    ObjectNode means = part("means", "means_l.png", "means_u.png");
    numbers(means, "mins", -Math.log(3), -Math.log(3), -Math.log(3));
    numbers(means, "maxs", Math.log(3), Math.log(3), Math.log(3));
    means.putArray("shape").add(count).add(3);
    codes(part("scales", "scales.png"), SCALE_FROM, SCALE_TO, 3);
    part("quats", "quats.png").put("encoding", "quaternion_packed");
    codes(part("sh0", "sh0.png"), -CODE_REACH, CODE_REACH, 4);
    if (perEntry > 0) {
      ObjectNode harmonics = part("shN", "shN_centroids.png", "shN_labels.png");
      harmonics.put("bands", scene.harmonicsDegree());
      harmonics.putArray("shape").add(count).add(3 * perEntry);
      codes(harmonics, -0.25, 0.25, 0);
    }
  }

  private ObjectNode part(String name, String... files) {
    ObjectNode part = meta.putObject(name);
    ArrayNode list = part.putArray("files");
    List.of(files).forEach(list::add);
    return part;
  }

  private static void numbers(ObjectNode node, String name, double... values) {
    ArrayNode list = node.putArray(name);
    for (double value : values) {
      list.add(value);
    }
  }

  private void codes(ObjectNode node, double from, double to, int channels) {
    if (version == 2) {
      ArrayNode book = node.putArray("codebook");
      for (int i = 0; i < 256; i++) {
        book.add(from + (to - from) * i / 255);
      }
    } else if (channels == 0) {
      node.put("mins", from).put("maxs", to);
    } else {
      ArrayNode mins = node.putArray("mins");
      ArrayNode maxs = node.putArray("maxs");
      for (int i = 0; i < channels; i++) {
        // The fourth is the opacity's logit.
        mins.add(i == 3 ? -4 : from);
        maxs.add(i == 3 ? 4 : to);
      }
    }
  }

  private void fillImages() {
    for (int image = 0; image < 6; image++) {
      images[image] = new byte[4 * width * height];
    }
    images[6] = new byte[4 * 64 * Math.max(1, perEntry) * entryRows()];
    for (int i = 0; i < scene.count(); i++) {
      fill(i);
    }
  }

  private int entryRows() {
    return scene.count() / 64 + 1;
  }

  private void fill(int i) {
    for (int axis = 0; axis < 3; axis++) {
      double position = scene.position(i, axis);
      double bent = Math.signum(position) * Math.log(1 + Math.abs(position));
      int bits = (int) Math.round((bent / Math.log(3) / 2 + 0.5) * 65535);
      put(0, i, axis, bits & 255);
      put(1, i, axis, bits >> 8);
      put(2, i, axis, code(scene.logScale(i, axis), SCALE_FROM, SCALE_TO));
      put(4, i, axis, code(scene.harmonic(i, 0, axis), -CODE_REACH, CODE_REACH));
      for (int k = 0; k < perEntry; k++) {
        int pixel = i / 64 * 64 * perEntry + i % 64 * perEntry + k;
        put(6, pixel, axis, code(scene.harmonic(i, k + 1, axis), -0.25, 0.25));
        put(6, pixel, 3, 255);
      }
    }
    double logit = scene.opacityLogit(i);
    double opacity = 1 / (1 + Math.exp(-logit));
    put(4, i, 3, version == 2 ? (int) Math.round(opacity * 255) : code(logit, -4, 4));
    put(5, i, 0, i & 255);
    put(5, i, 1, i >> 8);
    put(5, i, 3, 255);
    fillRotation(i);
  }

  private void fillRotation(int i) {
    double sum = 0;
    int greatest = 0;
    for (int c = 0; c < 4; c++) {
      sum += (double) scene.rotation(i, c) * scene.rotation(i, c);
      greatest =
          Math.abs(scene.rotation(i, c)) > Math.abs(scene.rotation(i, greatest)) ? c : greatest;
    }
    double sign = Math.signum(scene.rotation(i, greatest));
    int channel = 0;
    for (int c = 0; c < 4; c++) {
      if (c != greatest) {
        double component = sign * scene.rotation(i, c) / Math.sqrt(sum);
        put(3, i, channel++, code(component, -Math.sqrt(0.5), Math.sqrt(0.5)));
      }
    }
    put(3, i, 3, 252 + greatest);
  }

  private static int code(double value, double from, double to) {
    return (int) Math.clamp(Math.round((value - from) / (to - from) * 255), 0, 255);
  }

  private void put(int image, int pixel, int channel, int value) {
    images[image][4 * pixel + channel] = (byte) value;
  }

  private void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("meta.json"), meta.toString());
    for (int image = 0; image < (perEntry == 0 ? 5 : 7); image++) {
      int imageWidth = image == 6 ? 64 * perEntry : width;
      int pixels = images[image].length / 4;
      byte[] rgb = new byte[3 * pixels];
      byte[] alpha = new byte[pixels];
      for (int p = 0; p < pixels; p++) {
        System.arraycopy(images[image], 4 * p, rgb, 3 * p, 3);
        alpha[p] = images[image][4 * p + 3];
      }
      ImageFiles.writePng(
          folder.resolve(NAMES[image] + ".png"),
          new RgbImage(imageWidth, pixels / imageWidth, rgb),
          alpha);
    }
  }
}
