package org.clickgaussian.sam;

/**
 * Brings logits of the encoder's square to a photo, in one step as Segment Anything does in two:
 * bilinear from the low resolution to the encoder's input (256 to 1024), cut to the part that the
 * photo filled, bilinear to the photo's size. Both steps align the outer borders of the pixels and
 * repeat the border beyond its centre, so both are sums over at most three neighbours in each
 * direction. Safe for several threads.
 */
final class LogitEnlargement {
  private static final int TAPS = 3;

  /** Along one axis of the photo: the first of three logits, and the weights of the three. */
  private record Axis(int[] first, float[] weights) {}

  private final int lowWidth;
  private final int lowHeight;
  private final Axis columns;
  private final Axis rows;

  LogitEnlargement(PhotoFit fit, int lowWidth, int lowHeight) {
    if (lowWidth > fit.size() || lowHeight > fit.size()) {
      throw new IllegalArgumentException("logits finer than the encoder's input");
    }
    this.lowWidth = lowWidth;
    this.lowHeight = lowHeight;
    this.columns = axis(fit.photoWidth(), fit.scaledWidth(), fit.size(), lowWidth);
    this.rows = axis(fit.photoHeight(), fit.scaledHeight(), fit.size(), lowHeight);
  }

  private static Axis axis(int photo, int scaled, int size, int low) {
    int[] first = new int[photo];
    float[] weights = new float[TAPS * photo];
    float photoStep = (float) scaled / photo;
    float lowStep = (float) low / size;
    for (int i = 0; i < photo; i++) {
      float position = Math.max(0, photoStep * (i + 0.5f) - 0.5f);
      int near = Math.min((int) position, scaled - 1);
      int far = Math.min(near + 1, scaled - 1);
      float share = position - near;
      first[i] = Math.min((int) Math.max(0, lowStep * (near + 0.5f) - 0.5f), low - 1);
      add(weights, TAPS * i, first[i], near, lowStep, low, 1 - share);
      add(weights, TAPS * i, first[i], far, lowStep, low, share);
    }
    return new Axis(first, weights);
  }

  private static void add(
      float[] weights, int at, int first, int input, float lowStep, int low, float weight) {
    float position = Math.max(0, lowStep * (input + 0.5f) - 0.5f);
    int near = Math.min((int) position, low - 1);
    int far = Math.min(near + 1, low - 1);
    float share = position - near;
    weights[at + near - first] += weight * (1 - share);
    weights[at + far - first] += weight * share;
  }

  /** Takes the logits of one row of the photo between two columns. */
  @FunctionalInterface
  interface RowConsumer {
    /** Takes the logits of row y at the columns from {@code from} to, without, {@code to}. */
    void accept(int y, int from, int to, float[] logits);
  }

  /**
   * Goes through the photo's rows from the top and hands out their logits, leaving out what cannot
   * be above a value.
   *
   * @param above logits up to this may be left out
   */
  void forEachRow(float[] low, float above, RowConsumer consumer) {
    int[] box = boxAbove(low, above);
    if (box == null) {
      return;
    }
    int x0 = firstTouching(columns, box[0]);
    int x1 = lastTouching(columns, box[2]) + 1;
    int y0 = firstTouching(rows, box[1]);
    int y1 = lastTouching(rows, box[3]) + 1;
    float[][] stretched = new float[lowHeight][];
    float[] logits = new float[columns.first.length];
    for (int y = y0; y < y1; y++) {
      float[][] three = new float[TAPS][];
      for (int tap = 0; tap < TAPS; tap++) {
        int row = Math.min(rows.first[y] + tap, lowHeight - 1);
        if (stretched[row] == null) {
          stretched[row] = stretch(low, row, x0, x1);
        }
        three[tap] = stretched[row];
      }
      blend(three, y, x0, x1, logits);
      consumer.accept(y, x0, x1, logits);
    }
  }

  private float[] stretch(float[] low, int row, int x0, int x1) {
    float[] stretched = new float[columns.first.length];
    int offset = row * lowWidth;
    int last = lowWidth - 1;
    for (int x = x0; x < x1; x++) {
      int first = columns.first[x];
      stretched[x] =
          columns.weights[TAPS * x] * low[offset + first]
              + columns.weights[TAPS * x + 1] * low[offset + Math.min(first + 1, last)]
              + columns.weights[TAPS * x + 2] * low[offset + Math.min(first + 2, last)];
    }
    return stretched;
  }

  private void blend(float[][] three, int y, int x0, int x1, float[] logits) {
    float[] a = three[0];
    float[] b = three[1];
    float[] c = three[2];
    float weightA = rows.weights[TAPS * y];
    float weightB = rows.weights[TAPS * y + 1];
    float weightC = rows.weights[TAPS * y + 2];
    for (int x = x0; x < x1; x++) {
      logits[x] = weightA * a[x] + weightB * b[x] + weightC * c[x];
    }
  }

  /** The box of low logits above a value: left, top, right, bottom, inclusive; null if none is. */
  private int[] boxAbove(float[] low, float above) {
    int[] box = {lowWidth, lowHeight, -1, -1};
    for (int y = 0; y < lowHeight; y++) {
      for (int x = 0; x < lowWidth; x++) {
        if (low[y * lowWidth + x] > above) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = y;
        }
      }
    }
    return box[2] < 0 ? null : box;
  }

  private static int firstTouching(Axis axis, int low) {
    int i = 0;
    while (i < axis.first.length - 1 && axis.first[i] + TAPS - 1 < low) {
      i++;
    }
    return i;
  }

  private static int lastTouching(Axis axis, int low) {
    int i = axis.first.length - 1;
    while (i > 0 && axis.first[i] > low) {
      i--;
    }
    return i;
  }
}
