package org.clickgaussian.viewport;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.PointUnderPointer;

/**
 * Finds out what the pointer is over, one question at a time: while one is being answered only the
 * latest position is remembered.
 */
final class PointerProbe {
  /** A question to the thread that renders. */
  interface Asker {
    /** See {@link Viewport#ask}. */
    <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer);
  }

  /** The depth found at one pixel holds for others as near as this. */
  private static final double NEARBY = 24;

  /** Less alpha than this is nothing to hold on to. */
  private static final double VISIBLE = 0.05;

  private static final Texts TEXTS = Texts.of("viewport");

  private final Asker asker;
  private final Consumer<String> pointed;
  private boolean asking;
  private boolean away = true;
  private int x;
  private int y;
  private int foundX;
  private int foundY;
  private double foundDepth = Double.NaN;

  PointerProbe(Asker asker, Consumer<String> pointed) {
    this.asker = asker;
    this.pointed = pointed;
  }

  /** The pointer is at a pixel of the full frame. */
  void at(int column, int row) {
    away = false;
    x = column;
    y = row;
    if (!asking) {
      ask();
    }
  }

  private void ask() {
    asking = true;
    int askedX = x;
    int askedY = y;
    asker.ask(source -> source.probe(askedX, askedY), found -> answered(askedX, askedY, found));
  }

  private void answered(int askedX, int askedY, Optional<PointUnderPointer> found) {
    asking = false;
    foundX = askedX;
    foundY = askedY;
    foundDepth = found.map(PointUnderPointer::depth).orElse(Double.NaN);
    if (away) {
      pointed.accept("");
    } else {
      pointed.accept(found.map(PointerProbe::words).orElse(""));
      if (askedX != x || askedY != y) {
        ask();
      }
    }
  }

  /** The pointer is elsewhere. */
  void away() {
    away = true;
    pointed.accept("");
  }

  /** Nothing is known any more: another scene. */
  void forget() {
    asking = false;
    away();
    foundDepth = Double.NaN;
  }

  /** The depth (z) of what is seen near a position, if it is known. */
  OptionalDouble depth(double atX, double atY) {
    boolean near = Math.hypot(atX - foundX, atY - foundY) <= NEARBY;
    return near && Double.isFinite(foundDepth) && foundDepth > 0
        ? OptionalDouble.of(foundDepth)
        : OptionalDouble.empty();
  }

  /** The camera came nearer to what is under the pointer. */
  void scaleDepth(double factor) {
    foundDepth *= factor;
  }

  private static String words(PointUnderPointer point) {
    if (point.alpha() < VISIBLE) {
      return TEXTS.get("pointed.nothing");
    }
    String place =
        Double.isFinite(point.depth())
            ? TEXTS.get("pointed.depth", "%.2f".formatted(point.depth()))
            : TEXTS.get("pointed.translucent");
    String alpha = TEXTS.get("pointed.alpha", "%.2f".formatted(point.alpha()));
    return point
        .match()
        .map(match -> String.join("  ·  ", clusters(match), alpha, place))
        .orElse(String.join("  ·  ", alpha, place));
  }

  private static String clusters(PointMatch match) {
    return TEXTS.get(
        "pointed.clusters",
        name(match.coarse()),
        "%.2f".formatted(match.coarse().cosine()),
        name(match.fine()),
        "%.2f".formatted(match.fine().cosine()));
  }

  private static String name(PointMatch.Best best) {
    return best.cluster() < 0 ? "–" : Integer.toString(best.cluster());
  }
}
