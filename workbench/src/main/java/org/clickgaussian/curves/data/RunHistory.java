package org.clickgaussian.curves.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clickgaussian.training.Hyperparameter;

/**
 * All that a run measured so far, and the curves made of it. Grows by {@link #append}; what was
 * computed of it before is kept. Not safe for use by several threads at once.
 */
public final class RunHistory {
  private static final String SECONDS = "seconds";

  private final Path folder;
  private RunSettings settings;
  private final Map<String, DoubleColumn> columns = new LinkedHashMap<>();
  private final DoubleColumn iterations = new DoubleColumn();
  private final DoubleColumn elapsed = new DoubleColumn();
  private final Map<String, Curve> raw = new HashMap<>();
  private final Map<String, Curve> weighted = new HashMap<>();
  private final Map<String, SmoothedCurve> smoothed = new HashMap<>();
  private double secondsBefore;

  /** A smoothed curve with what makes it. */
  private record SmoothedCurve(Smoothing smoothing, Curve curve) {}

  /**
   * The history of a run that measured nothing yet.
   *
   * @param folder of the run
   */
  public RunHistory(Path folder, RunSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** The run's folder. */
  public Path folder() {
    return folder;
  }

  /** The name of the run's folder. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** What the run was told. */
  public RunSettings settings() {
    return settings;
  }

  /** Another word on what the run was told. */
  public void tell(RunSettings other) {
    settings = other;
    weighted.clear();
    smoothed.clear();
  }

  /** How many iterations were measured. */
  public int size() {
    return iterations.size();
  }

  /** The names of the measured columns without the iteration and the time. */
  public Set<String> columns() {
    return columns.keySet();
  }

  /** Takes in rows; their columns are those of the first rows. */
  public void append(MetricsBatch batch) {
    double[] seconds = null;
    for (int column = 1; column < batch.values().length; column++) {
      String name = batch.columns().get(column);
      if (name.equals(SECONDS)) {
        seconds = batch.values()[column];
      } else {
        columns
            .computeIfAbsent(name, key -> new DoubleColumn())
            .addAll(batch.values()[column], batch.rows());
      }
    }
    for (int row = 0; row < batch.rows(); row++) {
      iterations.add(batch.values()[0][row]);
      addTime(seconds == null ? Double.NaN : seconds[row]);
    }
  }

  /** A resumed run counts its seconds anew; a row without them took none. */
  private void addTime(double seconds) {
    double last = elapsed.size() == 0 ? 0 : elapsed.last();
    if (!Double.isFinite(seconds) || seconds < 0) {
      elapsed.add(last);
      return;
    }
    if (secondsBefore + seconds < last) {
      secondsBefore = last;
    }
    elapsed.add(secondsBefore + seconds);
  }

  /** The positions of all points along an axis, ascending. */
  public DoubleColumn positions(Across across) {
    return across == Across.ITERATION ? iterations : elapsed;
  }

  /**
   * A column as it was measured or multiplied by its weight in Eq. 13, over the iterations; empty
   * if the run has no such column, or no weight for it is known.
   */
  public Optional<Curve> curve(String column, boolean withWeight) {
    DoubleColumn measured = columns.get(column);
    if (measured == null) {
      return Optional.empty();
    }
    Curve plain = raw.computeIfAbsent(column, key -> new Curve(iterations, measured));
    Optional<Hyperparameter> weight = LossWeights.of(column);
    if (!withWeight || weight.isEmpty()) {
      return Optional.of(plain);
    }
    if (!settings.known()) {
      return Optional.empty();
    }
    Curve product =
        weighted.computeIfAbsent(column, key -> new Curve(iterations, new DoubleColumn()));
    for (int i = product.y().size(); i < measured.size(); i++) {
      product.y().add(measured.get(i) * settings.at(weight.get(), iterations.get(i)));
    }
    return Optional.of(product);
  }

  /** The same smoothed; see {@link Smoothing}. Only the last weight of a curve is kept. */
  public Optional<Curve> smoothed(String column, boolean withWeight, double smoothing) {
    Optional<Curve> plain = curve(column, withWeight);
    if (smoothing == 0 || plain.isEmpty()) {
      return plain;
    }
    String key = column + (withWeight ? " weighted" : "");
    SmoothedCurve kept = smoothed.get(key);
    if (kept == null || kept.smoothing().weight() != smoothing) {
      Smoothing made = new Smoothing(plain.get().y(), smoothing);
      kept = new SmoothedCurve(made, new Curve(iterations, made.follow()));
      smoothed.put(key, kept);
    }
    kept.smoothing().follow();
    return Optional.of(kept.curve());
  }

  /** Where an iteration stands on an axis; NaN for a time that was not measured yet. */
  public double position(double iteration, Across across) {
    if (across == Across.ITERATION) {
      return iteration;
    }
    int index = iterations.firstNotBelow(iteration, 0);
    return index < iterations.size() ? elapsed.get(index) : Double.NaN;
  }
}
