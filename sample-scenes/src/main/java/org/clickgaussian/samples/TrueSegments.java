package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * The visible regions of one level's labels in a view, and which of them touch.
 *
 * @param labels the label of each region, ascending
 * @param regions their pixels
 * @param touching for each region the places in this list of those that touch it, ascending
 */
record TrueSegments(int[] labels, List<Region> regions, List<int[]> touching) {
  /** The least pixels of a region that automatic segmentation finds. */
  static final int LEAST_AREA = 16;

  /** The least pairs of neighbouring pixels that make regions touch. */
  private static final int LEAST_CONTACT = 3;

  /** Chooses the labels whose regions count. */
  @FunctionalInterface
  interface LabelFilter {
    boolean takes(int label, int area);
  }

  /**
   * Finds the regions of a level.
   *
   * @param image label of each pixel, row by row, 0 for none
   * @param count the largest label
   * @param filter asked for labels with at least {@link #LEAST_AREA} pixels
   */
  static TrueSegments of(int[] image, int width, int height, int count, LabelFilter filter) {
    int[] areas = new int[count + 1];
    for (int label : image) {
      areas[label]++;
    }
    int[] placeOf = new int[count + 1];
    List<Integer> labels = new ArrayList<>();
    for (int label = 1; label <= count; label++) {
      boolean taken = areas[label] >= LEAST_AREA && filter.takes(label, areas[label]);
      placeOf[label] = taken ? labels.size() : -1;
      if (taken) {
        labels.add(label);
      }
    }
    placeOf[0] = -1;
    int[] chosen = labels.stream().mapToInt(Integer::intValue).toArray();
    return new TrueSegments(
        chosen,
        regions(image, width, height, placeOf, chosen, areas),
        touching(contacts(image, width, height, placeOf, chosen.length)));
  }

  private static List<Region> regions(
      int[] image, int width, int height, int[] placeOf, int[] chosen, int[] areas) {
    int[][] pixels = new int[chosen.length][];
    int[] filled = new int[chosen.length];
    for (int place = 0; place < chosen.length; place++) {
      pixels[place] = new int[areas[chosen[place]]];
    }
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        int place = placeOf[image[y * width + x]];
        if (place >= 0) {
          pixels[place][filled[place]++] = x * height + y;
        }
      }
    }
    List<Region> regions = new ArrayList<>();
    for (int[] region : pixels) {
      regions.add(new Region(region));
    }
    return regions;
  }

  private static int[][] contacts(int[] image, int width, int height, int[] placeOf, int count) {
    int[][] contacts = new int[count][count];
    for (int i = 0; i < image.length; i++) {
      int place = placeOf[image[i]];
      int right = (i + 1) % width == 0 ? -1 : placeOf[image[i + 1]];
      int below = i + width >= image.length ? -1 : placeOf[image[i + width]];
      if (place >= 0 && right >= 0) {
        contacts[place][right]++;
        contacts[right][place]++;
      }
      if (place >= 0 && below >= 0) {
        contacts[place][below]++;
        contacts[below][place]++;
      }
    }
    return contacts;
  }

  private static List<int[]> touching(int[][] contacts) {
    List<int[]> touching = new ArrayList<>();
    for (int place = 0; place < contacts.length; place++) {
      List<Integer> others = new ArrayList<>();
      for (int other = 0; other < contacts.length; other++) {
        if (other != place && contacts[place][other] >= LEAST_CONTACT) {
          others.add(other);
        }
      }
      touching.add(others.stream().mapToInt(Integer::intValue).toArray());
    }
    return touching;
  }
}
