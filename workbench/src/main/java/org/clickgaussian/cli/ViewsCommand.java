package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.planning.PlanSettings;
import org.clickgaussian.splat.planning.PlannedScene;
import org.clickgaussian.splat.planning.ViewPath;
import org.clickgaussian.splat.planning.ViewPlan;
import org.clickgaussian.task.PhotosOfSplat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a scene with photos out of a bare splat. */
@Command(
    name = "views",
    header = "Make photos for a splat that has none.",
    description = {
      "Plans views around the splat, or inside it where it surrounds the viewer, leaves out those"
          + " inside geometry and those of nothing, renders the others, and writes a scene folder"
          + " with a copy of the splat, images/, sparse/0 and cameras.json.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian views guitar.compressed.ply --out guitar",
      "  clickgaussian views room.spz --out room --count 90 --size 1024x768 --path inside",
      "  clickgaussian masks generate guitar --out guitar/masks"
    })
final class ViewsCommand extends JobCommand {

  private static final Map<String, double[]> DIRECTIONS =
      Map.of(
          "x", new double[] {1, 0, 0},
          "-x", new double[] {-1, 0, 0},
          "y", new double[] {0, 1, 0},
          "-y", new double[] {0, -1, 0},
          "z", new double[] {0, 0, 1},
          "-z", new double[] {0, 0, -1});

  private static final int LEAST_SIDE = 16;
  private static final int MOST_SIDE = 8192;

  @Mixin private SceneArgument scene;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The new scene's folder: absent or empty.")
  private Path out;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "48",
      description = "Views. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "800x600",
      description = "Pixels of a view. Default: ${DEFAULT-VALUE}.")
  private String size;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      defaultValue = "auto",
      description =
          "orbit: from outside; inside: from places within; auto: whichever suits. Default:"
              + " ${DEFAULT-VALUE}.")
  private String path;

  @Option(
      names = "--up",
      paramLabel = "AXIS",
      description = "Which way is up: x, -x, y, -y, z or -z. Default: guessed.")
  private String up;

  @Override
  Answer run(Job job) {
    PlanSettings settings = settings();
    PlannedScene.checkFree(out);
    try (OpenScene opened = scene.open(job, job.progress().part(0, 0.1))) {
      ViewPlan plan =
          PhotosOfSplat.make(opened, scene.path(), out, settings, job.progress().part(0.1, 1));
      return answer(plan);
    }
  }

  private PlanSettings settings() {
    if (count < 1 || count > 999) {
      throw wrongUsage("--count must be from 1 to 999, not " + count);
    }
    String[] sides = size.toLowerCase(Locale.ROOT).split("x", -1);
    int[] pixels = new int[2];
    for (int i = 0; i < 2; i++) {
      String side = sides.length == 2 ? sides[i] : "";
      pixels[i] = side.matches("[0-9]{1,5}") ? Integer.parseInt(side) : 0;
      if (pixels[i] < LEAST_SIDE || pixels[i] > MOST_SIDE) {
        throw wrongUsage(
            "--size must be like 800x600, with sides from %d to %d, not %s"
                .formatted(LEAST_SIDE, MOST_SIDE, size));
      }
    }
    if (up != null && !DIRECTIONS.containsKey(up)) {
      throw wrongUsage("--up must be x, -x, y, -y, z or -z, not " + up);
    }
    for (ViewPath known : ViewPath.values()) {
      if (known.key().equals(path)) {
        double[] direction = up == null ? null : DIRECTIONS.get(up);
        return new PlanSettings(count, pixels[0], pixels[1], known, direction);
      }
    }
    throw wrongUsage("--path must be orbit, inside or auto, not " + path);
  }

  private Answer answer(ViewPlan plan) {
    double[] direction = plan.up();
    Answer answer = new Answer();
    answer.line("scene      %s", out);
    answer.line("views      %d of %s, path %s", plan.views().size(), size, plan.path().key());
    answer.line(
        "up         %.2f, %.2f, %.2f%s",
        direction[0], direction[1], direction[2], up == null ? " (guessed; else give --up)" : "");
    answer.line(
        "left out   %d of %d proposed views inside geometry, %d of nothing",
        plan.insideGeometry(), plan.candidates(), plan.ofNothing());
    List<String> keys = plan.views().stream().map(View::key).toList();
    return answer
        .value("scene", out.toString())
        .value("views", keys)
        .value("path", plan.path().key())
        .value("up", direction)
        .value("candidates", plan.candidates())
        .value("inside_geometry", plan.insideGeometry())
        .value("of_nothing", plan.ofNothing());
  }
}
