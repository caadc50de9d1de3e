package org.clickgaussian.mask.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.io.InputException;

/**
 * Finds out from their content whose masks a file or folder holds.
 *
 * <p>A file: COCO's instances (a JSON object with {@code images} and {@code annotations}), the JSON
 * of one image from {@code amg.py}, or a {@code .npy} array. A folder: a COCO file in it; folders
 * with {@code metadata.csv} from {@code amg.py}; {@code object_mask} of Gaussian Grouping; {@code
 * .npy} arrays; {@code <image>/<object>.png} or {@code <object>/<image>.png}; else what training
 * reads itself.
 */
public final class MaskCollections {
  private MaskCollections() {}

  /**
   * Opens masks.
   *
   * @param source a file or a folder
   * @param keys keys of the scene's views, by which folders of objects and of images are told apart
   * @throws InputException if it is absent, or holds no masks that are known
   */
  public static MaskCollection open(Path source, List<String> keys) {
    if (Files.isRegularFile(source)) {
      return ofFile(source);
    }
    if (!Files.isDirectory(source)) {
      throw InputException.in(source, "is not there; name a file or folder of masks");
    }
    List<Path> files = FolderFiles.below(source);
    for (Path file : files) {
      if (file.getFileName().toString().equals(AmgFolders.TABLE)) {
        return new AmgFolders(source);
      }
    }
    Path grouping = source.resolve("object_mask");
    if (Files.isDirectory(grouping)) {
      return new OwnMaskFiles(grouping, "Gaussian Grouping's object_mask");
    }
    List<Path> coco = new ArrayList<>();
    Map<String, Path> arrays = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".npy")) {
        arrays.put(stem(source, file), file);
      } else if (name.endsWith(".json") && isCoco(file)) {
        coco.add(file);
      }
    }
    if (coco.size() > 1) {
      throw InputException.in(
          source, "holds several COCO files; name the one to import, such as " + coco.getFirst());
    }
    if (coco.size() == 1) {
      return new CocoInstances(coco.getFirst());
    }
    if (!arrays.isEmpty()) {
      return new LabelArrays(arrays);
    }
    ObjectPngs objects = objects(source, files, new HashSet<>(keys));
    return objects.isEmpty()
        ? new OwnMaskFiles(source, "segments or label maps, one file a photo")
        : objects;
  }

  private static MaskCollection ofFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Path parent = file.toAbsolutePath().getParent();
    if (name.endsWith(".npy")) {
      return new LabelArrays(Map.of(stem(parent, file.toAbsolutePath()), file));
    }
    if (isCoco(file)) {
      return new CocoInstances(file);
    }
    if (name.endsWith(".json")) {
      String image = stem(parent, file.toAbsolutePath());
      return new OneImage(image, new ImportedMasks.Segments(SamJson.read(file)));
    }
    if (name.endsWith(".png")) {
      String image = stem(parent, file.toAbsolutePath());
      return new OneImage(image, new ImportedMasks.Labels(LabelMapPng.read(file)));
    }
    throw InputException.in(
        file, "is no file of masks that is known; give .json, .npy, .png or a folder");
  }

  /** The masks of a single image. */
  private record OneImage(String image, ImportedMasks content) implements MaskCollection {
    @Override
    public String kind() {
      return "the masks of one photo";
    }

    @Override
    public List<String> images() {
      return List.of(image);
    }

    @Override
    public ImportedMasks masks(String name) {
      return content;
    }
  }

  /**
   * Masks per object: PNG files in folders that are views, or named as views in folders that are
   * none and of which there are several. Both levels' maps in {@code coarse} and {@code fine} are
   * no objects.
   */
  private static ObjectPngs objects(Path source, List<Path> files, Set<String> keys) {
    Set<String> lastParts = new HashSet<>();
    keys.forEach(key -> lastParts.add(key.substring(key.lastIndexOf('/') + 1)));
    ObjectPngs byImage = new ObjectPngs();
    ObjectPngs byObject = new ObjectPngs();
    Set<String> objects = new HashSet<>();
    for (Path file : files) {
      String stem = stem(source, file);
      int slash = stem.lastIndexOf('/');
      if (slash < 0 || !file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
        continue;
      }
      String folder = stem.substring(0, slash);
      String name = stem.substring(slash + 1);
      if (keys.contains(folder)
          || lastParts.contains(folder.substring(folder.lastIndexOf('/') + 1))) {
        byImage.add(folder, file);
      } else if (!keys.contains(stem) && lastParts.contains(name)) {
        byObject.add(name, file);
        objects.add(folder);
      }
    }
    objects.removeAll(Set.of("coarse", "fine"));
    if (!byImage.isEmpty() || objects.size() < 2) {
      return byImage;
    }
    return byObject;
  }

  /** Whether a file is a JSON object with images and annotations at its top. */
  private static boolean isCoco(Path file) {
    try (JsonParser parser = SamJson.FACTORY.createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      Set<String> fields = new HashSet<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          fields.add(field);
        }
        parser.skipChildren();
        if (fields.containsAll(Set.of("images", "annotations"))) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      // Not even JSON: whoever reads it for good says so, with the place.
      return false;
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static String stem(Path folder, Path file) {
    String relative = FolderFiles.relativePath(folder, file);
    return relative.substring(0, relative.lastIndexOf('.'));
  }
}
