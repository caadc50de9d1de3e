package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.app.start.LivePair;
import org.clickgaussian.app.start.PulsePlan;
import org.clickgaussian.app.start.PulseReport;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the window beside a training. */
@Command(
    name = "pulses",
    header = "Measure how smooth the window is while a training goes on.",
    description = {
      "Opens the window on a scene with masks and trains a run whose iterations all do the same"
          + " work: no global guidance, and the pixels of all views drawn before the first. Once"
          + " its speed is steady, short turns of the training alone and shown live in the viewport"
          + " alternate, and neighbours are compared. Then the window's pulses are measured while"
          + " the camera is moved all the time, beside the training and with the training paused."
          + " The run is removed afterwards. Works without a display too.",
      ""
    },
    footer = {"", "Example:", "  clickgaussian pulses room --pairs 8 --seconds 15 --rounds 3"})
final class PulsesCommand extends WindowCommand {
  @Parameters(paramLabel = "SCENE", description = "Folder of a scene with masks.")
  private Path scene;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "15",
      description = "How long the camera is moved in each round. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds of moving the camera; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--turn",
      paramLabel = "S",
      defaultValue = "5",
      description = "How long a turn alone or shown live takes. Default: ${DEFAULT-VALUE}.")
  private double turn;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many pairs of turns are compared; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int pairs;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  WindowOptions window() {
    if (!(seconds > 0) || !(turn > 0) || rounds < 0 || pairs < 0) {
      throw wrongUsage("--seconds and --turn must be above 0, --rounds and --pairs at least 0");
    }
    return new WindowOptions(
        Optional.of(scene),
        Optional.empty(),
        new WindowErrand.MeasurePulses(new PulsePlan(seconds, rounds, turn, pairs), this::tell));
  }

  private void tell(PulseReport report) {
    PrintWriter out = out();
    if (json) {
      out.println(JobCommand.json(values(report)));
    } else {
      if (pairs > 0) {
        out.println("training   iterations a second of neighbouring turns");
        line(out, "alone", report.pairs().stream().map(LivePair::alone).toList());
        line(out, "shown live", report.pairs().stream().map(LivePair::live).toList());
        share(out, report);
      }
      if (rounds > 0) {
        out.println("pulses     while the camera moves");
        line(out, "beside it", report.pulses());
        line(out, "it is paused", report.paused());
        line(out, "iterations/s", report.working());
      }
    }
    out.flush();
  }

  private static void share(PrintWriter out, PulseReport report) {
    List<Double> ratios = LivePair.ratios(report.pairs());
    if (ratios.isEmpty()) {
      out.println("  live : alone   not known: the turns were too short for a few iterations");
      return;
    }
    out.printf(
        Locale.ROOT,
        "  live : alone   %.3f, the median of %d pairs from %.3f to %.3f%s%n",
        PulseReport.median(ratios),
        ratios.size(),
        ratios.getFirst(),
        ratios.getLast(),
        report.steady() ? "" : "; the speed was not steady when they began");
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
    values.put(
        "iterations_per_second_alone", report.pairs().stream().map(LivePair::alone).toList());
    values.put("iterations_per_second_live", report.pairs().stream().map(LivePair::live).toList());
    values.put("live_to_alone_median", PulseReport.median(LivePair.ratios(report.pairs())));
    values.put("steady", report.steady());
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
