package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.evaluation.ScoreFiles;
import org.clickgaussian.evaluation.ScoreTable;
import org.clickgaussian.task.Demo;
import org.clickgaussian.task.DemoClick;
import org.clickgaussian.task.Durations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks the whole way on a generated scene. */
@Command(
    name = "demo",
    header = "Sample, train, evaluate and click, and show it all on a page.",
    description = {
      "On a small generated scene, within about two minutes on two cores. Leaves pictures, loss"
          + " curves and scores, and an HTML page that shows them.",
      ""
    },
    footer = {"", "Examples:", "  clickgaussian demo", "  clickgaussian demo --out /tmp/demo"})
final class DemoCommand extends JobCommand {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "clickgaussian-demo",
      description =
          "Where everything goes: new, empty, or an earlier demo. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Override
  Answer run(Job job) {
    long began = System.nanoTime();
    Demo.Result result = new Demo(out, job.workers()).run(job.progress());
    double seconds = (System.nanoTime() - began) * 1e-9;
    Answer answer = new Answer();
    ScoreTable.summary(result.scores()).lines().forEach(line -> answer.line("%s", line));
    List<Map<String, Object>> clicks = new ArrayList<>();
    for (DemoClick click : result.clicks()) {
      answer.line(
          "click on %s (%s): %,d Gaussians, IoU %.3f",
          click.target(), click.level().key(), click.gaussians(), click.iou());
      clicks.add(values(click));
    }
    answer.line("done in %s; all of it is in %s", Durations.words(seconds), out);
    answer.line("page: %s", result.page().toAbsolutePath().normalize().toUri());
    return answer
        .value("page", result.page().toString())
        .value("seconds", seconds)
        .value("clicks", clicks)
        .value("scores", ScoreFiles.json(List.of(result.scores())));
  }

  private static Map<String, Object> values(DemoClick click) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("level", click.level().key());
    values.put("target", click.target());
    values.put("x", click.x());
    values.put("y", click.y());
    values.put("gaussians", click.gaussians());
    values.put("iou", click.iou());
    return values;
  }
}
