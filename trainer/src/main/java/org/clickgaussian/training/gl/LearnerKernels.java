package org.clickgaussian.training.gl;

import java.util.HashMap;
import java.util.Map;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.mask.Level;

/** The kernels of this package, made for one layout of features. */
final class LearnerKernels {
  private static final int TEAM_GROUP = 256;

  /** Work groups keep two tables of rows in shared memory, of which there may be 32 KiB. */
  private static final int LONGEST_OF_MANY_ROWS = 31;

  private final GlContext context;
  private final FeatureLayout layout;
  private final Map<String, GlKernel> known = new HashMap<>();

  LearnerKernels(GlContext context, FeatureLayout layout) {
    this.context = context;
    this.layout = layout;
  }

  /** The kernel in the resource {@code name.comp}. */
  GlKernel get(String name) {
    return known.computeIfAbsent(
        name, each -> context.kernel(LearnerKernels.class, each + ".comp", defines()));
  }

  /** The kernel that pools features of a level. */
  GlKernel pooling(Level level) {
    Map<String, String> defines = defines();
    defines.put("FROM", layout.from(level) + "u");
    defines.put("SIZE", layout.dimensions(level) + "u");
    return context.kernel(LearnerKernels.class, "pool.comp", defines);
  }

  private Map<String, String> defines() {
    Map<String, String> defines = new HashMap<>();
    defines.put("DIMENSIONS", layout.dimensions() + "u");
    defines.put("HALF", layout.coarseDimensions() + "u");
    defines.put("FINE_FROM", layout.from(Level.FINE) + "u");
    defines.put("PRIOR", layout.granularityPrior() ? "1" : "0");
    defines.put("ROWS", Integer.toString(rows()));
    // Two rows of more floats, with their sums, would not fit in registers.
    defines.put("OWNED", layout.dimensions() <= LONGEST_OF_MANY_ROWS ? "2" : "1");
    return defines;
  }

  /** Work groups for so many rows, on each of which one invocation a float works. */
  long teamGroups(long rows) {
    return Math.ceilDiv(rows, TEAM_GROUP / layout.dimensions());
  }

  /** Gaussians that a work group of the pass over all Gaussians takes. */
  int rows() {
    return layout.dimensions() <= LONGEST_OF_MANY_ROWS ? 64 : 32;
  }

  /** Groups of four floats in a unit row: both halves, each rounded up. */
  int unitVectors() {
    int coarse = layout.coarseDimensions();
    return Math.ceilDiv(coarse, 4) + Math.ceilDiv(layout.dimensions() - coarse, 4);
  }
}
