package org.clickgaussian.viewport.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.loss.NearestNeighbours;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Which countries of a map share a border, and how long it is. */
final class Borders {
  /** Gaussians looked at, at most; evenly spread over the scene. */
  private static final int SAMPLE = 200_000;

  private static final int NEAREST = 8;

  private final List<SortedMap<Integer, Integer>> neighbours = new ArrayList<>();

  /** A map without borders. */
  Borders(int countries) {
    for (int i = 0; i < countries; i++) {
      neighbours.add(new TreeMap<>());
    }
  }

  /** Lengthens the border of two countries by one; nothing where they are the same. */
  void add(int one, int other) {
    if (one != other) {
      neighbours.get(one).merge(other, 1, Integer::sum);
      neighbours.get(other).merge(one, 1, Integer::sum);
    }
  }

  /** The number of countries. */
  int countries() {
    return neighbours.size();
  }

  /** The neighbours of a country, with the length of the border. */
  SortedMap<Integer, Integer> of(int country) {
    return neighbours.get(country);
  }

  /** The length of all borders of a country. */
  long length(int country) {
    return of(country).values().stream().mapToLong(Integer::longValue).sum();
  }

  /** The most neighbours that a country has. */
  int mostNeighbours() {
    return neighbours.stream().mapToInt(SortedMap::size).max().orElse(0);
  }

  /**
   * Clusters border on each other where Gaussians of one are among the nearest neighbours of those
   * of the other.
   *
   * @param clusters the cluster of each Gaussian, −1 for none: int[N]
   * @param count the number of clusters
   */
  static Borders ofClusters(GaussianScene scene, int[] clusters, int count, Workers workers) {
    Borders borders = new Borders(count);
    int[] sample = sample(scene, clusters);
    try (Arena arena = Arena.ofShared()) {
      MemorySegment positions = arena.allocate(12L * Math.max(1, sample.length), 64);
      for (int axis = 0; axis < 3; axis++) {
        for (int i = 0; i < sample.length; i++) {
          positions.setAtIndex(
              ValueLayout.JAVA_FLOAT,
              (long) axis * sample.length + i,
              scene.position(sample[i], axis));
        }
      }
      int[] nearest =
          NearestNeighbours.find(positions, sample.length, NEAREST, workers, Progress.NONE);
      int perPoint = sample.length == 0 ? 0 : nearest.length / sample.length;
      for (int k = 0; k < nearest.length; k++) {
        borders.add(clusters[sample[k / perPoint]], clusters[sample[nearest[k]]]);
      }
    }
    return borders;
  }

  private static int[] sample(GaussianScene scene, int[] clusters) {
    int step = Math.max(1, Math.ceilDiv(clusters.length, SAMPLE));
    int[] found = new int[Math.ceilDiv(clusters.length, step)];
    int size = 0;
    for (int i = 0; i < clusters.length; i += step) {
      float sum = scene.position(i, 0) + scene.position(i, 1) + scene.position(i, 2);
      if (clusters[i] >= 0 && Float.isFinite(sum)) {
        found[size++] = i;
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** Segments of a photo border on each other where their pixels do; country s − 1 is segment s. */
  static Borders ofSegments(SegmentMap map) {
    Borders borders = new Borders(map.count());
    int[] segments = map.segments();
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        int pixel = y * map.width() + x;
        if (x > 0) {
          addPixels(borders, segments[pixel], segments[pixel - 1]);
        }
        if (y > 0) {
          addPixels(borders, segments[pixel], segments[pixel - map.width()]);
        }
      }
    }
    return borders;
  }

  private static void addPixels(Borders borders, int one, int other) {
    if (one > 0 && other > 0) {
      borders.add(one - 1, other - 1);
    }
  }
}
