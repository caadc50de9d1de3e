package org.clickgaussian.experiment.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunParent;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.TrainingSettings;

/** What runs were told differently. */
public final class SettingsDifferences {
  private static final String UNKNOWN = "?";

  private SettingsDifferences() {}

  /** The settings in which not all runs agree, by name: one row each, one column for a group. */
  public static ComparisonTable of(List<RunGroup> groups) {
    List<Map<String, String>> columns = groups.stream().map(SettingsDifferences::together).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (String key : columns.isEmpty() ? List.<String>of() : keys(columns)) {
      List<String> values =
          columns.stream().map(column -> column.getOrDefault(key, UNKNOWN)).toList();
      if (values.stream().distinct().count() > 1) {
        List<Cell> row = new ArrayList<>();
        row.add(new Words(key));
        values.forEach(value -> row.add(new Words(value)));
        rows.add(row);
      }
    }
    List<String> header = new ArrayList<>();
    header.add("setting");
    groups.forEach(group -> header.add(group.name()));
    return new ComparisonTable("Settings that differ", header, rows);
  }

  private static List<String> keys(List<Map<String, String>> columns) {
    return columns.stream().flatMap(column -> column.keySet().stream()).distinct().toList();
  }

  /** One value a setting; where the runs of a group differ, all of theirs. */
  private static Map<String, String> together(RunGroup group) {
    Map<String, TreeSet<String>> values = new LinkedHashMap<>();
    for (RunRecord run : group.runs()) {
      run.config()
          .ifPresent(
              config ->
                  told(run, config)
                      .forEach(
                          (key, value) ->
                              values.computeIfAbsent(key, k -> new TreeSet<>()).add(value)));
    }
    Map<String, String> joined = new LinkedHashMap<>();
    values.forEach((key, all) -> joined.put(key, String.join(", ", all)));
    return joined;
  }

  private static Map<String, String> told(RunRecord run, RunConfig config) {
    TrainingSettings settings = config.settings();
    Map<String, String> told = new LinkedHashMap<>();
    told.put(
        "scene",
        "%s (%d Gaussians, %s)"
            .formatted(
                name(config.scene()),
                config.fingerprint().fileCount(),
                config.fingerprint().positions()));
    told.put("masks", masks(config));
    told.put("branch of", config.parent().map(SettingsDifferences::branch).orElse(""));
    told.put("ablations", config.ablations().stream().sorted().collect(Collectors.joining(", ")));
    told.put("seed", Long.toString(settings.seed()));
    for (Hyperparameter parameter : Hyperparameter.values()) {
      told.put(parameter.key(), course(parameter, run, settings));
    }
    told.put("training views", views(config.trainingViews()));
    told.put("test views", views(config.testViews()));
    told.put("left out", String.join(", ", config.leftOutViews()));
    told.put("backend", config.backend());
    return told;
  }

  /** A setting's value and, where it was changed in flight, when to what. */
  private static String course(Hyperparameter parameter, RunRecord run, TrainingSettings settings) {
    StringBuilder words = new StringBuilder(parameter.format(settings.get(parameter)));
    for (SettingChange change : run.changes().all()) {
      if (change.parameter() == parameter) {
        words.append(" → ").append(parameter.format(change.to()));
        words.append(" @").append(change.iteration());
      }
    }
    return words.toString();
  }

  private static String branch(RunParent parent) {
    return name(parent.run()) + " @" + parent.iteration();
  }

  private static String name(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }

  /** Masks beside a scene are named from there, so that copies of a project agree. */
  private static String masks(RunConfig config) {
    Path masks = Path.of(config.masks());
    Path scene = Path.of(config.scene());
    return masks.startsWith(scene) ? scene.relativize(masks).toString() : config.masks();
  }

  /** Number of views with a mark that tells sets of equal size apart. */
  private static String views(List<String> keys) {
    return keys.size() + (keys.isEmpty() ? "" : " (#%04x)".formatted(keys.hashCode() & 0xffff));
  }
}
