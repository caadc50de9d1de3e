package org.clickgaussian.experiment.compare;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.clickgaussian.evaluation.ScoreColumn;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.training.Hyperparameter;

/**
 * A column of a table of runs.
 *
 * @param key by which it is chosen: "name", a hyperparameter, "click/all" for a score, a column of
 *     the metrics
 * @param title its heading
 * @param text what stands in it; empty where a run has no such thing
 * @param number by what it is sorted, NaN for none; empty for words
 */
public record RunColumn(
    String key,
    String title,
    Function<RunRecord, String> text,
    Optional<ToDoubleFunction<RunRecord>> number) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Name of the run's folder. */
  public static final RunColumn NAME = words("name", "name", RunRecord::name);

  /** The keys of the columns that are shown when nothing is said. */
  public static final List<String> USUAL =
      List.of(
          "name",
          "state",
          "iteration",
          "time",
          "propagation/all",
          "propagation/coarse",
          "propagation/fine",
          "ablations",
          "seed");

  /**
   * All columns that make sense for some runs, the usual ones first.
   *
   * @param runs of which methods of evaluation and metrics are taken
   */
  public static List<RunColumn> of(List<RunRecord> runs) {
    Map<String, RunColumn> columns = new LinkedHashMap<>();
    Map<String, RunColumn> all = new LinkedHashMap<>();
    every(runs).forEach(column -> all.putIfAbsent(column.key(), column));
    USUAL.stream().filter(all::containsKey).forEach(key -> columns.put(key, all.get(key)));
    columns.putAll(all);
    return List.copyOf(columns.values());
  }

  private static List<RunColumn> every(List<RunRecord> runs) {
    List<RunColumn> all = new ArrayList<>();
    all.add(NAME);
    all.add(words("state", "state", run -> run.state().key()));
    all.add(number("iteration", "iteration", RunRecord::iteration, "%.0f"));
    all.add(
        new RunColumn(
            "time", "time", run -> duration(run.seconds()), Optional.of(RunRecord::seconds)));
    all.add(
        new RunColumn(
            "modified",
            "last written",
            run -> TIME.format(Instant.ofEpochMilli(run.modified()).atZone(ZoneId.systemDefault())),
            Optional.of(RunRecord::modified)));
    all.add(told("ablations", config -> String.join(", ", config.ablations())));
    all.add(setting("seed", config -> config.settings().seed(), "%.0f"));
    all.add(told("scene", RunConfig::scene));
    all.add(told("masks", RunConfig::masks));
    all.add(told("backend", RunConfig::backend));
    methods(runs).forEach(method -> scores(all, method));
    for (Hyperparameter parameter : Hyperparameter.values()) {
      all.add(
          new RunColumn(
              parameter.key(),
              parameter.key(),
              run ->
                  run.config()
                      .map(config -> parameter.format(config.settings().get(parameter)))
                      .orElse(""),
              Optional.of(
                  run ->
                      run.config()
                          .map(config -> config.settings().get(parameter))
                          .orElse(Double.NaN))));
    }
    runs.stream()
        .flatMap(run -> run.lastMetrics().stream())
        .flatMap(row -> row.values().keySet().stream())
        .distinct()
        .filter(key -> !key.equals("seconds"))
        .forEach(key -> all.add(number(key, key, run -> run.last(key), "%.4g")));
    return all;
  }

  /** "propagation" stands even if nothing was evaluated yet: the table is to have its scores. */
  private static Stream<String> methods(List<RunRecord> runs) {
    return Stream.concat(
            Stream.of("propagation"),
            runs.stream()
                .flatMap(run -> run.scores().stream())
                .flatMap(scores -> scores.methods().stream()))
        .distinct();
  }

  private static void scores(List<RunColumn> all, String method) {
    for (ScoreColumn column : ScoreColumn.values()) {
      all.add(
          number(
              method + "/" + column.key(),
              method.equals("propagation") ? column.title() : method + ": " + column.title(),
              run ->
                  run.scores()
                      .map(scores -> column.of(scores, method).orElse(Double.NaN))
                      .orElse(Double.NaN),
              "%.3f"));
    }
  }

  private static RunColumn words(String key, String title, Function<RunRecord, String> text) {
    return new RunColumn(key, title, text, Optional.empty());
  }

  private static RunColumn told(String key, Function<RunConfig, String> text) {
    return words(key, key, run -> run.config().map(text).orElse(""));
  }

  private static RunColumn setting(String key, ToDoubleFunction<RunConfig> value, String format) {
    return number(
        key, key, run -> run.config().map(value::applyAsDouble).orElse(Double.NaN), format);
  }

  private static RunColumn number(
      String key, String title, ToDoubleFunction<RunRecord> value, String format) {
    return new RunColumn(
        key,
        title,
        run -> {
          double number = value.applyAsDouble(run);
          return Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "";
        },
        Optional.of(value));
  }

  private static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** Runs sorted by this column; those without a number last, equal ones by name. */
  public Comparator<RunRecord> order() {
    Comparator<RunRecord> byThis =
        number.isPresent() ? Comparator.comparingDouble(number.get()) : Comparator.comparing(text);
    return byThis.thenComparing(RunRecord::name);
  }

  /** A table of runs. */
  public static ComparisonTable table(List<RunRecord> runs, List<RunColumn> columns) {
    return new ComparisonTable(
        "Runs",
        columns.stream().map(RunColumn::title).toList(),
        runs.stream()
            .map(
                run ->
                    columns.stream()
                        .<ComparisonTable.Cell>map(
                            column -> new ComparisonTable.Words(column.text().apply(run)))
                        .toList())
            .toList());
  }
}
