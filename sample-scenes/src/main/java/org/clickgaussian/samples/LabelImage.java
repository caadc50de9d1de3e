package org.clickgaussian.samples;

import org.clickgaussian.splat.SplattedView;

/**
 * The true labels of every pixel at three levels, from the blend weights w = αT of its Gaussians. A
 * pixel's object is the one with the largest share of the weights; its part is the one with the
 * largest share among the parts of that object; its sub-part likewise. So a part never reaches
 * beyond its object. Pixels whose weights add up to less than one half have no label, 0. Ties go to
 * the smaller label.
 *
 * @param objects int[pixels]
 * @param parts int[pixels]
 * @param subParts int[pixels]
 */
record LabelImage(int[] objects, int[] parts, int[] subParts) {
  private static final int TILE = 16;
  private static final float LEAST_ALPHA = 0.5f;

  /** Labels the pixels of a view. */
  static LabelImage of(SplattedView view, SampleScene sample) {
    int pixels = view.camera().width() * view.camera().height();
    LabelImage image = new LabelImage(new int[pixels], new int[pixels], new int[pixels]);
    Levels levels = new Levels(sample);
    int[] subPartOf = sample.subParts().ofGaussian();
    int width = view.camera().width();
    view.visitTiles(
        (tile, entries, pixelOf, gaussians, weights) -> {
          float[] shares = new float[TILE * TILE * levels.stride];
          int[] pixelAt = new int[TILE * TILE];
          for (int e = 0; e < entries; e++) {
            int local = pixelOf[e] / width % TILE * TILE + pixelOf[e] % width % TILE;
            shares[local * levels.stride + subPartOf[gaussians[e]]] += weights[e];
            pixelAt[local] = pixelOf[e] + 1;
          }
          for (int local = 0; local < pixelAt.length; local++) {
            if (pixelAt[local] > 0) {
              levels.label(shares, local * levels.stride, image, pixelAt[local] - 1);
            }
          }
        });
    return image;
  }

  /** What belongs to what. */
  private static final class Levels {
    private final int[] partOf;
    private final int[] objectOf;
    private final int parts;
    private final int objects;
    private final int stride;

    Levels(SampleScene sample) {
      partOf = sample.subParts().partOf();
      parts = sample.labels().parts().size();
      objects = sample.labels().objects().size();
      stride = partOf.length;
      objectOf = new int[parts + 1];
      for (int part = 1; part <= parts; part++) {
        objectOf[part] = sample.labels().objectOf(part);
      }
    }

    void label(float[] shares, int at, LabelImage image, int pixel) {
      float[] ofParts = new float[parts + 1];
      float[] ofObjects = new float[objects + 1];
      float alpha = 0;
      for (int sub = 1; sub < stride; sub++) {
        ofParts[partOf[sub]] += shares[at + sub];
        alpha += shares[at + sub];
      }
      if (alpha < LEAST_ALPHA) {
        return;
      }
      for (int part = 1; part <= parts; part++) {
        ofObjects[objectOf[part]] += ofParts[part];
      }
      int object = largest(ofObjects);
      image.objects[pixel] = object;
      image.parts[pixel] = largest(ofParts, objectOf, object);
      image.subParts[pixel] = largestSubPart(shares, at, image.parts[pixel]);
    }

    private static int largest(float[] shares) {
      int best = 1;
      for (int label = 2; label < shares.length; label++) {
        best = shares[label] > shares[best] ? label : best;
      }
      return best;
    }

    private static int largest(float[] shares, int[] ownerOf, int owner) {
      int best = 0;
      for (int label = 1; label < shares.length; label++) {
        if (ownerOf[label] == owner && (best == 0 || shares[label] > shares[best])) {
          best = label;
        }
      }
      return best;
    }

    private int largestSubPart(float[] shares, int at, int part) {
      int best = 0;
      for (int sub = 1; sub < stride; sub++) {
        if (partOf[sub] == part && (best == 0 || shares[at + sub] > shares[at + best])) {
          best = sub;
        }
      }
      return best;
    }
  }
}
