package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.experiment.compare.RunColumn;
import org.clickgaussian.experiment.compare.RunQuery;
import org.clickgaussian.experiment.compare.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the runs of a scene. */
@Command(
    name = "list",
    header = "List runs with their settings, scores and state.",
    description = {"A run that cannot be read is listed as broken, with the reason.", ""},
    footer = {
      "",
      "Columns: name, state, iteration, time, modified, ablations, seed, scene, masks, backend,",
      "every setting of 'train --help', METHOD/all (coarse, fine, boundary, …) for scores, and the",
      "columns of metrics.csv.",
      "",
      "Examples:",
      "  clickgaussian runs list garden",
      "  clickgaussian runs list runs --columns name,gfl.weight,propagation/all --sort"
          + " propagation/all",
      "  clickgaussian runs list runs --filter 'finished propagation/all>0.9'"
    })
final class ListRunsCommand extends JobCommand {

  @Parameters(paramLabel = "DIR", description = "A scene, a folder of runs, or a run.")
  private Path place;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description = "Columns to show, with commas between. Default: the usual ones.")
  private List<String> columns = RunColumn.USUAL;

  @Option(
      names = "--filter",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "Only runs that fit all words: pieces of name, state, ablations or masks, or comparisons"
              + " such as seed=1.")
  private String filter;

  @Option(
      names = "--sort",
      paramLabel = "NAME",
      defaultValue = "name",
      description = "Column to sort by. Default: ${DEFAULT-VALUE}.")
  private String sort;

  @Override
  Answer run(Job job) {
    List<RunRecord> all = new RunStore().list(place);
    Map<String, RunColumn> known = new LinkedHashMap<>();
    RunColumn.of(all).forEach(column -> known.put(column.key(), column));
    List<RunColumn> chosen = columns.stream().map(key -> column(known, key)).toList();
    List<RunRecord> runs = new ArrayList<>(RunQuery.filter(all, filter));
    runs.sort(column(known, sort).order());
    Answer answer = new Answer();
    if (runs.isEmpty()) {
      answer.line("%s holds no run%s.", place, filter.isBlank() ? "" : " that fits");
    } else {
      TableFormat.TEXT
          .write(RunColumn.table(runs, chosen))
          .lines()
          .forEach(line -> answer.line("%s", line));
    }
    for (RunRecord run : runs) {
      if (!run.problem().isEmpty()) {
        job.warnings().accept(run.name() + " is broken: " + run.problem());
      }
      run.warnings().forEach(job.warnings());
    }
    return answer.value(
        "runs", runs.stream().map(run -> row(run, chosen)).collect(Collectors.toList()));
  }

  private RunColumn column(Map<String, RunColumn> known, String key) {
    if (!known.containsKey(key)) {
      throw wrongUsage(
          "There is no column '" + key + "'; there are " + String.join(", ", known.keySet()));
    }
    return known.get(key);
  }

  private static Map<String, Object> row(RunRecord run, List<RunColumn> columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("folder", run.folder().toString());
    row.put("state", run.state().key());
    row.put("problem", run.problem());
    for (RunColumn column : columns) {
      row.put(column.key(), value(run, column));
    }
    return row;
  }

  private static Object value(RunRecord run, RunColumn column) {
    if (column.number().isEmpty()) {
      return column.text().apply(run);
    }
    double number = column.number().get().applyAsDouble(run);
    return Double.isFinite(number) ? number : null;
  }
}
