package org.clickgaussian.splat.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.gl.GlLostException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.SceneRasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.SplattedView.TileVisitor;
import org.clickgaussian.testing.TinyScenes;
import org.junit.jupiter.api.Test;

class FallbackRasterizerTest {
  private static final Camera CAMERA = TinyScenes.orbitCamera(61, 45, 0.4);

  private final List<String> closed = new ArrayList<>();

  /** A view that visits tiles from 0 on and may fail after some. */
  private SplattedView view(String name, int tiles, boolean fails) {
    return (SplattedView)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SplattedView.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "camera" -> CAMERA;
                  case "close" -> closed.add("view " + name);
                  case "visitTiles" -> visit((TileVisitor) arguments[0], tiles, fails);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Object visit(TileVisitor visitor, int tiles, boolean fails) {
    for (int tile = 0; tile < tiles; tile++) {
      visitor.visit(tile, 0, null, null, null);
    }
    if (fails) {
      throw new GlLostException("lost after " + tiles);
    }
    return null;
  }

  private SceneRasterizer rasterizer(String name, SplattedView view) {
    return (SceneRasterizer)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SceneRasterizer.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "splat" -> view;
                  case "close" -> closed.add(name);
                  case "hide" -> null;
                  case "equals" -> proxy == arguments[0];
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void aTileIsVisitedOnceAlsoWhenTheDeviceFailsInBetween() {
    List<Integer> visited = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    SceneRasterizer graphics = rasterizer("graphics", view("graphics", 3, true));
    SceneRasterizer processor = rasterizer("processor", view("processor", 5, false));
    try (FallbackRasterizer rasterizer =
            new FallbackRasterizer(
                graphics,
                () -> processor,
                reason -> notices.add(reason.getMessage()),
                () -> notices.add("closed"));
        SplattedView view = rasterizer.splat(CAMERA)) {
      view.visitTiles((tile, entries, pixels, gaussians, weights) -> visited.add(tile));
    }
    assertThat(visited).containsExactly(0, 1, 2, 3, 4);
    assertThat(notices).containsExactly("lost after 3", "closed");
    assertThat(closed)
        .containsExactlyInAnyOrder("view graphics", "view processor", "graphics", "processor");
  }
}
