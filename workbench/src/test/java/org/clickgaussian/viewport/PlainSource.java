package org.clickgaussian.viewport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.Legend;
import org.clickgaussian.viewport.frame.PointUnderPointer;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.navigation.Projection;

/** Frames of one colour; everything seen is two units deep. Keeps what was asked for. */
final class PlainSource implements FrameSource {
  static final double DEPTH = 2;
  static final int COLOUR = 0xff336699;

  final List<FrameRequest> requests = new CopyOnWriteArrayList<>();
  volatile boolean closed;
  volatile RuntimeException failure;

  @Override
  public String backend() {
    return "plain";
  }

  @Override
  public ViewportFrame render(FrameRequest request) {
    requests.add(request);
    if (failure != null) {
      throw failure;
    }
    int width = request.camera().width();
    int height = request.camera().height();
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, COLOUR);
    return new ViewportFrame(request, width, height, pixels, Legend.NONE, 1);
  }

  @Override
  public Optional<PointUnderPointer> probe(int x, int y) {
    double[] world = new Projection(last().camera()).world(x + 0.5, y + 0.5, DEPTH).array();
    return Optional.of(new PointUnderPointer(1, 0, DEPTH, world, Optional.empty()));
  }

  FrameRequest last() {
    return requests.getLast();
  }

  @Override
  public int[] frontGaussians() {
    return new int[last().camera().width() * last().camera().height()];
  }

  @Override
  public void close() {
    closed = true;
  }
}
