package org.clickgaussian.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.camera.Lens;
import org.clickgaussian.scene.camera.PosedPhoto;
import org.clickgaussian.scene.camera.Undistortion;

/**
 * What a folder, or a single splat file, holds of a scene: the splat, the views, the photos.
 *
 * <ul>
 *   <li>Splat: {@code point_cloud/iteration_<largest>/point_cloud.ply}, else the only {@code .ply},
 *       {@code .splat}, {@code .spz}, {@code .sog} or {@code meta.json} of a SOG in the folder.
 *   <li>Cameras: {@code sparse/0}, {@code sparse}, {@code transforms.json}, {@code cameras.json};
 *       the first that is there.
 *   <li>Photos: {@code images/} with all folders in it; with {@code transforms.json} and without
 *       {@code images/} the paths that it gives.
 * </ul>
 *
 * <p>Where photos have another size than their cameras, the cameras are scaled to the photos. Where
 * the lens bends visibly ({@link Lens#NEGLIGIBLE_PIXELS}), photos and label maps are straightened
 * when they are read. Safe for use by several threads.
 */
public final class SceneFolder implements LabelUndistortion {
  private final Path folder;
  private final List<Path> splats;
  private final Path cameraSource;
  private final Map<String, Shot> shots;
  private final List<View> views;
  private final List<String> warnings;

  /**
   * A view with what belongs to it.
   *
   * @param photo its photo, or null
   * @param lens the lens of the photo, {@link Lens#NONE} where it bends nothing visible
   */
  record Shot(View view, Path photo, Lens lens) {}

  private SceneFolder(
      Path folder,
      List<Path> splats,
      Path cameraSource,
      Map<String, Shot> shots,
      List<String> warnings) {
    this.folder = folder;
    this.splats = splats;
    this.cameraSource = cameraSource;
    this.shots = shots;
    this.views = shots.values().stream().map(Shot::view).toList();
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Looks at a folder or a single splat file, and reads the cameras and the sizes of the photos.
   * The splat is not read.
   *
   * @throws InputException if there is nothing of a scene, or a file of the cameras or a photo is
   *     broken
   */
  public static SceneFolder open(Path path) {
    if (Files.isRegularFile(path)) {
      if (!SplatSearch.isSplat(path)) {
        throw InputException.in(
            path, "is no splat; give a .ply, .splat, .spz or .sog file, or the folder of a scene");
      }
      Path parent = path.toAbsolutePath().getParent();
      return new SceneFolder(parent, List.of(path), null, new TreeMap<>(), List.of());
    }
    if (!Files.isDirectory(path)) {
      throw InputException.in(path, "is not there; give the folder of a scene or a splat file");
    }
    return openFolder(path);
  }

  private static SceneFolder openFolder(Path folder) {
    List<Path> splats = SplatSearch.in(folder);
    Path images = folder.resolve("images");
    boolean hasImages = Files.isDirectory(images);
    boolean pathsInJson = !hasImages && Files.isRegularFile(folder.resolve("transforms.json"));
    PhotoIndex photos =
        hasImages
            ? PhotoIndex.of(images)
            : pathsInJson ? PhotoIndex.of(folder) : PhotoIndex.empty();
    CameraSearch cameras =
        CameraSearch.in(folder, name -> photos.find(keyOf(name)).map(k -> size(photos, k)));
    if (splats.isEmpty() && cameras.source() == null) {
      throw InputException.in(
          folder,
          "holds no scene; expected a splat (point_cloud/iteration_*/point_cloud.ply or one .ply,"
              + " .splat, .spz or .sog file) or cameras (sparse/0, transforms.json or"
              + " cameras.json)");
    }
    SceneAssembly assembly = new SceneAssembly(photos, pathsInJson);
    cameras.photos().forEach(assembly::add);
    if (cameras.source() != null || hasImages) {
      assembly.finish(cameras.source() != null);
    }
    List<String> warnings = new ArrayList<>(assembly.warnings());
    if (splats.size() > 1) {
      warnings.add("There are %d splat files; name the one to use.".formatted(splats.size()));
    }
    return new SceneFolder(folder, splats, cameras.source(), assembly.shots(), warnings);
  }

  /** The key of a stored photo name; names relative to the scene lose their "images/". */
  static String keyOf(String name) {
    String key = PosedPhoto.keyOf(name);
    return key.startsWith("images/") ? key.substring("images/".length()) : key;
  }

  private static ImageSize size(PhotoIndex photos, String key) {
    return ImageFiles.size(photos.photos().get(key));
  }

  /** The folder of the scene; of a single file the folder in which it lies. */
  public Path folder() {
    return folder;
  }

  /** Whether there is exactly one splat file. */
  public boolean hasSplat() {
    return splats.size() == 1;
  }

  /**
   * The splat file.
   *
   * @throws InputException if there is none, or if there are several
   */
  public Path splatFile() {
    if (splats.isEmpty()) {
      throw InputException.in(
          folder,
          "holds no splat; expected point_cloud/iteration_*/point_cloud.ply or one .ply, .splat,"
              + " .spz or .sog file");
    }
    if (splats.size() > 1) {
      throw InputException.in(
          folder,
          "holds %d splat files (%s, %s…); name the one to use"
              .formatted(splats.size(), splats.get(0).getFileName(), splats.get(1).getFileName()));
    }
    return splats.getFirst();
  }

  /** The file or folder from which the cameras were read. */
  public Optional<Path> cameraSource() {
    return Optional.ofNullable(cameraSource);
  }

  /** The views, sorted by key; empty if there are no cameras. */
  public List<View> views() {
    return views;
  }

  /**
   * The views of a scene that must have some.
   *
   * @throws InputException if there are no cameras
   */
  public List<View> requireViews() {
    if (views.isEmpty()) {
      throw InputException.in(
          folder, "has no cameras; expected sparse/0, transforms.json or cameras.json");
    }
    return views;
  }

  /**
   * The view of a key.
   *
   * @throws InputException if there is none; the message names some that exist
   */
  public View view(String key) {
    Shot shot = shots.get(PosedPhoto.keyOf(key));
    if (shot == null) {
      throw InputException.in(
          folder,
          "has no view %s; its views are %s".formatted(key, Listing.ofKeys(shots.keySet())));
    }
    return shot.view();
  }

  /** Whether there is a photo of a view. */
  public boolean hasPhoto(View view) {
    Shot shot = shots.get(view.key());
    return shot != null && shot.photo() != null;
  }

  /** The file of a view's photo, with the lens distortion in it. */
  public Optional<Path> photoFile(View view) {
    return hasPhoto(view) ? Optional.of(shots.get(view.key()).photo()) : Optional.empty();
  }

  /**
   * Reads the photo of a view, as the pinhole camera of the view would have taken it.
   *
   * @throws InputException if there is none, or if it cannot be read
   */
  public RgbImage photo(View view) {
    if (!hasPhoto(view)) {
      throw InputException.in(folder, "has no photo of the view " + view.key());
    }
    Shot shot = shots.get(view.key());
    RgbImage photo = ImageFiles.readRgb(shot.photo());
    Camera camera = shot.view().camera();
    if (photo.width() != camera.width() || photo.height() != camera.height()) {
      throw InputException.in(
          shot.photo(), "has changed its size since the scene was opened; open the scene again");
    }
    return shot.lens().equals(Lens.NONE)
        ? photo
        : new Undistortion(camera, shot.lens()).photo(photo);
  }

  /** Whether the photo of a view is straightened when it is read. */
  public boolean isUndistorted(View view) {
    Shot shot = shots.get(view.key());
    return shot != null && !shot.lens().equals(Lens.NONE);
  }

  @Override
  public int[] undistortNearest(View view, int[] labels, int width, int height) {
    if (labels.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d labels for %d×%d pixels".formatted(labels.length, width, height));
    }
    if (!isUndistorted(view)) {
      return labels;
    }
    Shot shot = shots.get(view.key());
    return new Undistortion(shot.view().camera().resized(width, height), shot.lens())
        .labels(labels);
  }

  /** What a person should know: photos without cameras, cameras without photos, other sizes. */
  public List<String> warnings() {
    return warnings;
  }

  /** What was found, in a few lines for a person. */
  public String describe() {
    long withPhoto = views.stream().filter(this::hasPhoto).count();
    long straightened = views.stream().filter(this::isUndistorted).count();
    List<String> lines = new ArrayList<>();
    lines.add("splat: " + (hasSplat() ? splatFile() : splats.size() + " files"));
    lines.add("cameras: " + (cameraSource == null ? "none" : cameraSource));
    if (!views.isEmpty()) {
      Camera first = views.getFirst().camera();
      lines.add(
          "views: %d, from %s to %s, the first %d×%d"
              .formatted(
                  views.size(),
                  views.getFirst().key(),
                  views.getLast().key(),
                  first.width(),
                  first.height()));
      lines.add("photos: %d, %d with lens distortion removed".formatted(withPhoto, straightened));
    }
    warnings.forEach(warning -> lines.add("warning: " + warning));
    return String.join("\n", lines);
  }
}
