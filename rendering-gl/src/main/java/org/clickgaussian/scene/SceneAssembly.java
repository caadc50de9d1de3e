package org.clickgaussian.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.scene.camera.Lens;
import org.clickgaussian.scene.camera.PosedPhoto;

/** Brings cameras and photos together and notes what does not fit. */
final class SceneAssembly {
  private static final double ASPECT_TOLERANCE = 0.01;

  private final PhotoIndex photos;
  private final boolean strayPhotos;
  private final SortedMap<String, SceneFolder.Shot> shots = new TreeMap<>();
  private final List<String> withoutPhoto = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private final List<String> resized = new ArrayList<>();
  private final List<String> squeezed = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * An assembly without cameras.
   *
   * @param photos the photos that there are
   * @param strayPhotos whether photos without camera are nothing to warn of
   */
  SceneAssembly(PhotoIndex photos, boolean strayPhotos) {
    this.photos = photos;
    this.strayPhotos = strayPhotos;
  }

  /** Adds a camera. */
  void add(PosedPhoto posed) {
    String stored = SceneFolder.keyOf(posed.name());
    String key = photos.find(stored).orElse(stored);
    if (shots.containsKey(key)) {
      repeated.add(key);
      return;
    }
    Path photo = photos.photos().get(key);
    Camera camera = posed.camera();
    if (photo == null) {
      withoutPhoto.add(key);
    } else {
      camera = fit(camera, ImageFiles.size(photo), key);
    }
    Lens lens = posed.lens().isNegligible(camera) ? Lens.NONE : posed.lens();
    shots.put(key, new SceneFolder.Shot(new View(key, camera), photo, lens));
  }

  private Camera fit(Camera camera, ImageSize size, String key) {
    if (camera.width() == size.width() && camera.height() == size.height()) {
      return camera;
    }
    double aspect = (double) camera.width() * size.height() / camera.height() / size.width();
    boolean sameShape = Math.abs(aspect - 1) < ASPECT_TOLERANCE;
    (sameShape ? resized : squeezed).add(key);
    return camera.resized(size.width(), size.height());
  }

  /** Writes the warnings, once all cameras are there. */
  void finish(boolean hasCameras) {
    warn(repeated, "Cameras left out because another one has the same photo: %d (%s).");
    warn(resized, "Cameras scaled to the size of their photos: %d (%s).");
    warn(
        squeezed,
        "Cameras stretched to photos of another shape: %d (%s); check that the photos belong to"
            + " the cameras.");
    if (hasCameras && photos.photos().isEmpty()) {
      warnings.add("There are no photos: no folder images with JPEG or PNG files.");
    } else {
      warn(withoutPhoto, "Cameras without photos: %d (%s).");
    }
    List<String> withoutCamera =
        photos.photos().keySet().stream().filter(key -> !shots.containsKey(key)).toList();
    if (!strayPhotos) {
      warn(withoutCamera, "Photos without cameras: %d (%s).");
    }
  }

  private void warn(List<String> keys, String message) {
    if (!keys.isEmpty()) {
      warnings.add(message.formatted(keys.size(), Listing.ofKeys(keys)));
    }
  }

  /** The views by key. */
  SortedMap<String, SceneFolder.Shot> shots() {
    return shots;
  }

  /** What does not fit, one sentence each. */
  List<String> warnings() {
    return warnings;
  }
}
