package org.clickgaussian.splat.gl;

import java.util.HashMap;
import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlCall;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.cpu.TileGrid;

/** Blends the tiles of a view on the device. Used on the context's thread. */
final class TileBlender {
  /** The most channels that one pass blends. */
  static final int MOST_CHANNELS = 64;

  /** Numbers of channels, in fours, for which there is a kernel. */
  private static final int[] QUADS = {1, 2, 3, 4, 6, 8, 12, 16};

  /** Operations for a Gaussian's weight in a pixel. */
  private static final int WEIGHING = 12;

  private final GlContext context;
  private final GlKernel frame;
  private final GlKernel alpha;
  private final GlKernel front;
  private final GlKernel coverage;
  private final GlKernel pack;
  private final GlKernel colours;
  private final Map<String, GlKernel> channels = new HashMap<>();

  TileBlender(GlContext context, int harmonicsDegree) {
    this.context = context;
    frame = kernel("blend_frame.comp", Map.of());
    alpha = kernel("blend_alpha.comp", Map.of());
    front = kernel("blend_front.comp", Map.of());
    coverage = kernel("blend_coverage.comp", Map.of());
    pack = kernel("pack.comp", Map.of());
    colours = kernel("colours.comp", Map.of("DEGREE", Integer.toString(harmonicsDegree)));
  }

  private GlKernel kernel(String name, Map<String, String> defines) {
    return context.kernel(GlRasterizer.class, name, defines);
  }

  private static GlCall begin(GlKernel kernel, TileGrid grid, ViewBuffers view) {
    return kernel
        .with("starts", view.starts.get())
        .with("list", view.list.get())
        .with("splats", view.splats.get())
        .set("columns", grid.columns())
        .set("tiles", grid.tiles())
        .set("width", grid.width())
        .set("height", grid.height());
  }

  /** What blending takes if every pixel of a tile looks at all of its Gaussians. */
  private static double operations(ViewBuffers view, int quads) {
    return 256.0 * view.pairs * (WEIGHING + 4 * quads);
  }

  private static long pixels(TileGrid grid) {
    return (long) grid.width() * grid.height();
  }

  /** Colours of the visible Gaussians, unless the view has them already. */
  private void colour(SceneBuffers scene, Camera camera, ViewBuffers view) {
    if (view.coloured) {
      return;
    }
    int n = scene.count();
    GlBuffer to = view.colours.atLeast(4L * n);
    if (n > 0) {
      double[] centre = camera.centre();
      colours
          .with("geometry", scene.geometry())
          .with("harmonics", scene.harmonics())
          .with("counts", view.counts.get())
          .with("depths", view.depths.get())
          .with("colours", to)
          .set("count", n)
          .set("eye", (float) centre[0], (float) centre[1], (float) centre[2])
          .dispatch(Math.ceilDiv(n, GlRasterizer.GROUP));
    }
    view.coloured = true;
  }

  /** Colour, alpha and depth to the view's images. */
  void frame(
      SceneBuffers scene, Camera camera, TileGrid grid, ViewBuffers view, float[] background) {
    colour(scene, camera, view);
    begin(frame, grid, view)
        .with("colours", view.colours.get())
        .with("rgb", view.rgb.atLeast(3 * pixels(grid)))
        .with("alpha", view.alpha.atLeast(pixels(grid)))
        .with("depth", view.depth.atLeast(pixels(grid)))
        .set("background", background)
        .dispatch(grid.tiles(), operations(view, 1));
  }

  /** Columns of a table to the view's channels. */
  void channels(TileGrid grid, ViewBuffers view, GlBuffer table, int count) {
    view.channels.atLeast(Math.multiplyExact(count, pixels(grid)));
    for (int first = 0; first < count; first += MOST_CHANNELS) {
      int blended = Math.min(MOST_CHANNELS, count - first);
      begin(channelKernel(blended, count % 4 == 0), grid, view)
          .with("table", table)
          .with("image", view.channels.get())
          .set("channels", count)
          .set("firstChannel", first)
          .set("blended", blended)
          .dispatch(grid.tiles(), operations(view, Math.ceilDiv(blended, 4)));
    }
  }

  private GlKernel channelKernel(int blended, boolean inQuads) {
    int quads = QUADS[0];
    for (int k = 1; 4 * quads < blended; k++) {
      quads = QUADS[k];
    }
    String name = inQuads ? "blend_quads.comp" : "blend_channels.comp";
    Map<String, String> defines = Map.of("QUADS", Integer.toString(quads));
    return channels.computeIfAbsent(name + quads, key -> kernel(name, defines));
  }

  /** Σ w of every pixel to the view's alpha. */
  void alpha(TileGrid grid, ViewBuffers view) {
    begin(alpha, grid, view)
        .with("alpha", view.alpha.atLeast(pixels(grid)))
        .dispatch(grid.tiles(), operations(view, 0));
  }

  /** The Gaussian at the visible surface of every pixel to the view's front. */
  void front(TileGrid grid, ViewBuffers view) {
    begin(front, grid, view)
        .with("front", view.front.atLeast(pixels(grid)))
        .dispatch(grid.tiles(), operations(view, 0));
  }

  /** Σ w over a set, in the tiles that a change reaches; the view's {@code touched} says which. */
  void coverage(
      TileGrid grid, ViewBuffers view, GlBuffer members, GlBuffer changed, GlBuffer sums) {
    begin(coverage, grid, view)
        .with("members", members)
        .with("changed", changed)
        .with("touched", view.touched.atLeast(grid.tiles()))
        .with("coverage", sums)
        .dispatch(grid.tiles(), operations(view, 0));
  }

  /** Colours as words 0xAARRGGBB to the view's words. */
  void pack(TileGrid grid, ViewBuffers view, GlBuffer rgb) {
    pack.with("rgb", rgb)
        .with("words", view.words.atLeast(pixels(grid)))
        .set("count", (int) pixels(grid))
        .dispatch(Math.ceilDiv(pixels(grid), GlRasterizer.GROUP));
  }
}
