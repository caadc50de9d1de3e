package org.clickgaussian.scene;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Carries values between the Gaussians of a scene and the rows of its file. What leaves the program
 * (labels, indices, features) goes by rows of the file; some rows may have no Gaussian.
 */
public final class FileRows {
  private FileRows() {}

  /**
   * One value a row of the file from one value a Gaussian.
   *
   * @param values float[N]
   * @param absent for rows without a Gaussian
   * @return float[fileCount]
   */
  public static float[] fromGaussians(GaussianScene scene, float[] values, float absent) {
    float[] rows = new float[scene.fileCount()];
    Arrays.fill(rows, absent);
    for (int i = 0; i < scene.count(); i++) {
      rows[scene.fileIndex(i)] = values[i];
    }
    return rows;
  }

  /**
   * One value a row of the file from one value a Gaussian.
   *
   * @param values int[N]
   * @param absent for rows without a Gaussian
   * @return int[fileCount]
   */
  public static int[] fromGaussians(GaussianScene scene, int[] values, int absent) {
    int[] rows = new int[scene.fileCount()];
    Arrays.fill(rows, absent);
    for (int i = 0; i < scene.count(); i++) {
      rows[scene.fileIndex(i)] = values[i];
    }
    return rows;
  }

  /**
   * Copies the rows of a table from the order of the Gaussians to that of the file. Rows of the
   * file without a Gaussian are left as they are.
   *
   * @param table row-major float[N][width]
   * @param width floats in a row
   * @param rows row-major float[fileCount][width], to be written
   */
  public static void fromGaussians(
      GaussianScene scene, MemorySegment table, int width, MemorySegment rows) {
    long bytes = 4L * width;
    for (int i = 0; i < scene.count(); i++) {
      MemorySegment.copy(table, i * bytes, rows, scene.fileIndex(i) * bytes, bytes);
    }
  }

  /**
   * One value a Gaussian from one value a row of the file.
   *
   * @param rows float[fileCount]
   * @return float[N]
   */
  public static float[] toGaussians(GaussianScene scene, float[] rows) {
    float[] values = new float[scene.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[scene.fileIndex(i)];
    }
    return values;
  }

  /**
   * One value a Gaussian from one value a row of the file.
   *
   * @param rows int[fileCount]
   * @return int[N]
   */
  public static int[] toGaussians(GaussianScene scene, int[] rows) {
    int[] values = new int[scene.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[scene.fileIndex(i)];
    }
    return values;
  }

  /**
   * Copies the rows of a table from the order of the file to that of the Gaussians.
   *
   * @param rows row-major float[fileCount][width]
   * @param width floats in a row
   * @param table row-major float[N][width], to be written
   */
  public static void toGaussians(
      GaussianScene scene, MemorySegment rows, int width, MemorySegment table) {
    long bytes = 4L * width;
    for (int i = 0; i < scene.count(); i++) {
      MemorySegment.copy(rows, scene.fileIndex(i) * bytes, table, i * bytes, bytes);
    }
  }
}
