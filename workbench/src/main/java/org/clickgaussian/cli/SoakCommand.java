package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clickgaussian.app.start.SoakPlan;
import org.clickgaussian.app.start.SoakReport;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Uses the window at random. */
@Command(
    name = "soak",
    header = "Use the window at random for minutes, and tell whether it held.",
    description = {
      "Opens the window on a scene and clicks, drags, turns the wheel, changes modes, selects,"
          + " hides, moves and undoes, as a seed says; the same seed takes the same steps. It fails"
          + " if anything throws, if the picture does not follow the document, if undo does not"
          + " lead back, or if memory keeps growing. Writes no files. Works without a display too.",
      ""
    },
    footer = {"", "Example:", "  clickgaussian soak room --run room/run --minutes 10 --seed 1"})
final class SoakCommand extends WindowCommand {
  private static final double SECONDS = 60;
  private static final double MEGABYTE = 1 << 20;

  @Mixin private SceneWithRun scene;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "10",
      description = "How long; the episode under way is ended. Default: ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "Which steps. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private boolean held;

  @Override
  WindowOptions window() {
    if (!(minutes > 0)) {
      throw wrongUsage("--minutes must be above 0, not " + minutes);
    }
    SoakPlan plan = new SoakPlan(seed, Duration.ofMillis((long) (1000 * SECONDS * minutes)));
    return scene.windowFor(new WindowErrand.Soak(plan, this::tell));
  }

  @Override
  public Integer call() {
    int status = super.call();
    return held ? status : 1;
  }

  private void tell(SoakReport report) {
    held = report.complaints().isEmpty();
    PrintWriter out = out();
    if (json) {
      out.println(JobCommand.json(values(report)));
    } else {
      out.printf(
          Locale.ROOT,
          "seed %d: %,d steps in %d episodes, %.0f s; slowest picture after %.2f s%n",
          report.seed(),
          report.steps(),
          report.episodes(),
          report.seconds(),
          report.slowestRest());
      out.println("used memory, MB: " + megabytes(report.heap()));
      report.complaints().forEach(complaint -> out.println("FAILED " + complaint));
      out.println(held ? "held" : "did not hold");
    }
    out.flush();
  }

  private static List<Long> megabytes(List<Long> bytes) {
    return bytes.stream().map(each -> Math.round(each / MEGABYTE)).toList();
  }

  private static Map<String, Object> values(SoakReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("seed", report.seed());
    values.put("steps", report.steps());
    values.put("episodes", report.episodes());
    values.put("seconds", report.seconds());
    values.put("slowest_rest_seconds", report.slowestRest());
    values.put("heap_bytes", report.heap());
    values.put("complaints", report.complaints());
    return values;
  }
}
