package org.clickgaussian.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.experiment.compare.ComparisonTable;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.experiment.compare.TableFormat;
import org.clickgaussian.experiment.compare.WorstObjects;
import org.clickgaussian.io.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Compares runs. */
@Command(
    name = "compare",
    header = "Compare runs: settings that differ, scores, worst objects.",
    description = {
      "The best score of each row or column is marked. With --baseline, differences to it stand"
          + " beside.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian runs compare runs/full runs/no-gfl --baseline runs/full",
      "  clickgaussian runs compare runs --format latex --out table.tex"
    })
final class CompareRunsCommand extends JobCommand {

  @Mixin private ComparedRuns runs;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      converter = FormatConverter.class,
      description = "text, csv, markdown or latex. Default: that of --out's ending, or text.")
  private TableFormat format;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the tables to a file.")
  private Path out;

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the worst objects are listed. Default: ${DEFAULT-VALUE}.")
  private int worst;

  /** Takes the formats' names. */
  static final class FormatConverter implements ITypeConverter<TableFormat> {
    @Override
    public TableFormat convert(String value) {
      return TableFormat.of(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + value + "' is none of text, csv, markdown, latex"));
    }
  }

  @Override
  Answer run(Job job) {
    if (worst < 0) {
      throw wrongUsage("--worst must be at least 0, not " + worst);
    }
    RunComparison comparison = runs.comparison();
    comparison.warnings().forEach(job.warnings());
    List<ComparisonTable> tables = new ArrayList<>();
    tables.add(comparison.settings());
    if (!comparison.method().isEmpty()) {
      tables.add(comparison.scores().summary());
      tables.add(comparison.scores().byObject());
      tables.add(WorstObjects.table(comparison.worst(), worst));
    }
    String text = format().write(tables);
    Answer answer = new Answer();
    if (out == null) {
      text.lines().forEach(line -> answer.line("%s", line));
    } else {
      AtomicFile.write(out, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
      answer.line("Tables: %s", out).value("file", out.toString());
    }
    return answer
        .value("method", comparison.method())
        .value("tables", tables.stream().map(CompareRunsCommand::json).toList());
  }

  private TableFormat format() {
    if (format != null) {
      return format;
    }
    String name = out == null ? "" : out.getFileName().toString();
    return TableFormat.of(name.substring(name.lastIndexOf('.') + 1)).orElse(TableFormat.TEXT);
  }

  private static Map<String, Object> json(ComparisonTable table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", table.title());
    json.put("header", table.header());
    json.put(
        "rows",
        table.rows().stream()
            .map(row -> row.stream().map(CompareRunsCommand::value).toList())
            .toList());
    return json;
  }

  private static Object value(Cell cell) {
    if (!(cell instanceof Score score)) {
      return TableFormat.plain(cell);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "mean", score.value().mean());
    put(json, "deviation", score.value().deviation());
    put(json, "difference", score.delta());
    json.put("best", score.best());
    return json;
  }

  private static void put(Map<String, Object> json, String key, double value) {
    json.put(key, Double.isFinite(value) ? value : null);
  }
}
