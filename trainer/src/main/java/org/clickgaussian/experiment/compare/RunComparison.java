package org.clickgaussian.experiment.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.TruthObject;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.io.InputException;

/**
 * Several runs beside each other.
 *
 * @param groups the columns: single runs, or those with equal settings together
 * @param baseline the group that the others are measured against
 * @param method by which objects were found
 * @param metric what single objects are scored by
 * @param withReference whether the views count in which the method was shown the truth
 */
public record RunComparison(
    List<RunGroup> groups,
    Optional<RunGroup> baseline,
    String method,
    Metric metric,
    boolean withReference) {
  private static final int WORST = 20;

  /**
   * How runs are compared.
   *
   * @param baseline folder of the run that the others are measured against
   * @param method the method of {@code evaluate}; the first one where none is named
   * @param metric what single objects are scored by
   * @param seedsTogether whether runs that differ in the seed alone stand in one column
   * @param withReference whether the views count in which the method was shown the truth
   */
  public record Choice(
      Optional<Path> baseline,
      Optional<String> method,
      Metric metric,
      boolean seedsTogether,
      boolean withReference) {
    /** No baseline, the first method, IoU over all views, seeds together. */
    public static final Choice DEFAULT =
        new Choice(Optional.empty(), Optional.empty(), Metric.IOU, true, true);

    /** The same against another run, or none. */
    public Choice against(Optional<Path> run) {
      return new Choice(run, method, metric, seedsTogether, withReference);
    }

    /** The same by another method, or the first. */
    public Choice byMethod(Optional<String> name) {
      return new Choice(baseline, name, metric, seedsTogether, withReference);
    }

    /** The same by another measure of single objects. */
    public Choice by(Metric measure) {
      return new Choice(baseline, method, measure, seedsTogether, withReference);
    }

    /** The same with seeds together, or each by itself. */
    public Choice withSeedsTogether(boolean together) {
      return new Choice(baseline, method, metric, together, withReference);
    }

    /** The same with the reference views, or without. */
    public Choice countingReference(boolean counted) {
      return new Choice(baseline, method, metric, seedsTogether, counted);
    }
  }

  /**
   * Compares runs.
   *
   * @throws InputException if the baseline is none of them, or none was scored by the method
   */
  public static RunComparison of(List<RunRecord> runs, Choice choice) {
    List<RunGroup> groups = choice.seedsTogether() ? RunGroup.overSeeds(runs) : RunGroup.each(runs);
    List<String> methods = ScoreComparison.methods(groups);
    if (choice.method().isPresent() && !methods.contains(choice.method().get())) {
      throw new InputException(
          methods.isEmpty()
              ? "None of the runs was evaluated; evaluate them first."
              : "No run was scored by the method %s; choose one of %s."
                  .formatted(choice.method().get(), String.join(", ", methods)));
    }
    String method = choice.method().orElse(methods.isEmpty() ? "" : methods.getFirst());
    return new RunComparison(
        groups,
        choice.baseline().map(folder -> holding(groups, folder)),
        method,
        choice.metric(),
        choice.withReference());
  }

  private static RunGroup holding(List<RunGroup> groups, Path baseline) {
    Path wanted = baseline.toAbsolutePath().normalize();
    return groups.stream()
        .filter(
            group ->
                group.runs().stream()
                    .anyMatch(run -> run.folder().toAbsolutePath().normalize().equals(wanted)))
        .findFirst()
        .orElseThrow(
            () -> InputException.in(baseline, "is none of the compared runs; name it among them"));
  }

  /** The runs themselves. */
  public List<RunRecord> runs() {
    return groups.stream().flatMap(group -> group.runs().stream()).toList();
  }

  /** What the runs were told differently. */
  public ComparisonTable settings() {
    return SettingsDifferences.of(groups);
  }

  /** How well they did. */
  public ScoreComparison scores() {
    return new ScoreComparison(groups, method, metric, withReference, baseline);
  }

  /** Every object with the run that finds it worst, the worst first. */
  public List<WorstObjects.Worst> worst() {
    return WorstObjects.of(runs(), method, withReference);
  }

  /** All tables: settings and, where any run was evaluated, means, objects and the worst ones. */
  public List<ComparisonTable> tables() {
    List<ComparisonTable> tables = new ArrayList<>();
    tables.add(settings());
    if (!method.isEmpty()) {
      tables.add(scores().summary());
      tables.add(scores().byObject());
      tables.add(WorstObjects.table(worst(), WORST));
    }
    return tables;
  }

  /** What a person should know before believing the numbers, a sentence each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (RunRecord run : runs()) {
      if (!run.problem().isEmpty()) {
        warnings.add(run.name() + " is broken: " + run.problem());
      } else if (run.scores().isEmpty()) {
        warnings.add(run.name() + " was not evaluated and has no scores");
      }
      warnings.addAll(run.warnings());
    }
    warnOfScenes(warnings);
    warnOfViews(warnings);
    return warnings;
  }

  private void warnOfScenes(List<String> warnings) {
    Map<SceneFingerprint, List<String>> scenes = new HashMap<>();
    for (RunRecord run : runs()) {
      run.config()
          .ifPresent(
              config ->
                  scenes
                      .computeIfAbsent(config.fingerprint(), print -> new ArrayList<>())
                      .add(run.name()));
    }
    if (scenes.size() > 1) {
      List<String> parts = new ArrayList<>();
      scenes.values().forEach(names -> parts.add(String.join(", ", names)));
      parts.sort(null);
      warnings.add(
          "the runs are of different scenes, so their scores do not compare: "
              + String.join(" | ", parts));
    }
  }

  /** Means over other views are other numbers, whatever the runs are worth. */
  private void warnOfViews(List<String> warnings) {
    Map<Map<TruthObject, TreeSet<String>>, List<String>> views = new HashMap<>();
    for (RunRecord run : runs()) {
      run.scores()
          .ifPresent(
              scores ->
                  views.computeIfAbsent(views(scores), k -> new ArrayList<>()).add(run.name()));
    }
    if (views.size() > 1) {
      List<String> parts = new ArrayList<>();
      views.values().forEach(names -> parts.add(String.join(", ", names)));
      parts.sort(null);
      warnings.add(
          "the runs were scored on different objects or views, so their means do not compare: "
              + String.join(" | ", parts));
    }
  }

  private Map<TruthObject, TreeSet<String>> views(SceneScores scores) {
    Map<TruthObject, TreeSet<String>> views = new HashMap<>();
    for (TruthObject object : scores.objects()) {
      scores
          .own(method, object)
          .ifPresent(
              score -> {
                TreeSet<String> keys = new TreeSet<>();
                score.views().forEach(view -> keys.add(view.view()));
                views.put(object, keys);
              });
    }
    return views;
  }
}
