package org.clickgaussian.features;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.EditedLevel;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.evaluation.EvaluatedView;
import org.clickgaussian.evaluation.EvaluationTruth;
import org.clickgaussian.evaluation.LiftedLabels;
import org.clickgaussian.evaluation.PlainTruth;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.feature.picture.PcaFile;
import org.clickgaussian.feature.space.Embedding;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.feature.space.FeatureSample;
import org.clickgaussian.feature.space.Representatives;
import org.clickgaussian.feature.space.SimilarityMatrix;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** What takes too long for the window's thread: runs on others. Of one open scene and its run. */
final class FeaturesWork {
  private static final Texts TEXTS = Texts.of("features");
  private static final long SEED = 0;

  /** Nearly transparent Gaussians learn next to nothing and would only be noise. */
  private static final double LEAST_OPACITY = 0.1;

  /** Annotated views that labels are lifted from, at most; evenly spread. */
  private static final int LIFTED_VIEWS = 24;

  /** The set of exact labels that sample scenes come with. */
  private static final String EXACT = "exact";

  /**
   * Components turned to meet another run's.
   *
   * @param bases turned
   * @param problem why they could not be kept with the run; empty if they are
   */
  record Aligned(PcaBases bases, Optional<String> problem) {}

  private final SceneDocument document;
  private final RunSession run;
  private final Workers workers;

  FeaturesWork(SceneDocument document, RunSession run, Workers workers) {
    this.document = document;
    this.run = run;
    this.workers = workers;
  }

  RunSession run() {
    return run;
  }

  /** Reads the run's features while they stay. */
  private <T> T reading(java.util.function.Function<FeatureField, T> action) {
    return document.reading(
        () -> {
          if (document.editedRun().filter(now -> now.learnt() == run.learnt()).isEmpty()) {
            throw new CancelledException("another run is shown");
          }
          return action.apply(run.learnt().field());
        });
  }

  Embedding layOut(
      Level level, EmbeddingMethod method, int size, PcaBasis basis, Progress progress) {
    progress.update(0, TEXTS.get("progress.sample"));
    int points = Math.min(size, method.mostPoints());
    FeatureSample sample =
        reading(
            field ->
                FeatureSample.draw(
                    field,
                    document.original(),
                    run.matches().level(level).clusters(),
                    level,
                    new FeatureSample.Settings(points, LEAST_OPACITY, SEED)));
    return Embedding.of(sample, method, basis, SEED, workers, progress);
  }

  /** Points with the clusters that they belong to as edited. */
  FeaturePoints points(Embedding embedding) {
    Matches matches = run.assignment().level(embedding.sample().level());
    int[] gaussians = embedding.sample().gaussians();
    int[] clusters = Arrays.stream(gaussians).map(i -> matches.clusters()[i]).toArray();
    float[] cosines = new float[gaussians.length];
    for (int point = 0; point < cosines.length; point++) {
      cosines[point] = matches.cosines()[gaussians[point]];
    }
    return new FeaturePoints(embedding, clusters, cosines);
  }

  CandidateTable table(Level level) {
    EditedLevel edited = run.clusters().level(level);
    GlobalClusters computed = run.clusters().computed();
    int count = computed.level(level).count();
    int[] parents = level == Level.FINE ? computed.parents() : new int[count];
    int[] clusters = new int[count];
    Arrays.setAll(clusters, edited::clusterOf);
    String[] names = new String[count];
    Arrays.setAll(names, candidate -> name(level, clusters[candidate]));
    Hyperparameter margin =
        level == Level.COARSE ? Hyperparameter.COARSE_MARGIN : Hyperparameter.FINE_MARGIN;
    return new CandidateTable(
        level,
        SimilarityMatrix.of(computed.level(level).candidates(), parents),
        clusters,
        names,
        run.learnt().config().settings().get(margin));
  }

  String name(Level level, int cluster) {
    return cluster < 0
        ? TEXTS.get("cluster.none")
        : run.edits()
            .level(level)
            .name(cluster)
            .orElseGet(() -> TEXTS.get("cluster", String.valueOf(cluster)));
  }

  /** The annotated set that labels are taken from: the exact one, else the first. */
  static Optional<FolderEntry> truth(SceneDocument document) {
    return ProjectContent.of(document.path()).annotations().stream()
        .min(
            Comparator.comparing((FolderEntry entry) -> !name(entry).equals(EXACT))
                .thenComparing(FeaturesWork::name));
  }

  private static String name(FolderEntry entry) {
    return entry.folder().getFileName().toString();
  }

  /** The true labels of a sample; empty where nothing is annotated. */
  Optional<FeaturePoints.Labels> labels(FeatureSample sample, Progress progress) {
    Optional<FolderEntry> folder = truth(document);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    EvaluationTruth truth = PlainTruth.open(folder.get().folder());
    LiftedLabels lifted =
        new LiftedLabels(
            truth.objects(), sample.level(), sample.gaussians(), document.original().count());
    List<View> views = annotated(truth);
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      progress.update(i / (double) views.size(), TEXTS.get("progress.lift", view.key()));
      document.reading(
          () -> {
            study(truth, lifted, view);
            return null;
          });
    }
    return Optional.of(
        new FeaturePoints.Labels(name(folder.get()), lifted.names(), lifted.labels()));
  }

  private List<View> annotated(EvaluationTruth truth) {
    Set<String> keys = new TreeSet<>(truth.views());
    List<View> all =
        document.folder().views().stream().filter(view -> keys.contains(view.key())).toList();
    int step = Math.max(1, Math.ceilDiv(all.size(), LIFTED_VIEWS));
    List<View> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    return some;
  }

  /** On the Gaussians as they were read: edits of the scene move no labels. */
  private void study(EvaluationTruth truth, LiftedLabels lifted, View view) {
    try (CpuRasterizer rasterizer = new CpuRasterizer(document.original(), workers);
        EvaluatedView splatted = new EvaluatedView(view, rasterizer, Optional.empty(), workers)) {
      lifted.study(truth, splatted);
    }
  }

  Representatives representatives(FeatureSample sample, Progress progress) {
    return reading(
        field ->
            Representatives.of(
                field, sample, run.matches().level(sample.level()).clusters(), workers, progress));
  }

  /** The Gaussians that some points stand for, copies included. */
  GaussianSet standsFor(Representatives representatives, BitSet points) {
    int[] origins = document.origins();
    return GaussianSet.where(
        origins.length,
        i -> {
          int point = representatives.point(origins[i]);
          return point >= 0 && points.get(point);
        });
  }

  /**
   * Turns the run's components to meet those of another run and keeps that with the run.
   *
   * @throws InputException if the folder is no finished run of this scene
   */
  Aligned align(Path folder, Progress progress) {
    progress.update(0, TEXTS.get("progress.align"));
    try (LearntRun other = LearntRun.of(folder, document.original())) {
      progress.update(0.5, TEXTS.get("progress.align"));
      PcaBases theirs = PcaFile.of(folder, other.field());
      String name = folder.toAbsolutePath().normalize().getFileName().toString();
      return reading(
          field -> {
            PcaBases own = document.components().orElseThrow().withoutTarget();
            return kept(own.alignTo(name, field, theirs, other.field()), field);
          });
    }
  }

  /** The run's own components again, kept with the run. */
  Aligned own() {
    return reading(field -> kept(document.components().orElseThrow().withoutTarget(), field));
  }

  private Aligned kept(PcaBases bases, FeatureField field) {
    try {
      PcaFile.write(run.folder(), bases, field);
      return new Aligned(bases, Optional.empty());
    } catch (InputException e) {
      return new Aligned(bases, Optional.of(e.getMessage()));
    }
  }
}
