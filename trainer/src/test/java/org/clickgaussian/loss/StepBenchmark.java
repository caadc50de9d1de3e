package org.clickgaussian.loss;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Times one iteration at the size of a real scene; run by hand, with the number of Gaussians, a
 * state of the features ("initial", "trained" or "alike"), "culling" or "all", and the number of
 * threads. One thread reports its processor time, several report the wall's.
 */
final class StepBenchmark {
  private static final int PIXELS = 10_000;
  private static final int UNIFORM = 2_000;
  private static final int ENTRIES = 44;
  private static final int COARSE = 30;
  private static final int FINE = 100;
  private static final int ROUNDS = 16;
  private static final FeatureLayout LAYOUT = FeatureLayout.PAPER;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
  private final int count;
  private final int threads;
  private final SplittableRandom random = new SplittableRandom(1);
  private final float[] fineCentres = new float[FINE * LAYOUT.dimensions()];

  private StepBenchmark(int count, int threads) {
    this.count = count;
    this.threads = threads;
  }

  public static void main(String[] arguments) {
    StepBenchmark benchmark =
        new StepBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[3]));
    try (Workers workers = Workers.of(benchmark.threads);
        Arena arena = Arena.ofShared()) {
      benchmark.run(arguments[1], arguments[2].equals("culling"), workers, arena);
    }
  }

  private void run(String state, boolean culling, Workers workers, Arena arena) {
    MemorySegment positions = arena.allocate(12L * count, 64);
    for (int i = 0; i < count; i++) {
      // Along the x axis by index, as a space-filling curve would have it on the whole.
      positions.setAtIndex(FLOAT, i, i * 1e-3f + random.nextFloat() * 0.2f);
      positions.setAtIndex(FLOAT, count + i, random.nextFloat());
      positions.setAtIndex(FLOAT, 2L * count + i, random.nextFloat());
    }
    long start = System.nanoTime();
    int[] neighbours = NearestNeighbours.find(positions, count, 5, workers, Progress.NONE);
    report("nearest neighbours", (System.nanoTime() - start) * 1e-6);
    FeatureField features = new FeatureField(count, LAYOUT);
    fill(features, state);
    StepInput input = input(features);
    MemorySegment gradient = arena.allocate(4L * count * LAYOUT.dimensions(), 64);
    KernelBackend backend =
        new KernelBackend(count, LAYOUT, neighbours, workers, new KernelOptions(100_000, culling));
    double base = time("render, transpose", backend, input, off(), gradient);
    time("  + Eq. 3", backend, input, one(0), gradient, base);
    time("  + Eq. 4", backend, input, one(1), gradient, base);
    time("  + Eq. 7, 8", backend, input, one(2), gradient, base);
    time("  + Eq. 10", backend, input, one(3), gradient, base);
    time("  + Eq. 11", backend, input, one(4), gradient, base);
    time("  + Eq. 12", backend, input, one(5), gradient, base);
    time("all but Eq. 7, 8", backend, input, withoutGuidance(), gradient);
    time("all", backend, input, LossSettings.PAPER, gradient);
    out.println(backend.gradient(input, LossSettings.PAPER, gradient));
    timeAdam(features, gradient, workers);
  }

  private void timeAdam(FeatureField features, MemorySegment gradient, Workers workers) {
    try (AdamOptimizer adam = new AdamOptimizer(features, workers)) {
      double[] times = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long start = clock();
        adam.step(features, gradient, 0, round + 1);
        times[round] = (clock() - start) * 1e-6;
      }
      Arrays.sort(times);
      report("Adam", times[ROUNDS / 4]);
    }
  }

  private void fill(FeatureField features, String state) {
    for (int i = 0; i < fineCentres.length; i++) {
      fineCentres[i] = (float) random.nextGaussian();
    }
    for (int f = 0; f < FINE; f++) {
      for (int d = 0; d < 12; d++) {
        fineCentres[f * 24 + d] = fineCentres[f % COARSE * 24 + d];
      }
    }
    for (int i = 0; i < count; i++) {
      int fine = segment(i);
      for (int half = 0; half < 2; half++) {
        float[] row = new float[12];
        double squares = 0;
        for (int d = 0; d < 12; d++) {
          float centre = fineCentres[fine * 24 + half * 12 + d];
          float noise = (float) random.nextGaussian();
          row[d] =
              switch (state) {
                case "initial" -> noise;
                case "trained" -> centre + 0.15f * noise;
                case "alike" -> 1 + 0.3f * noise;
                default -> throw new IllegalArgumentException(state);
              };
          squares += row[d] * row[d];
        }
        for (int d = 0; d < 12; d++) {
          features.set(i, 12 * half + d, (float) (row[d] / Math.sqrt(squares)));
        }
      }
    }
  }

  /** Gaussians that lie together belong together. */
  private int segment(int gaussian) {
    return (int) ((long) gaussian * FINE * 3 / count) % FINE;
  }

  private StepInput input(FeatureField features) {
    int rows = PIXELS + UNIFORM;
    long[] starts = new long[rows + 1];
    int[] centres = new int[rows];
    int[] order = new int[rows];
    int[] coarse = new int[PIXELS];
    int[] fine = new int[PIXELS];
    for (int p = 0; p < rows; p++) {
      starts[p + 1] = starts[p] + ENTRIES - 20 + random.nextInt(40);
      centres[p] = random.nextInt(count);
      order[p] = p;
      if (p < PIXELS) {
        fine[p] = 1 + segment(centres[p]);
        coarse[p] = 1 + segment(centres[p]) % COARSE;
      }
    }
    BlendWeights weights = new BlendWeights(starts);
    for (int p = 0; p < rows; p++) {
      fillRow(weights, p, centres[p]);
    }
    return new StepInput(
        features,
        weights,
        order,
        PIXELS,
        coarse,
        fine,
        candidates(Level.COARSE, COARSE),
        candidates(Level.FINE, FINE),
        7);
  }

  private void fillRow(BlendWeights weights, int row, int centre) {
    float transmittance = 1;
    for (long entry = weights.rowStart(row); entry < weights.rowStart(row + 1); entry++) {
      boolean far = random.nextInt(10) == 0;
      int gaussian =
          far ? random.nextInt(count) : centre + (int) (random.nextGaussian() * count / 2000);
      float alpha = random.nextFloat() * 0.15f;
      weights
          .gaussians()
          .setAtIndex(ValueLayout.JAVA_INT, entry, Math.clamp(gaussian, 0, count - 1));
      weights.weights().setAtIndex(FLOAT, entry, alpha * transmittance);
      transmittance *= 1 - alpha;
    }
  }

  private Candidates candidates(Level level, int wanted) {
    int dimensions = LAYOUT.dimensions(level);
    float[] vectors = new float[wanted * dimensions];
    for (int c = 0; c < wanted; c++) {
      double squares = 0;
      for (int d = 0; d < dimensions; d++) {
        squares += fineCentres[c * 24 + d] * fineCentres[c * 24 + d];
      }
      for (int d = 0; d < dimensions; d++) {
        vectors[c * dimensions + d] = (float) (fineCentres[c * 24 + d] / Math.sqrt(squares));
      }
    }
    return new Candidates(wanted, dimensions, vectors);
  }

  private static LossSettings off() {
    return one(-1);
  }

  private static LossSettings one(int term) {
    return new LossSettings(
        term == 0 ? 1 : 0,
        term == 1 ? 1 : 0,
        term == 2 ? 1 : 0,
        term == 3 ? 1 : 0,
        term == 4 ? 1 : 0,
        term == 5 ? 1 : 0,
        0.5,
        0.75,
        0.9);
  }

  private static LossSettings withoutGuidance() {
    return new LossSettings(1, 0.1, 0, 0.2, 0.2, 0.5, 0.5, 0.75, 0.9);
  }

  private double time(
      String name,
      KernelBackend backend,
      StepInput input,
      LossSettings settings,
      MemorySegment gradient) {
    return time(name, backend, input, settings, gradient, 0);
  }

  /** The lower quartile, less {@code base}: other work on the machine only ever adds. */
  private double time(
      String name,
      KernelBackend backend,
      StepInput input,
      LossSettings settings,
      MemorySegment gradient,
      double base) {
    double[] times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = clock();
      backend.gradient(input, settings, gradient);
      times[round] = (clock() - start) * 1e-6;
    }
    Arrays.sort(times);
    report(name, times[ROUNDS / 4] - base);
    return times[ROUNDS / 4];
  }

  /** Processor time of this thread if it works alone, which others' work disturbs less. */
  private long clock() {
    return threads == 1
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private void report(String name, double milliseconds) {
    out.println(String.format(Locale.ROOT, "%-22s %8.2f ms", name, milliseconds));
  }
}
