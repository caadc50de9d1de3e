package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/** The masks of several objects in one view, all in the size of its image. */
public final class ObjectMasks {
  private final int width;
  private final int height;
  private final Map<TruthObject, BitMask> masks = new LinkedHashMap<>();

  /** No masks yet, for an image of the given size. */
  public ObjectMasks(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The truth of all objects that are annotated in a view, brought to the size of its image. */
  public static ObjectMasks in(EvaluationTruth truth, EvaluatedView view) {
    ObjectMasks masks = new ObjectMasks(view.width(), view.height());
    for (TruthObject object : truth.objects()) {
      truth.mask(view.view().key(), object).ifPresent(mask -> masks.put(object, mask));
    }
    return masks;
  }

  /** Adds an object's mask, brought to the image's size by nearest pixels. */
  public void put(TruthObject object, BitMask mask) {
    masks.put(object, mask.resized(width, height));
  }

  /** Visits every object and its mask. */
  public void forEach(BiConsumer<TruthObject, BitMask> visitor) {
    masks.forEach(visitor);
  }

  /** The objects. */
  public List<TruthObject> objects() {
    return List.copyOf(masks.keySet());
  }

  /** The objects of a level. */
  public List<TruthObject> objects(Level level) {
    return masks.keySet().stream().filter(object -> object.level() == level).toList();
  }

  /**
   * One number a pixel: 1 + the place in {@code objects} of the object that holds it, 0 for none.
   * Where masks overlap the smaller one wins; of equally large ones the first.
   *
   * @param objects which objects; one that has no mask here is nowhere
   * @return int[height · width]
   */
  public int[] labels(List<TruthObject> objects) {
    List<Integer> largestFirst = new ArrayList<>();
    for (int k = objects.size() - 1; k >= 0; k--) {
      if (masks.containsKey(objects.get(k))) {
        largestFirst.add(k);
      }
    }
    largestFirst.sort(
        (a, b) -> Long.compare(masks.get(objects.get(b)).area(), masks.get(objects.get(a)).area()));
    int[] labels = new int[width * height];
    for (int k : largestFirst) {
      BitMask mask = masks.get(objects.get(k));
      for (int y = 0, pixel = 0; y < height; y++) {
        for (int x = 0; x < width; x++, pixel++) {
          if (mask.get(x, y)) {
            labels[pixel] = k + 1;
          }
        }
      }
    }
    return labels;
  }
}
