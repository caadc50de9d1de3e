package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.camera.CamerasJson;

/** A scene folder of two Gaussians and three cameras, without photos. */
final class SceneOnDisk {

  private static final List<String> COLUMNS =
      List.of(
          "x", "y", "z", "f_dc_0", "f_dc_1", "f_dc_2", "opacity", "scale_0", "scale_1", "scale_2",
          "rot_0", "rot_1", "rot_2", "rot_3");

  private SceneOnDisk() {}

  /** Writes the scene; returns the folder. */
  static Path in(Path folder) throws IOException {
    StringBuilder ply = new StringBuilder("ply\nformat ascii 1.0\nelement vertex 2\n");
    COLUMNS.forEach(column -> ply.append("property float ").append(column).append('\n'));
    ply.append("end_header\n");
    ply.append("0 0 0  1.5 -1 -1  3  -1.5 -1.5 -1.5  1 0 0 0\n");
    ply.append("0.5 0 0.5  -1 1.5 -1  3  -2 -2 -2  1 0 0 0\n");
    Files.writeString(Files.createDirectories(folder).resolve("splat.ply"), ply);
    CamerasJson.write(folder.resolve("cameras.json"), List.of(view(0), view(1), view(2)));
    return folder;
  }

  private static View view(int i) {
    double[] eye = {3 * Math.cos(i), 3 * Math.sin(i), 0.5};
    RigidTransform viewMatrix = RigidTransform.lookAt(eye, new double[3], new double[] {0, 0, 1});
    return new View(
        String.format(Locale.ROOT, "view_%d", i), Camera.centred(40, 30, 40, viewMatrix));
  }
}
