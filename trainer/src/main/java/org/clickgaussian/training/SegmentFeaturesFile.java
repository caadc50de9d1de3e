package org.clickgaussian.training;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.feature.SafeTensors;
import org.clickgaussian.feature.SafeTensors.Tensor;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;

/**
 * {@code segments.safetensors}: pooled features on disk. For each level a tensor {@code
 * coarse.features} of segments × D^l and one {@code coarse.views} of the segments' view numbers
 * among the training views.
 */
public final class SegmentFeaturesFile {
  private static final String FEATURES = ".features";
  private static final String VIEWS = ".views";

  private SegmentFeaturesFile() {}

  /**
   * Writes pooled features.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, SegmentFeatures segments) {
    List<Tensor> tensors = new ArrayList<>();
    for (Level level : Level.values()) {
      PooledFeatures pooled = segments.level(level);
      float[] views = new float[pooled.count()];
      for (int i = 0; i < views.length; i++) {
        views[i] = pooled.views()[i];
      }
      tensors.add(
          tensor(level.key() + FEATURES, pooled.vectors(), pooled.count(), pooled.dimensions()));
      tensors.add(tensor(level.key() + VIEWS, views, pooled.count()));
    }
    SafeTensors.write(file, tensors, Map.of("format_version", "1"));
  }

  private static Tensor tensor(String name, float[] values, long... shape) {
    MemorySegment data = java.lang.foreign.Arena.ofAuto().allocate(4L * values.length, 4);
    MemorySegment.copy(values, 0, data, ValueLayout.JAVA_FLOAT, 0, values.length);
    return new Tensor(name, shape, data);
  }

  /**
   * Reads pooled features.
   *
   * @throws InputException if the file is absent, damaged, or of another layout
   */
  public static SegmentFeatures read(Path file, FeatureLayout layout) {
    try (SafeTensors tensors = SafeTensors.open(file)) {
      return new SegmentFeatures(
          read(file, tensors, Level.COARSE, layout), read(file, tensors, Level.FINE, layout));
    }
  }

  private static PooledFeatures read(
      Path file, SafeTensors tensors, Level level, FeatureLayout layout) {
    int dimensions = layout.dimensions(level);
    float[] vectors = floats(tensors.tensor(level.key() + FEATURES, -1, dimensions));
    int count = vectors.length / dimensions;
    float[] numbers = floats(tensors.tensor(level.key() + VIEWS, count));
    int[] views = new int[count];
    for (int i = 0; i < count; i++) {
      views[i] = (int) numbers[i];
      if (views[i] != numbers[i] || views[i] < 0 || views[i] > 1 << 20) {
        throw InputException.in(file, "names a view " + numbers[i] + "; move it out of the run");
      }
    }
    for (float value : vectors) {
      if (!(Math.abs(value) <= 2)) {
        throw InputException.in(file, "holds features that are none; move it out of the run");
      }
    }
    return new PooledFeatures(count, dimensions, vectors, views);
  }

  private static float[] floats(Tensor tensor) {
    return tensor.data().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
  }
}
