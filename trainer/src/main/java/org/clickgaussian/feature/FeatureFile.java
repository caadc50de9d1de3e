package org.clickgaussian.feature;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clickgaussian.scene.GaussianScene;

/**
 * The file {@code features.safetensors}: one tensor "features" of float[rows][D], a row for each
 * row of the splat file, zeros for rows that hold no usable Gaussian.
 */
public final class FeatureFile {
  private static final String NAME = "features";

  private FeatureFile() {}

  /** Writes a scene's features in the order of its file. */
  public static void write(Path file, GaussianScene scene, FeatureField field) {
    int dimensions = field.layout().dimensions();
    try (Arena arena = Arena.ofShared()) {
      MemorySegment rows = arena.allocate(4L * scene.fileCount() * dimensions, 64);
      for (int i = 0; i < field.count(); i++) {
        MemorySegment.copy(
            field.table(),
            4L * i * dimensions,
            rows,
            4L * scene.fileIndex(i) * dimensions,
            4L * dimensions);
      }
      long[] shape = {scene.fileCount(), dimensions};
      Map<String, String> metadata =
          Map.of(
              "format_version", "1",
              "coarse_dimensions", Integer.toString(field.layout().coarseDimensions()),
              "granularity_prior", Boolean.toString(field.layout().granularityPrior()));
      SafeTensors.write(file, List.of(new SafeTensors.Tensor(NAME, shape, rows)), metadata);
    }
  }

  /**
   * Reads a scene's features.
   *
   * @throws org.clickgaussian.io.InputException if the file is damaged or of another scene
   */
  public static FeatureField read(Path file, GaussianScene scene, FeatureLayout layout) {
    try (SafeTensors tensors = SafeTensors.open(file)) {
      int dimensions = layout.dimensions();
      MemorySegment rows = tensors.tensor(NAME, scene.fileCount(), dimensions).data();
      FeatureField field = new FeatureField(scene.count(), layout);
      for (int i = 0; i < scene.count(); i++) {
        MemorySegment.copy(
            rows,
            ValueLayout.JAVA_BYTE,
            4L * scene.fileIndex(i) * dimensions,
            field.table(),
            ValueLayout.JAVA_BYTE,
            4L * i * dimensions,
            4L * dimensions);
      }
      return field;
    }
  }
}
