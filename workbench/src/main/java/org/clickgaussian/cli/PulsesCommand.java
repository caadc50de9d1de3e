package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clickgaussian.app.start.PulsePlan;
import org.clickgaussian.app.start.PulseReport;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the window beside a training. */
@Command(
    name = "pulses",
    header = "Measure how smooth the window is while a training goes on.",
    description = {
      "Opens the window on a scene with masks, trains a run with the settings as they come, and"
          + " measures in turns: the training alone, the training shown live in the viewport, and"
          + " the window's pulses while the camera is moved all the time, beside the training and"
          + " with the training paused. The run is removed"
          + " afterwards. Works without a display too.",
      ""
    },
    footer = {"", "Example:", "  clickgaussian pulses room --seconds 15 --rounds 3"})
final class PulsesCommand implements Callable<Integer> {
  @ParentCommand private ClickGaussianCommand parent;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENE", description = "Folder of a scene with masks.")
  private Path scene;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "15",
      description = "How long each part of a round takes. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often all parts take their turn. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--verbose", description = "When something fails, print the stack trace too.")
  private boolean verbose;

  @Override
  public Integer call() {
    if (!(seconds > 0) || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--seconds must be above 0 and --rounds at least 1");
    }
    return parent
        .terminal()
        .openWindow(
            new WindowOptions(
                Optional.of(scene),
                Optional.empty(),
                new WindowErrand.MeasurePulses(new PulsePlan(seconds, rounds), this::tell)));
  }

  private void tell(PulseReport report) {
    PrintWriter out = parent.terminal().out();
    if (json) {
      out.println(JobCommand.json(values(report)));
    } else {
      out.println("pulses     while the camera moves");
      line(out, "beside it", report.pulses());
      line(out, "it is paused", report.paused());
      out.println("training   iterations a second, median of the rounds");
      line(out, "alone", report.alone());
      line(out, "shown live", report.live());
      line(out, "camera moves", report.working());
    }
    out.flush();
  }

  private static void line(PrintWriter out, String name, PulseReport.Pulses pulses) {
    out.printf(
        Locale.ROOT,
        "  %-14s 95%% within %.1f ms, %.1f%% within %.0f ms, longest %.0f ms; %,d pulses%n",
        name,
        pulses.percentile95(),
        100 * pulses.withinShare(),
        PulseReport.LIMIT,
        pulses.longest(),
        pulses.count());
  }

  private static void line(PrintWriter out, String name, List<Double> rates) {
    out.printf(Locale.ROOT, "  %-14s %.2f of%s%n", name, PulseReport.median(rates), words(rates));
  }

  private static String words(List<Double> rates) {
    StringBuilder words = new StringBuilder();
    rates.forEach(rate -> words.append(String.format(Locale.ROOT, " %.2f", rate)));
    return words.toString();
  }

  private static Map<String, Object> values(PulseReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pulses", values(report.pulses()));
    values.put("pulses_paused", values(report.paused()));
    values.put("iterations_per_second_alone", report.alone());
    values.put("iterations_per_second_live", report.live());
    values.put("iterations_per_second_working", report.working());
    return values;
  }

  private static Map<String, Object> values(PulseReport.Pulses pulses) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("count", pulses.count());
    values.put("percentile_95_ms", pulses.percentile95());
    values.put("share_within_33_ms", pulses.withinShare());
    values.put("longest_ms", pulses.longest());
    return values;
  }
}
