package org.clickgaussian.scene.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.scene.RigidTransform;

/** Reads COLMAP's {@code cameras.bin} and {@code images.bin}. */
final class ColmapBinary {
  private static final long SMALLEST_CAMERA = 4 + 4 + 8 + 8 + 3 * 8;
  private static final long SMALLEST_IMAGE = 4 + 4 * 8 + 3 * 8 + 4 + 1 + 8;
  private static final long POINT = 8 + 8 + 8;

  private ColmapBinary() {}

  /** The cameras by their id. */
  static Map<Integer, ColmapCameraModel.Intrinsics> cameras(Path file) {
    try (BinaryCursor cursor = new BinaryCursor(file)) {
      long count = cursor.nextCount(SMALLEST_CAMERA, "cameras");
      Map<Integer, ColmapCameraModel.Intrinsics> cameras = new HashMap<>();
      for (long i = 0; i < count; i++) {
        int id = cursor.nextInt();
        ColmapCameraModel model = ColmapCameraModel.ofNumber(file, cursor.nextInt());
        long width = cursor.nextLong();
        long height = cursor.nextLong();
        double[] parameters = cursor.nextDoubles(model.parameters());
        cameras.put(id, model.intrinsics(file, width, height, parameters));
      }
      return cameras;
    }
  }

  /** The photos in the order of the file; the points seen in them are skipped. */
  static List<PosedPhoto> photos(Path file, Map<Integer, ColmapCameraModel.Intrinsics> cameras) {
    try (BinaryCursor cursor = new BinaryCursor(file)) {
      long count = cursor.nextCount(SMALLEST_IMAGE, "images");
      List<PosedPhoto> photos = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        cursor.skip(1, Integer.BYTES);
        double[] quaternion = cursor.nextDoubles(4);
        double[] translation = cursor.nextDoubles(3);
        int camera = cursor.nextInt();
        String name = PoseChecks.name(file, cursor.nextText());
        RigidTransform pose = PoseChecks.ofQuaternion(file, name, quaternion, translation);
        photos.add(ColmapModel.camera(file, cameras, camera, name).photo(name, pose));
        cursor.skip(cursor.nextCount(POINT, "points in the image " + name), POINT);
      }
      return photos;
    }
  }
}
