package org.clickgaussian.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/**
 * The protocol "spin-nerf": one object, and a folder with one mask for each annotated photo, named
 * like the photo ({@code <photo's name>.png}); the folder itself, or {@code masks} or {@code label}
 * in it. The reference is the first sorted view with a mask; all annotated views are scored, the
 * reference included. Published masks hold 0 and 1 or 0 and 255: a pixel belongs to the object if
 * it is brighter than half of its image's brightest. The object is coarse.
 */
public final class SpinNerfTruth implements EvaluationTruth {
  private static final List<String> SUBFOLDERS = List.of("masks", "label");
  private static final TruthObject OBJECT = new TruthObject("object", Level.COARSE);

  private final SortedMap<String, Path> files;
  private final List<String> warnings;

  private SpinNerfTruth(SortedMap<String, Path> files, List<String> warnings) {
    this.files = files;
    this.warnings = warnings;
  }

  /**
   * Opens a folder of masks.
   *
   * @param viewKeys the keys of all views of the scene; a mask belongs to the view of its name,
   *     folders of the key left out
   * @throws InputException if there is no mask of any view
   */
  public static SpinNerfTruth open(Path folder, Collection<String> viewKeys) {
    if (!Files.isDirectory(folder)) {
      throw InputException.in(folder, "is no folder; the spin-nerf protocol needs one with masks");
    }
    Path masks =
        SUBFOLDERS.stream()
            .map(folder::resolve)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(folder);
    SortedMap<String, String> keyOfName = new TreeMap<>();
    viewKeys.forEach(key -> keyOfName.put(key.substring(key.lastIndexOf('/') + 1), key));
    SortedMap<String, Path> files = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    for (Path file : TruthFolder.images(masks)) {
      String key = keyOfName.get(TruthFolder.stem(file));
      if (key == null) {
        warnings.add(file + ": no view has this name; the mask was passed over");
      } else {
        files.put(key, file);
      }
    }
    if (files.isEmpty()) {
      throw InputException.in(
          masks, "holds no mask named like a view; expected <photo's name>.png");
    }
    return new SpinNerfTruth(files, warnings);
  }

  @Override
  public String protocol() {
    return "spin-nerf";
  }

  @Override
  public List<TruthObject> objects() {
    return List.of(OBJECT);
  }

  @Override
  public List<String> views() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<BitMask> mask(String view, TruthObject object) {
    return object.equals(OBJECT)
        ? Optional.ofNullable(files.get(view)).map(SpinNerfTruth::read)
        : Optional.empty();
  }

  private static BitMask read(Path file) {
    RgbImage image = ImageFiles.readRgb(file);
    byte[] rgb = image.rgb();
    int brightest = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      brightest = Math.max(brightest, brightness(rgb, i));
    }
    BitMask mask = new BitMask(image.width(), image.height());
    for (int y = 0, i = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++, i += 3) {
        if (2 * brightness(rgb, i) > brightest) {
          mask.set(x, y);
        }
      }
    }
    return mask;
  }

  private static int brightness(byte[] rgb, int at) {
    return (rgb[at] & 0xff) + (rgb[at + 1] & 0xff) + (rgb[at + 2] & 0xff);
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
