package org.clickgaussian.training;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.feature.SafeTensors;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * A run's state on disk: the table, both moments of Adam, the candidates and the iteration. Random
 * numbers and the order of the views follow from the seed and the iteration. Rows are in the order
 * of the scene in memory, which follows from the splat file alone.
 */
public final class Checkpoint {
  private static final String ITERATION = "iteration";

  private Checkpoint() {}

  /** Writes a state; the file is whole at any moment. */
  public static void write(Path file, TrainingState state) {
    long[] shape = {state.features().count(), state.features().layout().dimensions()};
    List<SafeTensors.Tensor> tensors = new ArrayList<>();
    tensors.add(new SafeTensors.Tensor("features", shape, state.features().table()));
    tensors.add(new SafeTensors.Tensor("adam.first", shape, state.optimizer().firstMoments()));
    tensors.add(new SafeTensors.Tensor("adam.second", shape, state.optimizer().secondMoments()));
    try (Arena arena = Arena.ofShared()) {
      addCandidates(tensors, "candidates.coarse", state.coarseCandidates(), arena);
      addCandidates(tensors, "candidates.fine", state.fineCandidates(), arena);
      Map<String, String> metadata = new HashMap<>();
      metadata.put("format_version", "1");
      metadata.put(ITERATION, Integer.toString(state.iteration()));
      SafeTensors.write(file, tensors, metadata);
    }
  }

  private static void addCandidates(
      List<SafeTensors.Tensor> tensors, String name, Candidates candidates, Arena arena) {
    if (candidates != null) {
      long[] shape = {candidates.count(), candidates.dimensions()};
      MemorySegment data = arena.allocate(4L * candidates.vectors().length, 64);
      MemorySegment.copy(
          candidates.vectors(), 0, data, ValueLayout.JAVA_FLOAT, 0, candidates.vectors().length);
      tensors.add(new SafeTensors.Tensor(name, shape, data));
    }
  }

  /**
   * Reads a state.
   *
   * @param count N
   * @throws InputException if the file is damaged or of another scene or layout
   */
  public static TrainingState read(Path file, int count, FeatureLayout layout, Workers workers) {
    try (SafeTensors tensors = SafeTensors.open(file)) {
      int iteration = iteration(file, tensors);
      int dimensions = layout.dimensions();
      MemorySegment table = tensors.tensor("features", count, dimensions).data();
      MemorySegment first = tensors.tensor("adam.first", count, dimensions).data();
      MemorySegment second = tensors.tensor("adam.second", count, dimensions).data();
      Candidates coarse = candidates(tensors, "candidates.coarse", layout.dimensions(Level.COARSE));
      Candidates fine = candidates(tensors, "candidates.fine", layout.dimensions(Level.FINE));
      // Nothing is allocated for a file that is refused.
      FeatureField features = new FeatureField(count, layout);
      AdamOptimizer optimizer = new AdamOptimizer(features, workers);
      features.table().copyFrom(table);
      optimizer.firstMoments().copyFrom(first);
      optimizer.secondMoments().copyFrom(second);
      return new TrainingState(features, optimizer, iteration, coarse, fine);
    }
  }

  /**
   * The iterations that a checkpoint has done, read without the rest.
   *
   * @throws InputException if the file is damaged
   */
  public static int iteration(Path file) {
    try (SafeTensors tensors = SafeTensors.open(file)) {
      return iteration(file, tensors);
    }
  }

  private static int iteration(Path file, SafeTensors tensors) {
    try {
      return Integer.parseInt(tensors.metadata().getOrDefault(ITERATION, "none"));
    } catch (NumberFormatException e) {
      throw InputException.in(file, "holds no iteration; train the run again", e);
    }
  }

  private static Candidates candidates(SafeTensors tensors, String name, int dimensions) {
    if (!tensors.has(name)) {
      return null;
    }
    SafeTensors.Tensor tensor = tensors.tensor(name, -1, dimensions);
    float[] vectors = new float[Math.toIntExact(tensor.shape()[0] * dimensions)];
    MemorySegment.copy(tensor.data(), ValueLayout.JAVA_FLOAT, 0, vectors, 0, vectors.length);
    return new Candidates((int) tensor.shape()[0], dimensions, vectors);
  }
}
