package org.clickgaussian.viewport.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaPainter;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;

/**
 * What a run says of every Gaussian, as tables to blend, and of every cluster. Made when first
 * asked for. Rows are those of the scene as it is now: a copied Gaussian has its original's.
 */
final class RunTables implements AutoCloseable {
  private RunSession run;
  private final GaussianScene original;
  private final Workers workers;
  private final Map<Level, PcaPainter> components = new EnumMap<>(Level.class);
  private final Map<Level, CandidateMatcher> matchers = new EnumMap<>(Level.class);
  private final Map<Level, MemorySegment> componentTables = new EnumMap<>(Level.class);
  private MemorySegment features;
  private Arena arena = Arena.ofShared();
  private int[] origins;
  private PcaBases bases;

  RunTables(RunSession run, SceneDocument document) {
    this(run, document, document.components());
  }

  RunTables(RunSession run, SceneDocument document, Optional<PcaBases> components) {
    this.run = run;
    this.bases = components.orElseGet(() -> run.pca().bases());
    this.original = document.original();
    this.workers = document.workers();
    this.origins = document.origins();
  }

  RunSession run() {
    return run;
  }

  FeatureLayout layout() {
    return run.learnt().field().layout();
  }

  /** One past the greatest number of a cluster. */
  int clusters(Level level) {
    return run.clusters().level(level).bound();
  }

  /** The number of clusters. */
  int count(Level level) {
    return run.clusters().level(level).count();
  }

  /** Takes over other edits of the same run's clusters. */
  void regroup(RunSession edited) {
    boolean otherCandidates = edited.clusters().computed() != run.clusters().computed();
    run = edited;
    if (otherCandidates) {
      matchers.clear();
    }
    // So that the window's thread does not find it undone.
    run.index();
  }

  /** Takes over that Gaussians were copied, or copies taken away. */
  void follow(int[] newOrigins) {
    origins = newOrigins;
    features = null;
    componentTables.clear();
    arena.close();
    arena = Arena.ofShared();
  }

  /** Takes over other axes of the components; false if they are the same. */
  boolean see(PcaBases newBases) {
    if (newBases == bases) {
      return false;
    }
    bases = newBases;
    componentTables.clear();
    components.values().forEach(PcaPainter::close);
    components.clear();
    return true;
  }

  /** Row-major float[N][D]. */
  MemorySegment features() {
    if (features == null) {
      features = expanded(run.learnt().field().table(), 4 * layout().dimensions());
    }
    return features;
  }

  /** Red, green, blue of the principal components: row-major float[N][3]. */
  MemorySegment components(Level level) {
    return componentTables.computeIfAbsent(
        level,
        each ->
            expanded(
                components
                    .computeIfAbsent(
                        each, l -> new PcaPainter(run.learnt().field(), l, bases.level(l)))
                    .colours(),
                12));
  }

  /** Finds the best computed candidate of rows of features. */
  CandidateMatcher matcher(Level level) {
    return matchers.computeIfAbsent(level, each -> run.clusters().matcher(each));
  }

  /** A colour for each cluster, 0xRRGGBB by number. */
  int[] clusterColours(Level level) {
    return ClusterColours.of(run, original, level, workers);
  }

  private MemorySegment expanded(MemorySegment table, long rowBytes) {
    if (origins.length == original.count()) {
      return table;
    }
    MemorySegment rows = arena.allocate(rowBytes * origins.length, 64);
    for (int i = 0; i < origins.length; i++) {
      MemorySegment.copy(table, rowBytes * origins[i], rows, rowBytes * i, rowBytes);
    }
    return rows;
  }

  @Override
  public void close() {
    arena.close();
    components.values().forEach(PcaPainter::close);
  }
}
