package org.clickgaussian.scene.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;

/** Writes COLMAP's binary files. */
final class ColmapWriter {
  /** One instance, so that cameras that differ in their pose alone are equal. */
  private static final RigidTransform ORIGIN = RigidTransform.identity();

  private ColmapWriter() {}

  static void write(Path folder, List<View> views, String extension) {
    List<Camera> shared = new ArrayList<>();
    int[] cameraOf = new int[views.size()];
    for (int i = 0; i < cameraOf.length; i++) {
      Camera camera = views.get(i).camera().movedTo(ORIGIN);
      if (!shared.contains(camera)) {
        shared.add(camera);
      }
      cameraOf[i] = shared.indexOf(camera) + 1;
    }
    AtomicFile.write(folder.resolve("cameras.bin"), stream -> cameras(stream, shared));
    AtomicFile.write(
        folder.resolve("images.bin"), stream -> images(stream, views, cameraOf, extension));
    AtomicFile.write(folder.resolve("points3D.bin"), stream -> stream.write(bytes(8).array()));
  }

  private static void cameras(OutputStream stream, List<Camera> cameras) throws IOException {
    stream.write(bytes(8).putLong(cameras.size()).array());
    for (int i = 0; i < cameras.size(); i++) {
      Camera camera = cameras.get(i);
      ByteBuffer record = bytes(4 + 4 + 8 + 8 + 4 * 8);
      record.putInt(i + 1).putInt(ColmapCameraModel.PINHOLE.ordinal());
      record.putLong(camera.width()).putLong(camera.height());
      record.putDouble(camera.fx()).putDouble(camera.fy());
      record.putDouble(camera.cx()).putDouble(camera.cy());
      stream.write(record.array());
    }
  }

  private static void images(
      OutputStream stream, List<View> views, int[] cameraOf, String extension) throws IOException {
    stream.write(bytes(8).putLong(views.size()).array());
    for (int i = 0; i < cameraOf.length; i++) {
      View view = views.get(i);
      byte[] name = (view.key() + extension).getBytes(StandardCharsets.UTF_8);
      ByteBuffer record = bytes(4 + 7 * 8 + 4 + name.length + 1 + 8);
      record.putInt(i + 1);
      for (double number : quaternion(view.camera().viewMatrix().rotation())) {
        record.putDouble(number);
      }
      for (double number : view.camera().viewMatrix().translation()) {
        record.putDouble(number);
      }
      record.putInt(cameraOf[i]).put(name).put((byte) 0).putLong(0);
      stream.write(record.array());
    }
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The unit quaternion w, x, y, z of a rotation, w ≥ 0 (Shepperd's method: the largest of the four
   * is computed first, so nothing is divided by a small number).
   */
  static double[] quaternion(double[] r) {
    double[] squares = {
      1 + r[0] + r[4] + r[8], 1 + r[0] - r[4] - r[8], 1 - r[0] + r[4] - r[8], 1 - r[0] - r[4] + r[8]
    };
    int largest = 0;
    for (int i = 1; i < 4; i++) {
      largest = squares[i] > squares[largest] ? i : largest;
    }
    double[] products =
        switch (largest) {
          case 0 -> new double[] {squares[0], r[7] - r[5], r[2] - r[6], r[3] - r[1]};
          case 1 -> new double[] {r[7] - r[5], squares[1], r[1] + r[3], r[2] + r[6]};
          case 2 -> new double[] {r[2] - r[6], r[1] + r[3], squares[2], r[5] + r[7]};
          default -> new double[] {r[3] - r[1], r[2] + r[6], r[5] + r[7], squares[3]};
        };
    double scale = (products[0] < 0 ? -1 : 1) / (2 * Math.sqrt(squares[largest]));
    for (int i = 0; i < 4; i++) {
      products[i] *= scale;
    }
    return products;
  }
}
