package org.clickgaussian.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreColumn;
import org.clickgaussian.experiment.RunSummary;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.mask.Level;

/**
 * The page that the demo leaves: pictures, scores, loss curves, and the commands that do the same.
 *
 * @param summary what came out of training
 * @param scores against the exact truth
 * @param pictures of one view
 * @param charts SVG elements
 */
record DemoPage(
    RunSummary summary, SceneScores scores, DemoPictures pictures, List<String> charts) {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Click-Gaussian Workbench: demo</title>
      <style>
      body { font: 15px/1.5 sans-serif; max-width: 1280px; margin: 2em auto; padding: 0 1em; }
      .grid { display: flex; flex-wrap: wrap; gap: 14px; }
      figure { margin: 0; width: 400px; }
      figure img { width: 100%; display: block; border-radius: 4px; }
      figcaption { color: #444; font-size: 13px; padding: 3px 0; }
      table { border-collapse: collapse; }
      th, td { padding: 3px 12px; text-align: right; border-bottom: 1px solid #ddd; }
      th:first-child, td:first-child { text-align: left; }
      pre { background: #f4f4f4; padding: 10px; overflow-x: auto; }
      </style>
      </head>
      <body>
      <h1>From a splat to a click</h1>
      """;

  private static final String COMMANDS =
      """
      <h2>The same by hand</h2>
      <pre>
      clickgaussian sample   --out scene --gaussians 30000 --views 32 --width 400 --height 300
      clickgaussian train    scene --masks scene/clickgaussian/masks/simulated --run run --hold-out %d \\
                             --iterations %d --set pixels=%d --set pixels.uniform=%d
      clickgaussian evaluate scene --run run --truth scene/clickgaussian/truth/exact
      clickgaussian render   scene --run run --view test --mode pca-fine,clusters-fine --out pictures
      clickgaussian click    scene --run run --view VIEW --at X,Y --level fine --out part.ply
      </pre>
      </body>
      </html>
      """;

  /** Writes the page; pictures are linked relative to it. */
  void write(Path file) {
    StringBuilder html = new StringBuilder(HEAD);
    introduction(html);
    figures(html, file);
    clicks(html);
    scoreTable(html);
    html.append("<h2>Losses</h2>\n<div class=\"grid\">\n");
    charts.forEach(html::append);
    html.append("</div>\n");
    append(
        html,
        COMMANDS,
        QuickTraining.HOLD_OUT,
        QuickTraining.ITERATIONS,
        QuickTraining.PIXELS,
        QuickTraining.UNIFORM_PIXELS);
    AtomicFile.write(
        file, stream -> stream.write(html.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void introduction(StringBuilder html) {
    append(
        html,
        "<p>A generated scene, segments of its photos with the faults that automatic segmentation"
            + " makes, %d iterations of training. Out came %d clusters of objects and %d of"
            + " parts. All pictures show the view %s, which training did not see.</p>%n",
        summary.iterations(),
        summary.clusters().level(Level.COARSE).count(),
        summary.clusters().level(Level.FINE).count(),
        escape(pictures.view().key()));
  }

  private void figures(StringBuilder html, Path file) {
    html.append("<div class=\"grid\">\n");
    Path base = file.toAbsolutePath().getParent();
    pictures
        .files()
        .forEach(
            (caption, picture) ->
                append(
                    html,
                    "<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>%n",
                    escape(base.relativize(picture.toAbsolutePath()).toString().replace('\\', '/')),
                    escape(caption),
                    escape(caption)));
    html.append("</div>\n");
  }

  private void clicks(StringBuilder html) {
    html.append("<h2>The clicks</h2>\n<ul>\n");
    for (DemoClick click : pictures.clicks()) {
      append(
          html,
          "<li>%s, at %d, %d on <b>%s</b>: cosine %.3f, %,d Gaussians, IoU %.3f with the true"
              + " mask</li>%n",
          click.level().key(),
          click.x(),
          click.y(),
          escape(click.target()),
          click.cosine(),
          click.gaussians(),
          click.iou());
    }
    html.append("</ul>\n");
  }

  private void scoreTable(StringBuilder html) {
    html.append("<h2>Mean IoU over the held-out views</h2>\n<table>\n<tr><th>method</th>");
    for (ScoreColumn column : ScoreColumn.values()) {
      append(html, "<th>%s</th>", escape(column.title()));
    }
    html.append("</tr>\n");
    for (String method : scores.methods()) {
      append(html, "<tr><td>%s</td>", escape(method));
      for (ScoreColumn column : ScoreColumn.values()) {
        OptionalDouble value = column.of(scores, method);
        append(html, "<td>%s</td>", value.isPresent() ? "%.3f".formatted(value.getAsDouble()) : "");
      }
      html.append("</tr>\n");
    }
    html.append(
        "</table>\n<p>The ceiling is the best that any labelling of the Gaussians could"
            + " reach; it and majority voting are shown the truth.</p>\n");
  }

  private static void append(StringBuilder html, String format, Object... arguments) {
    html.append(String.format(Locale.ROOT, format, arguments));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
