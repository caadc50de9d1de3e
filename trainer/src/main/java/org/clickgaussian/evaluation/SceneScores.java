package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.mask.Level;

/**
 * All scores of one scene.
 *
 * @param scene the scene's name
 * @param protocol where the truth came from
 * @param scores one for each method, object and level used
 * @param warnings what a person should know when reading the scores
 */
public record SceneScores(
    String scene, String protocol, List<ObjectScore> scores, List<String> warnings) {
  /** Takes copies. */
  public SceneScores {
    scores = List.copyOf(scores);
    warnings = List.copyOf(warnings);
  }

  /** The same scores with one more thing that a person should know. */
  public SceneScores remarked(String remark) {
    List<String> all = new ArrayList<>(warnings);
    all.add(remark);
    return new SceneScores(scene, protocol, scores, all);
  }

  /** The methods' names in the order in which they were asked. */
  public List<String> methods() {
    return scores.stream().map(ObjectScore::method).distinct().toList();
  }

  /** The objects, sorted by level, then name. */
  public List<TruthObject> objects() {
    return scores.stream()
        .map(ObjectScore::object)
        .distinct()
        .sorted(Comparator.comparing(TruthObject::level).thenComparing(TruthObject::name))
        .toList();
  }

  /** The score of a method for an object at the object's own level. */
  public Optional<ObjectScore> own(String method, TruthObject object) {
    return scores.stream()
        .filter(s -> s.method().equals(method) && s.object().equals(object) && s.isOwnLevel())
        .findFirst();
  }

  /** The better of the two levels' scores, by mean IoU over all views: an oracle's choice. */
  public Optional<ObjectScore> bestOfBoth(String method, TruthObject object) {
    return better(
        scores.stream()
            .filter(s -> s.method().equals(method) && s.object().equals(object))
            .toList());
  }

  private static Optional<ObjectScore> better(List<ObjectScore> levels) {
    return levels.stream().max(Comparator.comparingDouble(s -> s.mean(Metric.IOU, true).orElse(0)));
  }

  /**
   * The mean over the objects of a level at their own level.
   *
   * @param level empty for the objects of both levels ("All")
   * @return empty where there are no such objects
   */
  public OptionalDouble mean(
      String method, Optional<Level> level, Metric metric, boolean withReference) {
    Map<TruthObject, ObjectScore> own = new HashMap<>();
    for (ObjectScore score : scores) {
      if (score.method().equals(method) && score.isOwnLevel()) {
        own.putIfAbsent(score.object(), score);
      }
    }
    return objects().stream()
        .filter(object -> level.isEmpty() || object.level() == level.get())
        .flatMap(object -> Stream.ofNullable(own.get(object)))
        .map(score -> score.mean(metric, withReference))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** The mean over all objects of the better level's IoU. */
  public OptionalDouble meanBestOfBoth(String method, boolean withReference) {
    Map<TruthObject, List<ObjectScore>> levels =
        scores.stream()
            .filter(score -> score.method().equals(method))
            .collect(Collectors.groupingBy(ObjectScore::object));
    return objects().stream()
        .flatMap(object -> better(levels.getOrDefault(object, List.of())).stream())
        .map(score -> score.mean(Metric.IOU, withReference))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** The mean over scenes of the scenes' means ("Average"). */
  public static OptionalDouble average(
      List<SceneScores> scenes, String method, Optional<Level> level, Metric metric) {
    return scenes.stream()
        .map(scene -> scene.mean(method, level, metric, true))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
