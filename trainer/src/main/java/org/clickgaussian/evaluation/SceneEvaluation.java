package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Scores methods in the annotated views of one scene.
 *
 * <p>Every object has a reference view: the one asked for, if the object is to be seen there, else
 * the first view, sorted by key, in which it is. Each method is shown the object's mask in its
 * reference view alone and predicts its masks in all annotated views.
 */
public final class SceneEvaluation {
  private final EvaluationTruth truth;
  private final List<View> views;
  private final Rasterizer rasterizer;
  private final Optional<LearntClusters> learnt;
  private final Workers workers;
  private final List<String> warnings = new ArrayList<>();
  private PredictionWitness witness = PredictionWitness.NONE;

  /**
   * Prepares an evaluation.
   *
   * @param views the views that may be scored, such as the test views; those that are not annotated
   *     are passed over
   * @param learnt features and clusters, where methods need them
   * @throws InputException if none of the views is annotated
   */
  public SceneEvaluation(
      EvaluationTruth truth,
      List<View> views,
      Rasterizer rasterizer,
      Optional<LearntClusters> learnt,
      Workers workers) {
    Set<String> annotated = new TreeSet<>(truth.views());
    this.truth = truth;
    this.views =
        views.stream()
            .filter(view -> annotated.contains(view.key()))
            .sorted((a, b) -> a.key().compareTo(b.key()))
            .toList();
    this.rasterizer = rasterizer;
    this.learnt = learnt;
    this.workers = workers;
    if (this.views.isEmpty()) {
      throw new InputException(
          "The ground truth (%s) has masks for none of the %d views to be scored; its views are %s."
              .formatted(
                  truth.protocol(),
                  views.size(),
                  annotated.stream().limit(5).collect(Collectors.joining(", "))));
    }
  }

  /** Shows a witness what is predicted from now on. */
  public SceneEvaluation withWitness(PredictionWitness next) {
    witness = next;
    return this;
  }

  /**
   * Runs all methods.
   *
   * @param scene the scene's name, for tables
   * @param reference key of the reference view that is wished for
   * @throws InputException if that view is none of the scored ones
   */
  public SceneScores run(
      String scene, List<MaskMethod> methods, Optional<String> reference, Progress progress) {
    warnings.clear();
    warnings.addAll(truth.warnings());
    requireScored(reference);
    Map<TruthObject, View> references = references(reference);
    study(methods, progress.part(0, 0.25));
    learn(methods, references, progress.part(0.25, 0.4));
    Map<Key, Tally> tallies = score(methods, references, progress.part(0.4, 1));
    List<ObjectScore> scores = new ArrayList<>();
    tallies.forEach((key, tally) -> scores.add(tally.score(key, references.get(key.object))));
    return new SceneScores(scene, truth.protocol(), scores, warnings);
  }

  private void requireScored(Optional<String> reference) {
    List<String> keys = views.stream().map(View::key).toList();
    if (reference.isPresent() && !keys.contains(reference.get())) {
      throw new InputException(
          "The reference view %s is not among the annotated views to be scored; choose one of %s."
              .formatted(reference.get(), String.join(", ", keys)));
    }
  }

  private Map<TruthObject, View> references(Optional<String> wished) {
    Map<TruthObject, View> references = new LinkedHashMap<>();
    for (TruthObject object : truth.objects()) {
      List<View> seen = views.stream().filter(view -> isSeen(view, object)).toList();
      if (seen.isEmpty()) {
        warnings.add(object.name() + " is to be seen in no scored view and has no score");
        continue;
      }
      Optional<View> fitting =
          seen.stream().filter(v -> wished.isPresent() && v.key().equals(wished.get())).findFirst();
      if (wished.isPresent() && fitting.isEmpty()) {
        warnings.add(
            "%s is not to be seen in the reference view %s; its reference is %s"
                .formatted(object.name(), wished.get(), seen.getFirst().key()));
      }
      references.put(object, fitting.orElse(seen.getFirst()));
    }
    return references;
  }

  private boolean isSeen(View view, TruthObject object) {
    return truth.mask(view.key(), object).map(mask -> mask.area() > 0).orElse(false);
  }

  private EvaluatedView open(View view) {
    return new EvaluatedView(view, rasterizer, learnt, workers);
  }

  private void study(List<MaskMethod> methods, Progress progress) {
    List<MaskMethod> knowing = methods.stream().filter(MaskMethod::knowsAllTruth).toList();
    for (int i = 0; i < views.size() && !knowing.isEmpty(); i++) {
      progress.update(i / (double) views.size(), "truth of view " + views.get(i).key());
      try (EvaluatedView view = open(views.get(i))) {
        ObjectMasks masks = ObjectMasks.in(truth, view);
        knowing.forEach(method -> method.study(view, masks));
      }
    }
  }

  private void learn(
      List<MaskMethod> methods, Map<TruthObject, View> references, Progress progress) {
    Set<View> distinct = Set.copyOf(references.values());
    int done = 0;
    for (View each : views) {
      if (!distinct.contains(each)) {
        continue;
      }
      progress.update(done++ / (double) distinct.size(), "reference view " + each.key());
      try (EvaluatedView view = open(each)) {
        ObjectMasks masks = new ObjectMasks(view.width(), view.height());
        references.forEach(
            (object, reference) -> {
              if (reference == each) {
                masks.put(object, truth.mask(each.key(), object).orElseThrow());
              }
            });
        methods.forEach(method -> method.learn(view, masks));
      }
    }
  }

  private Map<Key, Tally> score(
      List<MaskMethod> methods, Map<TruthObject, View> references, Progress progress) {
    Map<Key, Tally> tallies = new LinkedHashMap<>();
    for (int i = 0; i < views.size(); i++) {
      try (EvaluatedView view = open(views.get(i))) {
        for (TruthObject object : references.keySet()) {
          progress.update(
              i / (double) views.size(), "%s in %s".formatted(object.name(), view.view().key()));
          Optional<BitMask> mask = truth.mask(view.view().key(), object);
          boolean isReference = references.get(object) == view.view();
          for (MaskMethod method : methods) {
            for (Level level : levels(method, object)) {
              Optional<BitMask> prediction = method.predict(view, object, level);
              tallies
                  .computeIfAbsent(new Key(method.name(), object, level), key -> new Tally())
                  .add(view, mask, prediction, isReference);
              witness.predicted(view, method, object, level, mask, prediction);
            }
          }
        }
        witness.viewDone(view);
      }
    }
    return tallies;
  }

  private static List<Level> levels(MaskMethod method, TruthObject object) {
    return method.hasLevels() ? List.of(Level.values()) : List.of(object.level());
  }

  private record Key(String method, TruthObject object, Level level) {}

  /** What is known so far about one method's masks of one object. */
  private static final class Tally {
    private final List<ViewScore> scores = new ArrayList<>();
    private final List<Double> falseAreas = new ArrayList<>();

    void add(
        EvaluatedView view,
        Optional<BitMask> truth,
        Optional<BitMask> prediction,
        boolean isReference) {
      if (truth.isPresent() && truth.get().area() > 0) {
        scores.add(
            new ViewScore(
                view.view().key(),
                isReference,
                prediction.isPresent(),
                prediction.map(p -> MaskComparison.iou(truth.get(), p)).orElse(0.0),
                prediction.map(p -> MaskComparison.boundaryIou(truth.get(), p)).orElse(0.0)));
      } else {
        falseAreas.add(
            prediction.map(p -> p.area() / ((double) p.width() * p.height())).orElse(0.0));
      }
    }

    ObjectScore score(Key key, View reference) {
      double falseArea =
          falseAreas.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
      return new ObjectScore(key.method, key.object, key.level, reference.key(), scores, falseArea);
    }
  }
}
