package org.clickgaussian.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.camera.CamerasJson;
import org.clickgaussian.scene.camera.ColmapModel;
import org.clickgaussian.scene.camera.DataparserTransforms;
import org.clickgaussian.scene.camera.PosedPhoto;
import org.clickgaussian.scene.camera.TransformsJson;

/**
 * Finds the cameras of a scene folder: {@code sparse/0}, {@code sparse}, {@code transforms.json},
 * {@code cameras.json}, in this order. COLMAP comes first because {@code cameras.json} has no
 * principal point. Beside {@code transforms.json} nerfstudio's {@link DataparserTransforms} are
 * applied, so that the cameras fit a splat that it exported.
 *
 * @param source the folder or file that was read; null if there is none
 * @param photos the cameras; empty if there is no source
 */
record CameraSearch(Path source, List<PosedPhoto> photos) {
  private static final List<String> COLMAP_FILES =
      List.of("cameras.bin", "images.bin", "cameras.txt", "images.txt");

  /**
   * Reads the cameras of a folder.
   *
   * @param photoSize the size of a photo by the path that {@code transforms.json} gives
   */
  static CameraSearch in(Path folder, Function<String, Optional<ImageSize>> photoSize) {
    for (String name : List.of("sparse/0", "sparse")) {
      Path sparse = folder.resolve(name);
      if (hasColmapFile(sparse)) {
        return new CameraSearch(sparse, ColmapModel.read(sparse));
      }
    }
    Path transforms = folder.resolve("transforms.json");
    if (Files.isRegularFile(transforms)) {
      List<PosedPhoto> photos = TransformsJson.read(transforms, photoSize);
      Path dataparser = folder.resolve(DataparserTransforms.NAME);
      return new CameraSearch(
          transforms,
          Files.isRegularFile(dataparser)
              ? DataparserTransforms.read(dataparser).apply(photos)
              : photos);
    }
    Path cameras = folder.resolve("cameras.json");
    if (Files.isRegularFile(cameras)) {
      return new CameraSearch(cameras, CamerasJson.read(cameras));
    }
    if (Files.isDirectory(folder.resolve("sparse"))) {
      throw InputException.in(
          folder.resolve("sparse"),
          "has no COLMAP model (cameras.bin and images.bin, or .txt), neither itself nor in 0;"
              + " run COLMAP's mapper or remove the folder");
    }
    return new CameraSearch(null, List.of());
  }

  /** One of the files is enough: a model that is half there is told, not passed over. */
  private static boolean hasColmapFile(Path folder) {
    return COLMAP_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }
}
