package org.clickgaussian.tuning;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.mask.Level;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Workers;

/**
 * Makes previews of one training: projects its features on three axes that follow those of the
 * preview before, and colours Gaussians by their clusters once there are some. One thread.
 */
final class PreviewPainter {
  private static final int PIECE = 1 << 14;

  /** The axes cost more than all the rest of a preview of few Gaussians. */
  private static final int MOST_BETWEEN_AXES = 8;

  private final Path run;
  private final Workers workers;
  private final Map<Level, SteadyColours> colours = new EnumMap<>(Level.class);
  private PcaBases bases;
  private int painted;
  private int sinceAxes;

  PreviewPainter(Path run, Workers workers) {
    this.run = run;
    this.workers = workers;
    for (Level level : Level.values()) {
      colours.put(level, new SteadyColours());
    }
  }

  /**
   * The state as it is now.
   *
   * @throws IllegalStateException if the features hold no numbers
   */
  LiveRun paint(TrainingState state) {
    FeatureField field = state.features();
    followFeatures(field);
    Map<Level, MemorySegment> components = new EnumMap<>(Level.class);
    Map<Level, MemorySegment> clusters = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      components.put(level, projected(field, level));
      Candidates candidates =
          level == Level.COARSE ? state.coarseCandidates() : state.fineCandidates();
      if (candidates != null && candidates.count() > 0) {
        clusters.put(level, coloured(field, candidates, level));
      }
    }
    return new LiveRun(run, state.iteration(), field.count(), components, clusters);
  }

  /** Finds the axes anew: often at first, when the features move far, and ever more rarely then. */
  private void followFeatures(FeatureField field) {
    if (bases == null) {
      bases = PcaBases.of(field);
    } else if (sinceAxes >= Math.min(painted / 2, MOST_BETWEEN_AXES)) {
      bases = PcaBases.of(field).follow(bases);
      sinceAxes = 0;
    }
    sinceAxes++;
    painted++;
  }

  private MemorySegment projected(FeatureField field, Level level) {
    PcaBasis basis = bases.level(level);
    int dimensions = basis.dimensions();
    int from = field.layout().from(level);
    int row = field.layout().dimensions();
    // The colour of a coordinate is linear in it: two of its values give the slope.
    float[] weights = new float[3 * dimensions];
    float[] offsets = new float[3];
    for (int k = 0; k < 3; k++) {
      double slope = basis.deviation(k) > 0 ? slope(basis, k) : 0;
      offsets[k] = 0.5f;
      for (int d = 0; d < dimensions; d++) {
        weights[k * dimensions + d] = (float) (slope * basis.axes()[k][d]);
        offsets[k] -= (float) (slope * basis.axes()[k][d] * basis.mean()[d]);
      }
    }
    MemorySegment table = field.table();
    MemorySegment rgb = Arena.ofAuto().allocate(12L * field.count(), 64);
    workers.forRanges(
        field.count(),
        PIECE,
        (piece, first, end) -> {
          for (int i = first; i < end; i++) {
            for (int k = 0; k < 3; k++) {
              float sum = offsets[k];
              for (int d = 0; d < dimensions; d++) {
                sum +=
                    weights[k * dimensions + d]
                        * table.getAtIndex(ValueLayout.JAVA_FLOAT, (long) i * row + from + d);
              }
              rgb.setAtIndex(ValueLayout.JAVA_FLOAT, 3L * i + k, Math.clamp(sum, 0f, 1f));
            }
          }
        });
    return rgb;
  }

  private static double slope(PcaBasis basis, int axis) {
    double small = 0.1 * basis.deviation(axis);
    return (basis.colour(axis, small) - basis.colour(axis, -small)) / (2 * small);
  }

  private MemorySegment coloured(FeatureField field, Candidates candidates, Level level) {
    float[] palette = colours.get(level).of(candidates);
    int[] found =
        CandidateMatcher.of(candidates, field.layout(), level)
            .match(field.table(), field.count(), workers)
            .clusters();
    MemorySegment rgb = Arena.ofAuto().allocate(12L * field.count(), 64);
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0) {
        MemorySegment.copy(palette, 3 * found[i], rgb, ValueLayout.JAVA_FLOAT, 12L * i, 3);
      }
    }
    return rgb;
  }
}
