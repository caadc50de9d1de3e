package org.clickgaussian.splat.gl;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GrowingBuffer;

/** What belongs to one view, on the device; used again by a later view once this one is closed. */
final class ViewBuffers implements AutoCloseable {
  private final GlContext context;
  private final List<GrowingBuffer> all = new ArrayList<>();

  /** Eight floats of each of the N Gaussians; those not visible hold anything. */
  final GrowingBuffer splats;

  /** For each of the N Gaussians the bits of its z in camera coordinates. */
  final GrowingBuffer depths;

  /** For each of the N Gaussians the number of tiles that it reaches. */
  final GrowingBuffer counts;

  /** Red, green, blue and z of each of the N Gaussians. */
  final GrowingBuffer colours;

  /** Where the Gaussians of each tile start in {@link #list}, and where the last tile's end. */
  final GrowingBuffer starts;

  /** Indices of Gaussians, tile after tile, front to back. */
  final GrowingBuffer list;

  /** Images. */
  final GrowingBuffer rgb;

  final GrowingBuffer alpha;
  final GrowingBuffer depth;
  final GrowingBuffer words;
  final GrowingBuffer channels;
  final GrowingBuffer front;
  final GrowingBuffer coverage;

  /** Bits by Gaussian. */
  final GrowingBuffer members;

  final GrowingBuffer changed;

  /** For each tile whether its coverage was brought up to date. */
  final GrowingBuffer touched;

  /** The number of Gaussians that reach a tile. */
  long visible;

  /** The length of {@link #list}. */
  long pairs;

  /** Whether {@link #colours} are those of this view. */
  boolean coloured;

  ViewBuffers(GlContext context) {
    this.context = context;
    splats = add();
    depths = add();
    counts = add();
    colours = add();
    starts = add();
    list = add();
    rgb = add();
    alpha = add();
    depth = add();
    words = add();
    channels = add();
    front = add();
    coverage = add();
    members = add();
    changed = add();
    touched = add();
  }

  private GrowingBuffer add() {
    GrowingBuffer buffer = new GrowingBuffer(context);
    all.add(buffer);
    return buffer;
  }

  @Override
  public void close() {
    all.forEach(GrowingBuffer::close);
  }
}
