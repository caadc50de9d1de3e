package org.clickgaussian.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clickgaussian.cluster.ClustersFile;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.cluster.edit.ClusterEditsFile;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.feature.picture.PcaFile;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.selection.Click;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A finished run of the open scene, ready for clicks, with its clusters as a person edited them.
 * Indices of Gaussians are those of the scene as it was read; copies made since share those of
 * their originals ({@link SceneDocument#origins()}).
 *
 * <p>Another set of edits is another session over the same run ({@link #with}); what it needs of
 * every Gaussian is computed when first asked for. Safe from several threads.
 */
public final class RunSession implements AutoCloseable {
  /** What sessions over the same run share. */
  private record Shared(
      Path folder,
      LearntRun learnt,
      Workers workers,
      PcaFile.Kept pca,
      Optional<String> problem,
      Map<String, Computed> computed) {}

  /** Clusters that edits can lie over, and what depends on nothing else. */
  private static final class Computed {
    private final String source;
    private final GlobalClusters clusters;
    private final GaussianAssignment matches;
    private final Map<Level, int[]> colours = new EnumMap<>(Level.class);

    /**
     * Clusters.
     *
     * @param source the file in the run's folder that holds them; empty while they are not kept
     * @param matches of every Gaussian with the candidates
     */
    Computed(String source, GlobalClusters clusters, GaussianAssignment matches) {
      this.source = source;
      this.clusters = clusters;
      this.matches = matches;
    }
  }

  private final Shared shared;
  private final Computed computed;
  private final EditedClusters clusters;
  private GaussianAssignment assignment;
  private ClickIndex index;
  private Click click;
  private GaussianSet hidden;
  private int[] hiddenFor;

  private RunSession(Shared shared, Computed computed, ClusterEdits edits) {
    this.shared = shared;
    this.computed = computed;
    this.clusters = EditedClusters.of(computed.clusters, edits);
  }

  /**
   * Reads a run and its edits, and prepares clicks. Edits that cannot be read, or that belong to
   * other clusters, are left out; {@link #problem} then says so.
   *
   * @throws InputException if the folder is no finished run of this scene
   */
  public static RunSession open(
      Path folder, GaussianScene scene, Workers workers, Progress progress) {
    progress.update(0, "reading the run");
    LearntRun learnt = LearntRun.of(folder, scene);
    progress.update(0.5, "assigning Gaussians to clusters");
    Map<String, Computed> known = new ConcurrentHashMap<>();
    ClusterEdits none = add(known, ClusterEdits.TRAINED, learnt.clusters(), learnt, workers);
    ClusterEdits edits = none;
    Optional<String> problem = Optional.empty();
    Path file = folder.resolve(ClusterEditsFile.NAME);
    if (Files.exists(file)) {
      try {
        edits = readEdits(file, known, learnt, workers);
      } catch (InputException e) {
        problem = Optional.of(e.getMessage());
      }
    }
    progress.update(0.8, "finding principal components");
    PcaFile.Kept pca = PcaFile.orOwn(folder, learnt.field());
    RunSession session =
        new RunSession(
            new Shared(folder, learnt, workers, pca, problem, known),
            known.get(edits.fingerprint()),
            edits);
    session.index();
    return session;
  }

  private static ClusterEdits readEdits(
      Path file, Map<String, Computed> known, LearntRun learnt, Workers workers) {
    ClusterEdits edits = ClusterEditsFile.read(file);
    if (!known.containsKey(edits.fingerprint())) {
      Path source = file.resolveSibling(edits.source());
      GlobalClusters clusters = ClustersFile.read(source);
      if (clusters.layout().equals(learnt.field().layout())) {
        add(known, edits.source(), clusters, learnt, workers);
      }
    }
    Computed of = known.get(edits.fingerprint());
    try {
      if (of == null) {
        throw new IllegalArgumentException("other clusters");
      }
      EditedClusters.of(of.clusters, edits);
    } catch (IllegalArgumentException e) {
      throw InputException.in(
          file, "belongs to other clusters than those of this run and is left out", e);
    }
    return edits;
  }

  private static ClusterEdits add(
      Map<String, Computed> known,
      String source,
      GlobalClusters clusters,
      LearntRun learnt,
      Workers workers) {
    ClusterEdits none = ClusterEdits.none(source, clusters);
    known.computeIfAbsent(
        none.fingerprint(),
        key ->
            new Computed(
                source, clusters, GaussianAssignment.of(learnt.field(), clusters, workers)));
    return none;
  }

  /**
   * The same run with other clusters, found among the same features, without edits. They are not
   * kept yet. Takes a while: not on the window's thread.
   */
  public RunSession reclustered(GlobalClusters found) {
    GaussianAssignment matches = GaussianAssignment.of(learnt().field(), found, shared.workers);
    RunSession session =
        new RunSession(shared, new Computed("", found, matches), ClusterEdits.none("", found));
    session.index();
    return session;
  }

  /** Whether the clusters are in a file of the run's folder, so that edits of them can be kept. */
  public boolean isKept() {
    return !edits().source().isEmpty();
  }

  /**
   * Keeps the clusters in a file of the run's folder, beside those that are there, and makes them
   * known to all sessions over the run. Does nothing if they are kept already.
   *
   * @throws InputException if the file cannot be written
   */
  public RunSession kept() {
    if (isKept()) {
      return this;
    }
    String fingerprint = edits().fingerprint();
    Computed known = shared.computed.get(fingerprint);
    if (known == null) {
      int number = 1;
      while (Files.exists(folder().resolve("clusters-" + number + ".json"))) {
        number++;
      }
      String source = "clusters-" + number + ".json";
      ClustersFile.write(folder().resolve(source), clusters.computed());
      known = new Computed(source, computed.clusters, computed.matches);
      shared.computed.put(fingerprint, known);
    }
    ClusterEdits edits = edits();
    return new RunSession(
        shared, known, new ClusterEdits(known.source, fingerprint, edits.coarse(), edits.fine()));
  }

  /** The files of the run's folder that hold clusters, those of the training first. */
  public List<String> sources() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("clusters(-\\d{1,9})?\\.json"))
          .sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
          .toList();
    } catch (IOException e) {
      throw InputException.in(folder(), "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }

  /**
   * Reads one of those files and makes its clusters known to all sessions over the run. Takes a
   * while: not on the window's thread.
   *
   * @return no edits of them, for {@link #with}
   * @throws InputException if they cannot be read or are of other features
   */
  public ClusterEdits readKept(String source) {
    Path file = folder().resolve(source);
    GlobalClusters clusters = ClustersFile.read(file);
    if (!clusters.layout().equals(learnt().field().layout())) {
      throw InputException.in(file, "holds clusters of other features than those of this run");
    }
    return add(shared.computed, source, clusters, learnt(), shared.workers);
  }

  /** No edits of the clusters that the training found. */
  public ClusterEdits trained() {
    return ClusterEdits.none(ClusterEdits.TRAINED, learnt().clusters());
  }

  /**
   * The same run with other edits; not to be closed besides this one.
   *
   * @throws IllegalArgumentException if the edits are of clusters that are not kept
   */
  public RunSession with(ClusterEdits edits) {
    if (edits.equals(clusters.edits())) {
      return this;
    }
    boolean same = edits.fingerprint().equals(edits().fingerprint());
    Computed of = same ? computed : shared.computed.get(edits.fingerprint());
    if (of == null) {
      throw new IllegalArgumentException("edits of unknown clusters " + edits.fingerprint());
    }
    return new RunSession(shared, of, edits);
  }

  /**
   * The colours of the computed candidates of a level, made when first asked for.
   *
   * @param make from the matches of every Gaussian with them
   */
  public int[] candidateColours(Level level, Function<Matches, int[]> make) {
    synchronized (computed.colours) {
      return computed.colours.computeIfAbsent(
          level, each -> make.apply(computed.matches.level(each)));
    }
  }

  /** The run's folder. */
  public Path folder() {
    return shared.folder;
  }

  /** Features and clusters as they were trained. */
  public LearntRun learnt() {
    return shared.learnt;
  }

  /** The axes along which the features' colours are seen, as kept with the run. */
  public PcaFile.Kept pca() {
    return shared.pca;
  }

  /** Why the run's edits were left out; empty where they were not. */
  public Optional<String> problem() {
    return shared.problem;
  }

  /** The clusters as edited. */
  public EditedClusters clusters() {
    return clusters;
  }

  /** What was edited. */
  public ClusterEdits edits() {
    return clusters.edits();
  }

  /** The best computed candidate of every Gaussian, without regard to edits. */
  public GaussianAssignment matches() {
    return computed.matches;
  }

  /** The cluster of every Gaussian at both levels, as edited. */
  public synchronized GaussianAssignment assignment() {
    if (assignment == null) {
      assignment = clusters.assignment(learnt().field(), computed.matches, shared.workers);
    }
    return assignment;
  }

  /** The Gaussians of every cluster. */
  public synchronized ClickIndex index() {
    if (index == null) {
      index = ClickIndex.of(assignment(), clusters, shared.workers);
    }
    return index;
  }

  /** Turns a pixel's blend weights into clusters. */
  public synchronized Click click() {
    if (click == null) {
      click = new Click(learnt().field(), clusters, index());
    }
    return click;
  }

  /**
   * The Gaussians that hidden clusters hide, copies included. The last answer is kept, so that it
   * can be found elsewhere than on the window's thread before a document takes over the run.
   *
   * @param origins for each Gaussian of the scene as it is now the one it was copied from
   */
  public synchronized GaussianSet hidden(int[] origins) {
    if (hidden == null || hiddenFor != origins) {
      hidden = findHidden(origins);
      hiddenFor = origins;
    }
    return hidden;
  }

  private GaussianSet findHidden(int[] origins) {
    boolean any =
        List.of(edits().coarse(), edits().fine()).stream()
            .anyMatch(level -> !level.hidden().isEmpty());
    if (!any) {
      return GaussianSet.NONE;
    }
    var bits = clusters.hidden(learnt().field(), computed.matches, shared.workers);
    return GaussianSet.where(origins.length, i -> bits.get(origins[i]));
  }

  @Override
  public void close() {
    shared.learnt.close();
  }
}
