package org.clickgaussian.scene.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.View;

/**
 * A COLMAP model: a folder with {@code cameras.bin} and {@code images.bin}, or the same as {@code
 * .txt}. Poses are world-to-camera in the OpenCV convention and are taken as they are; the points
 * are not read.
 */
public final class ColmapModel {
  private ColmapModel() {}

  /** Whether a folder holds a COLMAP model, judged by the names of its files. */
  public static boolean isIn(Path folder) {
    return hasBinary(folder) || hasText(folder);
  }

  /**
   * Reads the model of a folder; the binary files win over the text ones.
   *
   * @return the registered photos in the order of the file, at least one
   * @throws InputException if a file is absent, cut off or lies, a camera model is not supported,
   *     or a pose is not finite
   */
  public static List<PosedPhoto> read(Path folder) {
    if (!isIn(folder)) {
      throw InputException.in(
          folder, "has no cameras.bin and images.bin (or .txt) of COLMAP; run COLMAP's mapper");
    }
    List<PosedPhoto> photos =
        hasBinary(folder)
            ? ColmapBinary.photos(
                folder.resolve("images.bin"), ColmapBinary.cameras(folder.resolve("cameras.bin")))
            : ColmapText.photos(
                folder.resolve("images.txt"), ColmapText.cameras(folder.resolve("cameras.txt")));
    if (photos.isEmpty()) {
      throw InputException.in(folder, "has no registered image; run COLMAP's mapper again");
    }
    return photos;
  }

  /**
   * Writes views as binary files with PINHOLE cameras, no points, and photo names that are the keys
   * with an extension. Views with equal intrinsics share a camera.
   *
   * @param folder where the three files go, usually {@code sparse/0}
   * @param extension of the photos, such as ".png"
   */
  public static void write(Path folder, List<View> views, String extension) {
    ColmapWriter.write(folder, views, extension);
  }

  /** The camera of an image. */
  static ColmapCameraModel.Intrinsics camera(
      Path file, Map<Integer, ColmapCameraModel.Intrinsics> cameras, int id, String photo) {
    ColmapCameraModel.Intrinsics camera = cameras.get(id);
    if (camera == null) {
      throw InputException.in(
          file,
          "gives the image %s the camera %d, which the file of the cameras lacks; run COLMAP again"
              .formatted(photo, id));
    }
    return camera;
  }

  private static boolean hasBinary(Path folder) {
    return Files.isRegularFile(folder.resolve("cameras.bin"))
        && Files.isRegularFile(folder.resolve("images.bin"));
  }

  private static boolean hasText(Path folder) {
    return Files.isRegularFile(folder.resolve("cameras.txt"))
        && Files.isRegularFile(folder.resolve("images.txt"));
  }
}
