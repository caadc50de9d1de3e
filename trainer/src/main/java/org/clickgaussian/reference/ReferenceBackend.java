package org.clickgaussian.reference;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumMap;
import java.util.Map;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.loss.GaussianSample;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Eq. 13 as an ND4J graph in double precision, differentiated automatically: to be read and to be
 * compared with. Matrices are dense (pixels × Gaussians, pixels², Gaussians²), so it serves
 * problems of up to a few thousand pixels and Gaussians. The first use loads ND4J, some seconds.
 */
public final class ReferenceBackend implements GradientBackend {
  private final FeatureLayout layout;
  private final int[] neighbours;
  private final int spatialSamples;

  /**
   * A backend for one scene.
   *
   * @param layout where the levels lie in a row
   * @param neighbours int[N · K], the nearest neighbours of each Gaussian; empty leaves Eq. 12 out
   * @param spatialSamples N_s of Eq. 12, at most N
   */
  public ReferenceBackend(FeatureLayout layout, int[] neighbours, int spatialSamples) {
    this.layout = layout;
    this.neighbours = neighbours;
    this.spatialSamples = spatialSamples;
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public StepLosses gradient(StepInput input, LossSettings settings, MemorySegment gradient) {
    gradient.asSlice(0, 4L * input.features().count() * layout.dimensions()).fill((byte) 0);
    Step step = new Step(SameDiff.create(), input, settings);
    step.build();
    return step.solve(gradient);
  }

  /** The number of pixels that have a segment. */
  static int labelled(int[] segments) {
    int labelled = 0;
    for (int segment : segments) {
      labelled += segment == 0 ? 0 : 1;
    }
    return labelled;
  }

  @Override
  public void close() {
    // A graph lives for one step; nothing is kept.
  }

  /** One iteration's graph. */
  private final class Step {
    private final SameDiff graph;
    private final StepInput input;
    private final LossSettings settings;
    private final ReferenceLosses losses;
    private final Map<Term, SDVariable> terms = new EnumMap<>(Term.class);
    private final Map<Level, SDVariable> assigned = new EnumMap<>(Level.class);

    Step(SameDiff graph, StepInput input, LossSettings settings) {
      this.graph = graph;
      this.input = input;
      this.settings = settings;
      INDArray table = table(input.features());
      SDVariable features = graph.var("features", table);
      SDVariable held = graph.constant("held", table.dup());
      this.losses = new ReferenceLosses(graph, layout, features, held);
    }

    void build() {
      int sampled = input.contrastivePixels();
      int pixels = input.rows().length;
      if (sampled > 0) {
        SDVariable weights = graph.constant("sampled", weights(0, sampled));
        contrast(Level.COARSE, weights, input.coarseSegments());
        contrast(Level.FINE, weights, input.fineSegments());
      }
      if (pixels > sampled && settings.renderedNormWeight() != 0) {
        SDVariable weights = graph.constant("uniform", weights(sampled, pixels));
        add(Term.RENDERED_NORM, losses.renderedNorm(weights));
      }
      if (settings.hypersphereWeight() != 0) {
        add(Term.HYPERSPHERE, losses.hypersphere());
      }
      if (settings.globalGuidanceWeight() != 0 && input.coarseCandidates() != null) {
        guide(Level.COARSE, input.coarseCandidates());
        guide(Level.FINE, input.fineCandidates());
      }
      int compared = Math.min(spatialSamples, input.features().count());
      if (settings.spatialWeight() != 0 && neighbours.length > 0 && compared > 0) {
        add(Term.SPATIAL, losses.spatial(compared()));
      }
    }

    private void contrast(Level level, SDVariable weights, int[] segments) {
      boolean coarse = level == Level.COARSE;
      if (settings.positiveWeight() != 0) {
        add(
            coarse ? Term.POSITIVE_COARSE : Term.POSITIVE_FINE,
            losses.positive(level, weights, segments));
      }
      if (settings.negativeWeight() != 0) {
        add(
            coarse ? Term.NEGATIVE_COARSE : Term.NEGATIVE_FINE,
            losses.negative(level, weights, segments, settings.margin(level)));
      }
    }

    private void guide(Level level, Candidates candidates) {
      if (candidates.count() > 0) {
        ReferenceLosses.Guidance guidance =
            losses.guidance(level, candidates, settings.globalThreshold(), settings.margin(level));
        add(Term.GLOBAL_POSITIVE, guidance.positive());
        add(Term.GLOBAL_NEGATIVE, guidance.negative());
        assigned.put(level, guidance.assigned());
      }
    }

    private void add(Term term, SDVariable value) {
      terms.merge(term, value, SDVariable::add);
    }

    /** Evaluates the graph and writes the gradient; a graph without terms has a gradient of 0. */
    StepLosses solve(MemorySegment gradient) {
      SDVariable total = null;
      for (Map.Entry<Term, SDVariable> term : terms.entrySet()) {
        SDVariable weighted = term.getValue().mul(term.getKey().weight(settings));
        total = total == null ? weighted : total.add(weighted);
      }
      if (total == null) {
        return losses();
      }
      graph.setLossVariables(total);
      INDArray slopes =
          QuietConsole.during(() -> graph.calculateGradients(Map.of(), "features").get("features"));
      for (int i = 0; i < slopes.length(); i++) {
        float slope = (float) slopes.getDouble(i / layout.dimensions(), i % layout.dimensions());
        gradient.setAtIndex(ValueLayout.JAVA_FLOAT, i, slope);
      }
      return losses();
    }

    private StepLosses losses() {
      return new StepLosses(
          value(Term.POSITIVE_COARSE),
          value(Term.POSITIVE_FINE),
          value(Term.NEGATIVE_COARSE),
          value(Term.NEGATIVE_FINE),
          value(Term.GLOBAL_POSITIVE),
          value(Term.GLOBAL_NEGATIVE),
          value(Term.HYPERSPHERE),
          value(Term.RENDERED_NORM),
          value(Term.SPATIAL),
          assigned(Level.COARSE),
          assigned(Level.FINE),
          0);
    }

    private double value(Term term) {
      SDVariable variable = terms.get(term);
      return variable == null ? 0 : variable.eval().getDouble(0);
    }

    private double assigned(Level level) {
      if (settings.globalGuidanceWeight() == 0 || input.coarseCandidates() == null) {
        return Double.NaN;
      }
      SDVariable variable = assigned.get(level);
      return variable == null ? 0 : variable.eval().getDouble(0);
    }

    private INDArray weights(int from, int to) {
      BlendWeights sparse = input.blendWeights();
      INDArray dense = Nd4j.zeros(DataType.DOUBLE, to - from, input.features().count());
      for (int pixel = from; pixel < to; pixel++) {
        int row = input.rows()[pixel];
        for (long entry = sparse.rowStart(row); entry < sparse.rowStart(row + 1); entry++) {
          int gaussian = sparse.gaussian(entry);
          double before = dense.getDouble(pixel - from, gaussian);
          dense.putScalar(pixel - from, gaussian, before + sparse.weight(entry));
        }
      }
      return dense;
    }

    /** Element (i, k) counts how often i, in the sample, has the neighbour k. */
    private INDArray compared() {
      int count = input.features().count();
      boolean[] chosen = new boolean[count];
      GaussianSample.draw(chosen, Math.min(spatialSamples, count), input.spatialSeed());
      INDArray compared = Nd4j.zeros(DataType.DOUBLE, count, count);
      int perGaussian = neighbours.length / count;
      for (int k = 0; k < neighbours.length; k++) {
        int i = k / perGaussian;
        if (chosen[i]) {
          compared.putScalar(i, neighbours[k], compared.getDouble(i, neighbours[k]) + 1);
        }
      }
      return compared;
    }
  }

  private INDArray table(FeatureField features) {
    INDArray table = Nd4j.zeros(DataType.DOUBLE, features.count(), layout.dimensions());
    for (int i = 0; i < features.count(); i++) {
      for (int d = 0; d < layout.dimensions(); d++) {
        table.putScalar(i, d, features.get(i, d));
      }
    }
    return table;
  }
}
