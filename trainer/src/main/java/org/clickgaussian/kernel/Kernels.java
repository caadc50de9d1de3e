package org.clickgaussian.kernel;

import jdk.incubator.vector.FloatVector;

/** One implementation of the inner loops: on the Vector API, or in plain Java. */
public enum Kernels {
  /** On the Vector API, with vectors of at least 8 floats. */
  VECTOR {
    @Override
    public RowKernels rows(int dimensions) {
      return dimensions == VectorRowKernels.DIMENSIONS
          ? new VectorRowKernels()
          : new ScalarRowKernels(dimensions);
    }

    @Override
    public PairKernels pairs() {
      return new VectorPairKernels();
    }

    @Override
    public CandidateKernels candidates() {
      return new VectorCandidateKernels();
    }
  },

  /** Plain Java, for every machine. */
  SCALAR {
    @Override
    public RowKernels rows(int dimensions) {
      return new ScalarRowKernels(dimensions);
    }

    @Override
    public PairKernels pairs() {
      return new ScalarPairKernels();
    }

    @Override
    public CandidateKernels candidates() {
      return new ScalarCandidateKernels();
    }
  };

  /** The system property that forces a choice: "vector" or "scalar". */
  public static final String PROPERTY = "clickgaussian.kernels";

  private static final int LEAST_LANES = 8;

  /** Loops over rows of D floats. */
  public abstract RowKernels rows(int dimensions);

  /** The loop over pairs of pixels. */
  public abstract PairKernels pairs();

  /** The loop over candidates. */
  public abstract CandidateKernels candidates();

  /** "vector" or "scalar". */
  public String key() {
    return this == VECTOR ? "vector" : "scalar";
  }

  /** What {@link #PROPERTY} says, else vectors where this machine and this JVM have them. */
  public static Kernels choose() {
    String wanted = System.getProperty(PROPERTY, "");
    return switch (wanted) {
      case "vector" -> VECTOR;
      case "scalar" -> SCALAR;
      case "" -> vectorsRunHere() ? VECTOR : SCALAR;
      default ->
          throw new IllegalArgumentException(
              "the property " + PROPERTY + " is \"" + wanted + "\", not vector or scalar");
    };
  }

  private static boolean vectorsRunHere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && VectorLanes.preferred() >= LEAST_LANES;
  }

  /** Apart, so that nothing of the module is touched where it is absent. */
  private static final class VectorLanes {
    static int preferred() {
      return FloatVector.SPECIES_PREFERRED.length();
    }
  }
}
