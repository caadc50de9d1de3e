package org.clickgaussian.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.Frame;

/**
 * Paints what one method predicts while it is scored: a picture of each view and level, and of each
 * object a cut-out of the view in which it was found worst. Objects count at their own level.
 */
public final class PicturePainting implements PredictionWitness {
  private static final int LEAST_SIDE = 96;
  private static final double MARGIN = 0.15;

  private final Path folder;
  private final String method;
  private final Map<Level, Labels> labels = new HashMap<>();
  private final Map<TruthObject, Double> worst = new HashMap<>();
  private RgbImage base;
  private EvaluatedView baseOf;
  private int written;

  /**
   * Pictures into a folder, see {@link PredictionPictures}.
   *
   * @param method name of the method whose predictions are painted
   */
  public PicturePainting(Path folder, String method) {
    this.folder = folder;
    this.method = method;
  }

  /** How many pictures of whole views were written. */
  public int written() {
    return written;
  }

  /** What is in a view at a level. */
  private record Labels(ObjectMasks truth, ObjectMasks prediction) {}

  @Override
  public void predicted(
      EvaluatedView view,
      MaskMethod by,
      TruthObject object,
      Level level,
      Optional<BitMask> truth,
      Optional<BitMask> prediction) {
    if (!by.name().equals(method) || level != object.level()) {
      return;
    }
    BitMask none = new BitMask(view.width(), view.height());
    BitMask there = truth.map(mask -> mask.resized(view.width(), view.height())).orElse(none);
    BitMask found = prediction.map(m -> m.resized(view.width(), view.height())).orElse(none);
    Labels ofLevel =
        labels.computeIfAbsent(
            level,
            l ->
                new Labels(
                    new ObjectMasks(view.width(), view.height()),
                    new ObjectMasks(view.width(), view.height())));
    ofLevel.truth().put(object, there);
    ofLevel.prediction().put(object, found);
    if (there.area() > 0) {
      double iou = MaskComparison.iou(there, found);
      if (iou < worst.getOrDefault(object, 2.0)) {
        worst.put(object, iou);
        RgbImage painted = PredictionPainter.paint(base(view), there, found);
        ImageFiles.writePng(
            PredictionPictures.ofObject(folder, method, object.name()),
            cut(painted, Box.around(there, found)));
      }
    }
  }

  @Override
  public void viewDone(EvaluatedView view) {
    labels.forEach(
        (level, seen) -> {
          RgbImage painted =
              PredictionPainter.paint(
                  base(view),
                  seen.truth().labels(seen.truth().objects()),
                  seen.prediction().labels(seen.truth().objects()));
          ImageFiles.writePng(
              PredictionPictures.ofView(folder, method, view.view().key(), level), painted);
          written++;
        });
    labels.clear();
    base = null;
    baseOf = null;
  }

  private RgbImage base(EvaluatedView view) {
    if (view != baseOf) {
      Frame frame = view.splatted().frame(new float[3]);
      base = RgbImage.ofFloats(frame.width(), frame.height(), frame.rgb());
      baseOf = view;
    }
    return base;
  }

  /** A part of an image; right and bottom are the first column and row beyond it. */
  private record Box(int left, int top, int right, int bottom) {

    /** What both masks cover, with a margin; all of the image where they cover nothing. */
    static Box around(BitMask first, BitMask second) {
      int width = first.width();
      int height = first.height();
      int left = width;
      int top = height;
      int right = 0;
      int bottom = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          if (first.get(x, y) || second.get(x, y)) {
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = y + 1;
          }
        }
      }
      if (right == 0) {
        return new Box(0, 0, width, height);
      }
      int across = (int) Math.max(MARGIN * (right - left), (LEAST_SIDE - right + left) / 2.0);
      int down = (int) Math.max(MARGIN * (bottom - top), (LEAST_SIDE - bottom + top) / 2.0);
      return new Box(
          Math.max(0, left - across),
          Math.max(0, top - down),
          Math.min(width, right + across),
          Math.min(height, bottom + down));
    }
  }

  private static RgbImage cut(RgbImage image, Box box) {
    int width = box.right() - box.left();
    int height = box.bottom() - box.top();
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(
          image.rgb(),
          3 * ((box.top() + y) * image.width() + box.left()),
          rgb,
          3 * y * width,
          3 * width);
    }
    return new RgbImage(width, height, rgb);
  }
}
