package org.clickgaussian.cli;

import java.nio.file.Path;
import org.clickgaussian.samples.SampleFolder;
import org.clickgaussian.samples.SampleSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generates a scene with exact ground truth. */
@Command(
    name = "sample",
    header = "Generate a scene with photos, faulty masks and exact ground truth.",
    description = {
      "A room with a table and objects of several parts. Masks are Segment Anything's records with"
          + " its typical faults; the truth is exact for every pixel and every Gaussian.",
      ""
    },
    footer = {
      "",
      "The folder is a scene like any other; beside it lie",
      "  clickgaussian/masks/simulated    for train --masks",
      "  clickgaussian/truth/exact        for evaluate --truth",
      "",
      "Examples:",
      "  clickgaussian sample --out room",
      "  clickgaussian sample --out big --gaussians 1000000 --views 100 --noise 0.3 --seed 7"
    })
final class SampleCommand extends JobCommand {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The scene's folder: new, empty, or an earlier sample, which is replaced.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--gaussians",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Gaussians in the scene. Default: ${DEFAULT-VALUE}.")
  private int gaussians;

  @Option(
      names = "--views",
      paramLabel = "N",
      defaultValue = "60",
      description = "Photos. Default: ${DEFAULT-VALUE}.")
  private int views;

  @Option(
      names = "--noise",
      paramLabel = "R",
      defaultValue = "0.2",
      description =
          "Probability with which a segment is merged, split, dropped, and displaced."
              + " Default: ${DEFAULT-VALUE}.")
  private double noise;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "640",
      description = "Width of a photo. Default: ${DEFAULT-VALUE}.")
  private int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "480",
      description = "Height of a photo. Default: ${DEFAULT-VALUE}.")
  private int height;

  @Override
  Answer run(Job job) {
    SampleSettings settings = new SampleSettings(seed, gaussians, views, width, height, noise);
    SampleFolder.Summary summary =
        SampleFolder.create(out, settings, job.workers(), job.progress());
    Answer answer = new Answer();
    if (summary.kept()) {
      answer.line("kept as it was, because it is this sample already and was added to");
    }
    answer.line("scene      %s", out);
    answer.line("Gaussians  %,d", gaussians);
    answer.line("views      %d of %d × %d", views, width, height);
    answer.line("labels     %d objects, %d parts", summary.objects(), summary.parts());
    answer.line("masks      %s", out.resolve("clickgaussian/masks/simulated"));
    answer.line("truth      %s", out.resolve("clickgaussian/truth/exact"));
    return answer
        .value("scene", out.toString())
        .value("masks", out.resolve("clickgaussian/masks/simulated").toString())
        .value("truth", out.resolve("clickgaussian/truth/exact").toString())
        .value("gaussians", gaussians)
        .value("views", views)
        .value("objects", summary.objects())
        .value("parts", summary.parts())
        .value("kept", summary.kept());
  }
}
