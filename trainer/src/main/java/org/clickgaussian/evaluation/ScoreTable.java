package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.clickgaussian.evaluation.ObjectScore.Metric;

/** Scores as Markdown tables for people. */
public final class ScoreTable {
  private static final String NONE = "–";

  private ScoreTable() {}

  /** Mean IoU of every object (rows) by every method (columns), each at the object's own level. */
  public static String byObject(SceneScores scene, Metric metric) {
    List<String> header = new ArrayList<>(List.of("object", "level"));
    header.addAll(scene.methods());
    List<List<String>> rows = new ArrayList<>();
    for (TruthObject object : scene.objects()) {
      List<String> row = new ArrayList<>(List.of(object.name(), object.level().key()));
      for (String method : scene.methods()) {
        row.add(scene.own(method, object).map(s -> number(s.mean(metric, true))).orElse(NONE));
      }
      rows.add(row);
    }
    return table(header, rows);
  }

  /** The means of every method (rows): see {@link ScoreColumn}. */
  public static String summary(SceneScores scene) {
    List<String> header = new ArrayList<>(List.of("method"));
    for (ScoreColumn column : ScoreColumn.values()) {
      header.add(column.title());
    }
    List<List<String>> rows = new ArrayList<>();
    for (String method : scene.methods()) {
      List<String> row = new ArrayList<>(List.of(method));
      for (ScoreColumn column : ScoreColumn.values()) {
        row.add(number(column.of(scene, method)));
      }
      rows.add(row);
    }
    return table(header, rows);
  }

  /** "All" of every method in every scene and, last, the mean over scenes ("Average"). */
  public static String byScene(List<SceneScores> scenes) {
    List<String> methods =
        scenes.stream().flatMap(scene -> scene.methods().stream()).distinct().toList();
    List<String> header = new ArrayList<>(List.of("method"));
    scenes.forEach(scene -> header.add(scene.scene()));
    header.add("Average");
    List<List<String>> rows = new ArrayList<>();
    for (String method : methods) {
      List<String> row = new ArrayList<>(List.of(method));
      for (SceneScores scene : scenes) {
        row.add(number(ScoreColumn.ALL.of(scene, method)));
      }
      row.add(number(SceneScores.average(scenes, method, Optional.empty(), Metric.IOU)));
      rows.add(row);
    }
    return table(header, rows);
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : NONE;
  }

  private static String table(List<String> header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    line(text, header);
    line(text, header.stream().map(column -> "---").toList());
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ");
    text.append(String.join(" | ", cells.stream().map(c -> c.replace("|", "\\|")).toList()));
    text.append(" |\n");
  }
}
