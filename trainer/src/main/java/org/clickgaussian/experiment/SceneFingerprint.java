package org.clickgaussian.experiment;

import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.clickgaussian.scene.GaussianScene;

/**
 * By what a run knows its scene again: the number of rows of the splat file and a checksum of the
 * Gaussians' positions in file order.
 *
 * @param fileCount rows of the splat file
 * @param positions CRC-32C of the positions, as eight hexadecimal digits
 */
public record SceneFingerprint(int fileCount, String positions) {

  /** The fingerprint of a scene; the order of its Gaussians in memory does not matter. */
  public static SceneFingerprint of(GaussianScene scene) {
    int[] inFile = new int[scene.fileCount()];
    for (int i = 0; i < scene.count(); i++) {
      inFile[scene.fileIndex(i)] = i + 1;
    }
    CRC32C checksum = new CRC32C();
    byte[] row = new byte[12];
    for (int file = 0; file < inFile.length; file++) {
      if (inFile[file] > 0) {
        for (int axis = 0; axis < 3; axis++) {
          int bits =
              scene
                  .positions()
                  .get(ValueLayout.JAVA_INT, 4L * ((long) axis * scene.count() + inFile[file] - 1));
          for (int b = 0; b < 4; b++) {
            row[4 * axis + b] = (byte) (bits >>> 8 * b);
          }
        }
        checksum.update(row);
      }
    }
    return new SceneFingerprint(
        scene.fileCount(), HexFormat.of().toHexDigits((int) checksum.getValue()));
  }
}
