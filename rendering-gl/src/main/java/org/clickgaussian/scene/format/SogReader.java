package org.clickgaussian.scene.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbaImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Reads PlayCanvas' SOG: {@link SogMeta} and lossless images whose pixel i (row by row) belongs to
 * Gaussian i.
 *
 * <ul>
 *   <li>{@code means}: two images, the lower and the upper 8 bits of 16 per axis, a fraction of the
 *       range of sign(x) · log(1 + |x|).
 *   <li>{@code scales}: codes of the logarithms. {@code sh0}: codes of the constant harmonics, and
 *       the opacity.
 *   <li>{@code quats}: alpha − 252 is the number of the greatest component (w, x, y, z); red,
 *       green, blue are the others in order, b / 255 from −1/√2 to 1/√2.
 *   <li>{@code shN}: an image of rows with 64 entries, each as many pixels wide as there are higher
 *       harmonics, and one of labels: red + 256 · green is the Gaussian's entry.
 * </ul>
 *
 * <p>The axes are those of the PLY that the file was made from.
 */
final class SogReader {
  private static final int ENTRIES_A_ROW = 64;
  private static final int MOST_LABELS = 1 << 16;
  private static final int FIRST_ORDER = 252;

  private final SogFiles files;
  private final SogMeta meta;
  private final int count;
  private final int degree;
  private final double[][] ranges = new double[3][];
  private final double[][] scaleCodes = new double[3][];
  private final double[][] colourCodes = new double[3][];
  private double[] opacityLogits;
  private double[] harmonicCodes;
  private List<RgbaImage> images;

  private SogReader(SogFiles files) {
    this.files = files;
    this.meta = new SogMeta(files.path(files.meta()), files.read(files.meta()));
    this.count = meta.count();
    this.degree = meta.degree();
  }

  static LoadedSplat read(SogFiles files, String name, Workers workers, Progress progress) {
    SogReader reader = new SogReader(files);
    reader.readCodes();
    reader.readImages(workers, progress.part(0, 0.8));
    GaussianScene scene = GaussianScene.allocate(reader.count, reader.degree);
    return SceneFilling.fill(
        scene,
        SplatFormat.SOG,
        name,
        (from, to) -> {
          double[] quaternion = new double[4];
          for (int i = from; i < to; i++) {
            reader.setShape(scene, i, quaternion);
            reader.setColour(scene, i);
          }
        },
        workers,
        progress.part(0.8, 1));
  }

  private void readCodes() {
    for (int channel = 0; channel < 3; channel++) {
      ranges[channel] = meta.range(channel);
      scaleCodes[channel] = meta.codes("scales", channel);
      colourCodes[channel] = meta.codes("sh0", channel);
    }
    if (meta.hasPlainOpacity()) {
      opacityLogits = new double[256];
      for (int value = 0; value < opacityLogits.length; value++) {
        opacityLogits[value] = Quantised.toOpacityLogit(value);
      }
    } else {
      opacityLogits = meta.codes("sh0", 3);
    }
    harmonicCodes = degree == 0 ? new double[0] : meta.codes("shN", 0);
  }

  private void readImages(Workers workers, Progress progress) {
    List<String> names = new ArrayList<>(meta.files("means", 2));
    names.addAll(meta.files("scales", 1));
    names.addAll(meta.files("quats", 1));
    names.addAll(meta.files("sh0", 1));
    if (degree > 0) {
      List<String> harmonics = meta.files("shN", 2);
      names.add(harmonics.get(1));
      names.add(harmonics.get(0));
    }
    RgbaImage[] read = new RgbaImage[names.size()];
    PieceProgress done = new PieceProgress(progress, "unpacking images", names.size());
    workers.forEach(
        names.size(),
        i -> {
          boolean ofEntries = i == 6;
          byte[] bytes;
          // An archive is one file with one position.
          synchronized (files) {
            bytes = files.read(names.get(i));
          }
          long most = ofEntries ? 16L * MOST_LABELS : 4L * count + MOST_LABELS;
          read[i] = ImageFiles.readRgba(bytes, files.path(names.get(i)), most);
          check(files.path(names.get(i)), read[i], ofEntries);
          done.pieceDone();
        });
    images = List.of(read);
  }

  private void check(Path file, RgbaImage image, boolean ofEntries) {
    if (!ofEntries && image.pixels() < count) {
      throw InputException.in(
          file,
          "has %d × %d pixels for %,d Gaussians; export the splat again"
              .formatted(image.width(), image.height(), count));
    }
    if (ofEntries && image.width() / ENTRIES_A_ROW < (degree + 1) * (degree + 1) - 1) {
      throw InputException.in(
          file,
          "is too narrow for harmonics of degree %d; export the splat again".formatted(degree));
    }
  }

  private void setShape(GaussianScene scene, int i, double[] quaternion) {
    for (int axis = 0; axis < 3; axis++) {
      int bits = images.get(0).channel(i, axis) | images.get(1).channel(i, axis) << 8;
      double bent = ranges[axis][0] + (ranges[axis][1] - ranges[axis][0]) * bits / 0xffff;
      double position = Math.copySign(Math.expm1(Math.abs(bent)), bent);
      scene.set(scene.positions(), axis, i, (float) position);
      double logScale = scaleCodes[axis][images.get(2).channel(i, axis)];
      scene.set(scene.logScales(), axis, i, (float) logScale);
    }
    setRotation(scene, i, quaternion);
  }

  private void setRotation(GaussianScene scene, int i, double[] quaternion) {
    RgbaImage image = images.get(3);
    int greatest = image.channel(i, 3) - FIRST_ORDER;
    double rest = 1;
    int channel = 0;
    for (int c = 0; c < 4; c++) {
      if (c != greatest && channel < 3) {
        quaternion[c] = (image.channel(i, channel) / 255.0 - 0.5) * Math.sqrt(2);
        rest -= quaternion[c] * quaternion[c];
        channel++;
      }
    }
    if (greatest >= 0) {
      quaternion[greatest] = Math.sqrt(Math.max(0, rest));
    }
    for (int c = 0; c < 4; c++) {
      // An order below 0 is no rotation at all: the row is left out as such.
      scene.set(scene.rotations(), c, i, greatest < 0 ? 0 : (float) quaternion[c]);
    }
  }

  private void setColour(GaussianScene scene, int i) {
    RgbaImage image = images.get(4);
    scene.set(scene.opacityLogits(), 0, i, (float) opacityLogits[image.channel(i, 3)]);
    for (int channel = 0; channel < 3; channel++) {
      double constant = colourCodes[channel][image.channel(i, channel)];
      scene.set(scene.harmonics(), channel, i, (float) constant);
    }
    if (degree > 0) {
      setHarmonics(scene, i);
    }
  }

  private void setHarmonics(GaussianScene scene, int i) {
    RgbaImage entries = images.get(6);
    int label = images.get(5).channel(i, 0) | images.get(5).channel(i, 1) << 8;
    int row = label / ENTRIES_A_ROW;
    int first = row * entries.width() + label % ENTRIES_A_ROW * (entries.width() / ENTRIES_A_ROW);
    boolean exists = row < entries.height();
    for (int k = 1; k < scene.harmonicsCoefficients(); k++) {
      for (int channel = 0; channel < 3; channel++) {
        double value = exists ? harmonicCodes[entries.channel(first + k - 1, channel)] : Double.NaN;
        scene.set(scene.harmonics(), 3 * k + channel, i, (float) value);
      }
    }
  }
}
