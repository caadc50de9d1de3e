package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.experiment.compare.TableFormat;

/** What a person wants of the runs. */
sealed interface RunsIntent {

  /** Only runs that fit some words. */
  record Search(String words) implements RunsIntent {}

  /** A column of the table, shown or not. */
  record ShowColumn(String key, boolean shown) implements RunsIntent {}

  /** These runs are compared. */
  record Pick(List<Path> runs) implements RunsIntent {}

  /** The others are measured against this run, or none. */
  record Pin(Optional<Path> run) implements RunsIntent {}

  /** Scores are those of a method. */
  record ByMethod(String method) implements RunsIntent {}

  /** Runs that differ in the seed alone stand together, or not. */
  record SeedsTogether(boolean together) implements RunsIntent {}

  /** The views count in which a method was shown the truth, or not. */
  record WithReference(boolean counted) implements RunsIntent {}

  /** Single objects are scored by this. */
  record By(Metric metric) implements RunsIntent {}

  /** Clicks are answered from the run. */
  record Use(Path run) implements RunsIntent {}

  /** The picked runs are scored against the truth in a folder, with their clusters as edited. */
  record Evaluate(Path truth, boolean computedClusters) implements RunsIntent {}

  /** All tables of the comparison into a file. */
  record Export(Path file, TableFormat format) implements RunsIntent {}

  /** The comparison as a page. */
  record Report(Path file) implements RunsIntent {}

  /** A run goes to the trash. */
  record Delete(Path run) implements RunsIntent {}

  /** The run deleted last comes back. */
  record BringBack() implements RunsIntent {}

  /** The viewport flies to a view. */
  record GoTo(String view) implements RunsIntent {}

  /** Looks at the folders again. */
  record Refresh() implements RunsIntent {}
}
